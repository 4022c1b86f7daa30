import { resolve } from 'node:path';
import { parseEntry } from '../../core/entry/parse.ts';
import { stageOf } from '../../core/files/paths.ts';
import { fixAll } from '../../core/lint/fix.ts';
import { lint, lintEach, type Severities } from '../../core/lint/lint.ts';
import type { Problem, Severity } from '../../core/lint/rule.ts';
import { rules } from '../../core/lint/rules/index.ts';
import { ruleContextOf } from '../../core/newsroom/newsroom.ts';
import { CannotRun, type Command, type CommandContext, oneOf, parseArguments, reasonOf } from '../command.ts';
import { findFiles } from '../newsroom/entryFiles.ts';
import { pathBelow } from '../newsroom/fileSystem.ts';
import { findRoot } from '../newsroom/findRoot.ts';
import { lintInputs } from '../newsroom/lintInputs.ts';
import { loadSettings } from '../newsroom/loadSettings.ts';
import { readNewsroom } from '../newsroom/readNewsroom.ts';
import { isUtf8, replaceText } from '../newsroom/replaceText.ts';
import { decode, isUtf16, type SourceFile, tryReadSource } from '../newsroom/sourceFile.ts';
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
    'stdin-filename': { type: 'string' },
  });
  const format = oneOf('--format', values.format, FORMATS);
  const failOn = oneOf('--fail-on', values['fail-on'], SEVERITIES);
  const named = readSeverities(values.rule ?? []);
  const inputPath = inputPathOf(values['stdin-filename'], positionals);
  const paths = inputPath === undefined ? positionals : [inputPath];
  const root = findRoot(values.root, paths, context);
  const settings = loadSettings(root, context.error);
  const severities = { ...settings.rules, ...named };
  const files = inputPath === undefined ? findFiles(paths, root, context, settings) : [];
  const sources =
    inputPath === undefined
      ? files.flatMap((file) => tryReadSource(file, root, context.fail) ?? [])
      : [readInput(inputPath, root, context)];
  const newsroom = readNewsroom(root, sources, context, settings, positionals.length === 0 ? files : undefined);
  const failing = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  const { add, end } = createReporter(format, { colour: context.colour, root });
  const places = [root, ...paths.flatMap((path) => [resolve(context.cwd, path), resolve(root, path)])];
  let hasFailed = false;

  const report = (path: string, text: string, problems: readonly Problem[], fixed = 0): void => {
    add({ path, text, problems, fixed });
    hasFailed ||= problems.some(({ severity }) => failing.includes(severity));
  };
  const readable = sources.filter((source) => {
    if (isUtf16(source)) context.fail(`${source.path} is UTF-16; entries must be UTF-8`);
    return !isUtf16(source);
  });
  if (values.fix) {
    for (const source of readable) fix(source);
  } else {
    const inputs = lintInputs(readable, newsroom, settings.folders);
    for (const [input, problems] of lintEach(inputs, severities))
      report(input.context.path, input.entry.text, problems);
  }
  // The fixed text of standard input is alone on standard output.
  if (inputPath !== undefined && values.fix) context.err(end());
  else context.out(end());
  return hasFailed ? 1 : 0;

  function fix(source: SourceFile): void {
    const text = decode(source);
    const ruleContext = ruleContextOf(newsroom, source.path, stageOf(source.path, text, settings.folders));
    const fixed = fixAll(text, ruleContext, severities);
    const refusal = writeFixed(source, text, fixed.text);
    if (refusal === undefined) {
      report(source.path, fixed.text, fixed.problems, fixed.count);
    } else {
      context.fail(refusal);
      report(source.path, text, lint(parseEntry(text), ruleContext, severities));
    }
  }

  /** Writes a fixed text to where the text comes from. Returns the reason if that fails, else undefined. */
  function writeFixed(source: SourceFile, before: string, after: string): string | undefined {
    if (inputPath === undefined) return after === before ? undefined : replaceText(source, before, after, places);
    if (!isUtf8(source, before)) return 'standard input is not UTF-8; nothing was written';
    context.outText(after);
    return undefined;
  }
};

/** The path that standard input stands for; undefined if files are checked. */
function inputPathOf(fileName: string | undefined, paths: readonly string[]): string | undefined {
  const readsInput = paths.includes('-');
  if (readsInput && paths.length > 1)
    throw new CannotRun('- stands for standard input and cannot be combined with paths');
  if (readsInput && fileName === undefined)
    throw new CannotRun('- needs --stdin-filename PATH, the path of the entry on standard input');
  if (!readsInput && fileName !== undefined)
    throw new CannotRun('--stdin-filename needs the path -, which stands for standard input');
  return fileName;
}

function readInput(path: string, root: string, { cwd, readInput: read }: CommandContext): SourceFile {
  const absolute = resolve(cwd, path);
  try {
    return { absolute, path: pathBelow(root, absolute), bytes: read() };
  } catch (error) {
    throw new CannotRun(`cannot read standard input: ${reasonOf(error)}`);
  }
}

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
