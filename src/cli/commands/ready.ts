import { parseEntry } from '../../core/entry/parse.ts';
import { folderOf } from '../../core/files/paths.ts';
import { ruleContextOf } from '../../core/newsroom/newsroom.ts';
import { readiness } from '../../core/reports/readiness.ts';
import { CannotRun, type Command, oneOf, parseArguments } from '../command.ts';
import { filesOf, readNewsroom, readSource, rootOf, textOf } from '../newsroom/files.ts';
import { learnNames } from '../newsroom/learnNames.ts';
import { settingsOf } from '../newsroom/loadSettings.ts';
import { type Checked, report } from '../report/report.ts';

/** `daybook ready`: what is left to do before entries can be published. */
export const ready: Command = (args, surface) => {
  const { values, positionals } = parseArguments(args, { root: { type: 'string' }, format: { type: 'string' } });
  const format = oneOf('--format', values.format, ['text', 'json']);
  if (positionals.length === 0) throw new CannotRun('ready takes the path of an entry');
  const root = rootOf(values.root, positionals, surface);
  const settings = settingsOf(root, surface.error);
  const sources = filesOf(positionals, root, surface, settings).map((file) => readSource(file, root));
  const newsroom = readNewsroom(root, sources, surface, settings);
  const capitals = learnNames(root, surface, settings);
  const checked = sources.map((source): Checked => {
    const text = textOf(source);
    const stage = folderOf(source.path, settings.folders) === 'posts' ? 'published' : 'draft';
    const surroundings = ruleContextOf(newsroom, source.path, stage);
    const problems = readiness(parseEntry(text), surroundings, settings.rules, capitals);
    return { path: source.path, text, problems, fixed: 0 };
  });
  const isReady = checked.every(({ problems }) => problems.length === 0);
  if (format === 'text' && isReady) surface.out(checked.map(({ path }) => `${path} is ready.\n`).join(''));
  else surface.out(report(checked, format, surface.colour));
  return isReady ? 0 : 1;
};
