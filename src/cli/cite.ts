import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { citedIn } from '../core/archive/citedIn.ts';
import { type CitedOutlet, learnOutlets, type Outlets } from '../core/archive/outlets.ts';
import { withOwnOutlets } from '../core/archive/ownOutlets.ts';
import { addressIn, cite as citeAll } from '../core/compose/cite.ts';
import type { Settings } from '../core/settings.ts';
import { CannotRun, type Command, readArgs, reasonOf, type Surface } from './command.ts';
import { filesOf, readSource, rootOf, textOf } from './files.ts';
import { settingsOf } from './settings.ts';

/** `daybook cite`: turns addresses into a citation group, its outlets named as the archive names them. */
export const cite: Command = (args, surface) => {
  const { values, positionals } = readArgs(args, { root: { type: 'string' } });
  if (positionals.length === 0) throw new CannotRun('cite takes addresses, or - to read them from standard input');
  const root = rootOf(values.root, [], surface);
  const isPiped = positionals.length === 1 && positionals[0] === '-';
  const groups = isPiped ? linesOf(readInput()).map(readLine) : [positionals.map((word) => readAddress(word))];
  const settings = settingsOf(root, surface.error);
  const outlets = outletsOf(root, surface, settings);
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

/** What the published entries below the root teach, where there are any. */
function outletsOf(root: string, surface: Surface, settings: Settings): Outlets {
  const posts = join(root, settings.folders.posts);
  const cited: CitedOutlet[] = [];
  if (existsSync(posts)) {
    for (const file of filesOf([posts], root, surface, settings)) {
      for (const citation of citedIn(textOf(readSource(file, root)))) cited.push(citation);
    }
  }
  return withOwnOutlets(learnOutlets(cited), settings);
}
