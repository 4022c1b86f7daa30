import { formatCitationGroup as citeAll, parseWebAddress } from '../../core/compose/citations/formatCitations.ts';
import { CannotRun, type Command, type CommandContext, parseArguments, reasonOf } from '../command.ts';
import { findRoot } from '../newsroom/findRoot.ts';
import { loadSettings } from '../newsroom/loadSettings.ts';
import { readNewsroom } from '../newsroom/readNewsroom.ts';

/** `daybook cite`: turns addresses into a citation group, with the outlet names that the archive uses. */
export const cite: Command = (args, context) => {
  const { values, positionals } = parseArguments(args, { root: { type: 'string' } });
  if (positionals.length === 0) throw new CannotRun('cite takes addresses, or - to read them from standard input');
  const root = findRoot(values.root, [], context);
  if (positionals.length > 1 && positionals.includes('-'))
    throw new CannotRun('- reads the addresses from standard input and cannot be combined with others');
  const isPiped = positionals.length === 1 && positionals[0] === '-';
  const groups = isPiped ? linesOf(readInput(context)).map(readLine) : [positionals.map((word) => readAddress(word))];
  const settings = loadSettings(root, context.error);
  const outlets = readNewsroom(root, [], context, settings).outlets();
  const written = groups.map((addresses) => citeAll(addresses, outlets, settings.tracking));
  context.outText(written.map((group) => `${group}\n`).join(''));
  return 0;
};

function readLine(line: string, index: number): string[] {
  return line
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => readAddress(word, index + 1));
}

function readAddress(word: string, line?: number): string {
  const address = parseWebAddress(word);
  if (address !== undefined) return address;
  throw new CannotRun(`${line === undefined ? '' : `line ${line}: `}"${word}" is not an address`);
}

/** The lines of a text; a final line break does not start another one. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function readInput({ readInput: read }: CommandContext): string {
  try {
    return read()
      .toString('utf8')
      .replace(/^\uFEFF/, '');
  } catch (error) {
    throw new CannotRun(`cannot read standard input: ${reasonOf(error)}`);
  }
}
