import { readFileSync } from 'node:fs';
import { addressIn, cite as citeAll } from '../../core/compose/citations/cite.ts';
import { CannotRun, type Command, parseArguments, reasonOf } from '../command.ts';
import { readNewsroom, rootOf } from '../newsroom/files.ts';
import { settingsOf } from '../newsroom/loadSettings.ts';

/** `daybook cite`: turns addresses into a citation group, its outlets named as the archive names them. */
export const cite: Command = (args, surface) => {
  const { values, positionals } = parseArguments(args, { root: { type: 'string' } });
  if (positionals.length === 0) throw new CannotRun('cite takes addresses, or - to read them from standard input');
  const root = rootOf(values.root, [], surface);
  if (positionals.length > 1 && positionals.includes('-'))
    throw new CannotRun('- stands alone: it reads the addresses from standard input');
  const isPiped = positionals.length === 1 && positionals[0] === '-';
  const groups = isPiped ? linesOf(readInput()).map(readLine) : [positionals.map((word) => readAddress(word))];
  const settings = settingsOf(root, surface.error);
  const outlets = readNewsroom(root, [], surface, settings).outlets();
  const written = groups.map((addresses) => citeAll(addresses, outlets, settings.tracking));
  surface.out(written.map((group) => `${group}\n`).join(''));
  return 0;
};

function readLine(line: string, index: number): string[] {
  return line
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => readAddress(word, index + 1));
}

function readAddress(word: string, line?: number): string {
  const address = addressIn(word);
  if (address !== undefined) return address;
  throw new CannotRun(`${line === undefined ? '' : `line ${line}: `}"${word}" is not an address`);
}

/** Without what follows the last line break. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function readInput(): string {
  try {
    return readFileSync(0, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new CannotRun(`cannot read standard input: ${reasonOf(error)}`);
  }
}
