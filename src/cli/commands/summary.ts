import { todayInOneSentence } from '../../core/compose/frontMatter/oneSentence.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { CannotRun, type Command, parseArguments } from '../command.ts';
import { filesOf, readSource, rootOf, textOf } from '../newsroom/files.ts';
import { learnNames } from '../newsroom/learnNames.ts';
import { settingsOf } from '../newsroom/loadSettings.ts';

/** `daybook summary`: today in one sentence, made of an entry's headlines. */
export const summary: Command = (args, surface) => {
  const { values, positionals } = parseArguments(args, { root: { type: 'string' } });
  if (positionals.length !== 1) throw new CannotRun('summary takes the path of one entry');
  const root = rootOf(values.root, positionals, surface);
  const settings = settingsOf(root, surface.error);
  const files = filesOf(positionals, root, surface, settings);
  const [file] = files;
  if (file === undefined || files.length > 1) throw new CannotRun('summary takes the path of one entry');
  const source = readSource(file, root);
  const sentence = todayInOneSentence(parseEntry(textOf(source)), learnNames(root, surface, settings));
  if (sentence === undefined) throw new CannotRun(`${source.path} has no headlines to make a sentence of`);
  surface.out(`${sentence}\n`);
  return 0;
};
