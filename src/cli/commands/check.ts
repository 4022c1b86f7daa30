import { parseEntry } from '../../core/entry/parse.ts';
import { stageOf } from '../../core/files/paths.ts';
import { fixAll } from '../../core/lint/fix.ts';
import { lint, type Severities } from '../../core/lint/lint.ts';
import type { Severity } from '../../core/lint/rule.ts';
import { rules } from '../../core/lint/rules/index.ts';
import { ruleContextOf } from '../../core/newsroom/newsroom.ts';
import { CannotRun, type Command, oneOf, parseArguments } from '../command.ts';
import { findFiles } from '../newsroom/entryFiles.ts';
import { findRoot } from '../newsroom/findRoot.ts';
import { loadSettings } from '../newsroom/loadSettings.ts';
import { readNewsroom } from '../newsroom/readNewsroom.ts';
import { replaceText } from '../newsroom/replaceText.ts';
import { decode, isUtf16, tryReadSource } from '../newsroom/sourceFile.ts';
import { createReporter, FORMATS } from '../report/report.ts';

const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;

/** `daybook check`: reports problems, and fixes those it is certain of. */
export const check: Command = (args, context) => {
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
  const root = findRoot(values.root, positionals, context);
  const settings = loadSettings(root, context.error);
  const severities = { ...settings.rules, ...named };
  const files = findFiles(positionals, root, context, settings);
  const sources = files.flatMap((file) => tryReadSource(file, root, context.error) ?? []);
  const entries = positionals.length === 0 ? files : undefined;
  const newsroom = readNewsroom(root, sources, context, settings, entries);
  const failing = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  const { add, end } = createReporter(format, context.colour);
  let isComplete = sources.length === files.length;
  let hasFailed = false;

  for (const source of sources) {
    if (isUtf16(source)) {
      context.error(`${source.path} is UTF-16; entries must be UTF-8`);
      isComplete = false;
      continue;
    }
    const text = decode(source);
    const ruleContext = ruleContextOf(newsroom, source.path, stageOf(source.path, text, settings.folders));
    let fixed = values.fix ? fixAll(text, ruleContext, severities) : undefined;
    const refusal = fixed && fixed.text !== text ? replaceText(source, text, fixed.text) : undefined;
    if (refusal !== undefined) {
      context.error(refusal);
      isComplete = false;
      fixed = undefined;
    }
    const problems = fixed?.problems ?? lint(parseEntry(text), ruleContext, severities);
    add({ path: source.path, text: fixed?.text ?? text, problems, fixed: fixed?.count ?? 0 });
    hasFailed ||= problems.some(({ severity }) => failing.includes(severity));
  }
  context.out(end());
  if (!isComplete) return 2;
  return hasFailed ? 1 : 0;
};

/** Parses `--rule` options such as `citation-url=off`. */
function readSeverities(options: readonly string[]): Severities {
  const severities: Record<string, Severity | 'off'> = {};
  for (const option of options) {
    const [id = '', value] = option.split('=');
    if (!rules.some((rule) => rule.id === id)) throw new CannotRun(`there is no rule "${id}"`);
    if (value === undefined) throw new CannotRun(`--rule takes id=severity, for example ${id}=off`);
    severities[id] = oneOf(`--rule ${id}`, value, [...SEVERITIES, 'off']);
  }
  return severities;
}
