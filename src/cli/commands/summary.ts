import { todayInOneSentence } from '../../core/compose/frontMatter/todayInOneSentence.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { CannotRun, type Command, parseArguments } from '../command.ts';
import { findFiles } from '../newsroom/entryFiles.ts';
import { findRoot } from '../newsroom/findRoot.ts';
import { learnNames } from '../newsroom/learnNames.ts';
import { loadSettings } from '../newsroom/loadSettings.ts';
import { decode, readSource } from '../newsroom/sourceFile.ts';

/** `daybook summary`: today in one sentence, made from an entry's headlines. */
export const summary: Command = (args, context) => {
  const { values, positionals } = parseArguments(args, { root: { type: 'string' } });
  if (positionals.length !== 1) throw new CannotRun('summary takes the path of one entry');
  const root = findRoot(values.root, positionals, context);
  const settings = loadSettings(root, context.error);
  const files = findFiles(positionals, root, context, settings);
  const [file] = files;
  if (file === undefined || files.length > 1) throw new CannotRun('summary takes the path of one entry');
  const source = readSource(file, root);
  const sentence = todayInOneSentence(parseEntry(decode(source)), learnNames(root, context, settings));
  if (sentence === undefined) throw new CannotRun(`${source.path} has no headlines to make a sentence from`);
  context.outText(`${sentence}\n`);
  return 0;
};
