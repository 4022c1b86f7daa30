import { parseEntry } from '../../core/entry/parse.ts';
import { entryFolderOf } from '../../core/files/paths.ts';
import { ruleContextOf } from '../../core/newsroom/newsroom.ts';
import { readiness } from '../../core/reports/readiness.ts';
import { CannotRun, type Command, oneOf, parseArguments } from '../command.ts';
import { findFiles } from '../newsroom/entryFiles.ts';
import { findRoot } from '../newsroom/findRoot.ts';
import { learnNames } from '../newsroom/learnNames.ts';
import { loadSettings } from '../newsroom/loadSettings.ts';
import { readNewsroom } from '../newsroom/readNewsroom.ts';
import { decode, readSource } from '../newsroom/sourceFile.ts';
import { report } from '../report/report.ts';
import type { CheckedEntry } from '../report/types.ts';

/** `daybook ready`: what is left to do before entries can be published. */
export const ready: Command = (args, context) => {
  const { values, positionals } = parseArguments(args, { root: { type: 'string' }, format: { type: 'string' } });
  const format = oneOf('--format', values.format, ['text', 'json']);
  if (positionals.length === 0) throw new CannotRun('ready takes the path of an entry');
  const root = findRoot(values.root, positionals, context);
  const settings = loadSettings(root, context.error);
  const sources = findFiles(positionals, root, context, settings).map((file) => readSource(file, root));
  const newsroom = readNewsroom(root, sources, context, settings);
  const capitals = learnNames(root, context, settings);
  const checked = sources.map((source): CheckedEntry => {
    const text = decode(source);
    const stage = entryFolderOf(source.path, settings.folders) === 'posts' ? 'published' : 'draft';
    const ruleContext = ruleContextOf(newsroom, source.path, stage);
    const problems = readiness(parseEntry(text), ruleContext, settings.rules, capitals);
    return { path: source.path, text, problems, fixed: 0 };
  });
  const isReady = checked.every(({ problems }) => problems.length === 0);
  if (format === 'text' && isReady) context.out(checked.map(({ path }) => `${path} is ready.\n`).join(''));
  else context.out(report(checked, format, context.colour));
  return isReady ? 0 : 1;
};
