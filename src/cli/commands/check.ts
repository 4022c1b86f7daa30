import { parseEntry } from '../../core/entry/parse.ts';
import { stageOf } from '../../core/files/paths.ts';
import { fixAll } from '../../core/lint/fix.ts';
import { lint, type Severities } from '../../core/lint/lint.ts';
import type { Severity } from '../../core/lint/rule.ts';
import { rules } from '../../core/lint/rules/index.ts';
import { ruleContextOf } from '../../core/newsroom/newsroom.ts';
import { CannotRun, type Command, oneOf, parseArguments } from '../command.ts';
import { filesOf, isWide, readIfThere, readNewsroom, rootOf, textOf } from '../newsroom/files.ts';
import { settingsOf } from '../newsroom/loadSettings.ts';
import { replaceText } from '../newsroom/replaceText.ts';
import { FORMATS, reporter } from '../report/report.ts';

const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;

/** `daybook check`: says what is wrong with entries, and mends what is certain. */
export const check: Command = (args, surface) => {
  const { values, positionals } = parseArguments(args, {
    root: { type: 'string' },
    format: { type: 'string' },
    fix: { type: 'boolean' },
    'fail-on': { type: 'string' },
    rule: { type: 'string', multiple: true },
  });
  const format = oneOf('--format', values.format, FORMATS);
  const failOn = oneOf('--fail-on', values['fail-on'], SEVERITIES);
  const named = readSeverities(values.rule ?? []);
  const root = rootOf(values.root, positionals, surface);
  const settings = settingsOf(root, surface.error);
  const severities = { ...settings.rules, ...named };
  const files = filesOf(positionals, root, surface, settings);
  const sources = files.flatMap((file) => readIfThere(file, root, surface.error) ?? []);
  const entries = positionals.length === 0 ? files : undefined;
  const newsroom = readNewsroom(root, sources, surface, settings, entries);
  const loud = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  const { add, end } = reporter(format, surface.colour);
  let isWhole = sources.length === files.length;
  let isLoud = false;

  for (const source of sources) {
    if (isWide(source)) {
      surface.error(`${source.path} is UTF-16, and entries are UTF-8`);
      isWhole = false;
      continue;
    }
    const text = textOf(source);
    const surroundings = ruleContextOf(newsroom, source.path, stageOf(source.path, text, settings.folders));
    let fixed = values.fix ? fixAll(text, surroundings, severities) : undefined;
    const refusal = fixed && fixed.text !== text ? replaceText(source, text, fixed.text) : undefined;
    if (refusal !== undefined) {
      surface.error(refusal);
      isWhole = false;
      fixed = undefined;
    }
    const problems = fixed?.problems ?? lint(parseEntry(text), surroundings, severities);
    add({ path: source.path, text: fixed?.text ?? text, problems, fixed: fixed?.count ?? 0 });
    isLoud ||= problems.some(({ severity }) => loud.includes(severity));
  }
  surface.out(end());
  if (!isWhole) return 2;
  return isLoud ? 1 : 0;
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
