import { writeFileSync } from 'node:fs';
import type { Day } from '../core/archive/day.ts';
import { parseEntry } from '../core/entry/parse.ts';
import { fixAll } from '../core/lint/fix.ts';
import { lint, type Severities } from '../core/lint/lint.ts';
import type { Severity } from '../core/lint/rule.ts';
import { rules } from '../core/lint/rules/index.ts';
import { surroundingsOf } from '../core/newsroom.ts';
import { FOLDERS, fileNameOf, stageOf } from '../core/paths.ts';
import { CannotRun, type Command, oneOf, readArgs } from './command.ts';
import { dayOf, filesOf, readNewsroom, readSource, reasonOf, rootOf } from './files.ts';
import { type Checked, FORMATS, report } from './report/report.ts';

const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;

/** `daybook check`: says what is wrong with entries, and mends what is certain. */
export const check: Command = (args, surface) => {
  const { values, positionals } = readArgs(args, {
    root: { type: 'string' },
    format: { type: 'string' },
    fix: { type: 'boolean' },
    'fail-on': { type: 'string' },
    rule: { type: 'string', multiple: true },
  });
  const format = oneOf('--format', values.format, FORMATS);
  const failOn = oneOf('--fail-on', values['fail-on'], SEVERITIES);
  const severities = readSeverities(values.rule ?? []);
  const root = rootOf(values.root, positionals, surface);
  const sources = filesOf(positionals, root, surface).map((file) => readSource(file, root));
  const days = new Map<string, Day>(sources.map((source) => [source.absolute, dayOf(source)]));
  const newsroom = readNewsroom(root, days, surface);

  const checked: Checked[] = sources.map(({ absolute, path, text, frontMatter }) => {
    const surroundings = surroundingsOf(newsroom, fileNameOf(path), stageOf(path, text, FOLDERS));
    if (!values.fix)
      return { path, text, problems: lint(parseEntry(text, frontMatter), surroundings, severities), fixed: 0 };
    const fixed = fixAll(text, surroundings, severities);
    if (fixed.text !== text) write(absolute, path, fixed.text);
    return { path, text: fixed.text, problems: fixed.problems, fixed: fixed.count };
  });
  surface.out(report(checked, format, surface.colour));
  const loud = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return checked.some(({ problems }) => problems.some(({ severity }) => loud.includes(severity))) ? 1 : 0;
};

/** `citation-url=off`, `placeholder=warning`. */
function readSeverities(options: readonly string[]): Severities {
  const severities: Record<string, Severity | 'off'> = {};
  for (const option of options) {
    const [id = '', value] = option.split('=');
    if (!rules.some((rule) => rule.id === id)) throw new CannotRun(`there is no rule "${id}"`);
    if (value === undefined) throw new CannotRun(`--rule takes id=severity, as ${id}=off`);
    severities[id] = oneOf(`--rule ${id}`, value, [...SEVERITIES, 'off']);
  }
  return severities;
}

function write(absolute: string, path: string, text: string): void {
  try {
    writeFileSync(absolute, text);
  } catch (error) {
    throw new CannotRun(`cannot write ${path}: ${reasonOf(error)}`);
  }
}
