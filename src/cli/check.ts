import { writeFileSync } from 'node:fs';
import { parseEntry } from '../core/entry/parse.ts';
import { fixAll } from '../core/lint/fix.ts';
import { lint, type Severities } from '../core/lint/lint.ts';
import type { Problem, Severity } from '../core/lint/rule.ts';
import { rules } from '../core/lint/rules/index.ts';
import { surroundingsOf } from '../core/newsroom.ts';
import { FOLDERS, stageOf } from '../core/paths.ts';
import { CannotRun, type Command, oneOf, readArgs } from './command.ts';
import { filesOf, readNewsroom, readSource, reasonOf, rootOf, type SourceFile, textOf } from './files.ts';
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
  const newsroom = readNewsroom(root, sources, surface);

  const checked: Checked[] = sources.map((source) => {
    const text = textOf(source);
    const surroundings = surroundingsOf(newsroom, source.path, stageOf(source.path, text, FOLDERS));
    if (values.fix) {
      const fixed = fixAll(text, surroundings, severities);
      if (fixed.text !== text) write(source, text, fixed.text);
      return checkedEntry(source, fixed.text, fixed.problems, fixed.count);
    }
    return checkedEntry(source, text, lint(parseEntry(text), surroundings, severities), 0);
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

/** The text is kept only where the report has to show something of it. */
function checkedEntry({ path }: SourceFile, text: string, problems: readonly Problem[], fixed: number): Checked {
  return { path, text: problems.length === 0 ? '' : text, problems, fixed };
}

/** Never over bytes that are not what was read: a file in another encoding would lose its characters. */
function write({ absolute, path, bytes }: SourceFile, before: string, after: string): void {
  if (!Buffer.from(before, 'utf8').equals(bytes)) throw new CannotRun(`${path} is not UTF-8; it was left as it is`);
  try {
    writeFileSync(absolute, after);
  } catch (error) {
    throw new CannotRun(`cannot write ${path}: ${reasonOf(error)}`);
  }
}
