import type { Folders } from './folders.ts';
import { entryFolderOf } from './paths.ts';

/** An entry file that is to be read, and what its path shows about its age. */
export interface FileToRead {
  /** Below the root of the newsroom, with `/`. */
  readonly path: string;
  readonly kind: 'open' | 'draft' | 'dated' | 'numbered' | 'other';
  /** The date in the path, as far as it goes: `2031-01-30`, `2031-01` or `2031`; empty without one. */
  readonly date: string;
  /** The numbers in the path. */
  readonly numbers: readonly number[];
  /** The modification time in milliseconds since 1970, where nothing else shows the age; 0 if it is unknown. */
  readonly modified: number;
}

export function fileToRead(path: string, folders: Folders, isOpen: boolean): FileToRead {
  const isDraft = !isOpen && entryFolderOf(path, folders) === 'drafts';
  const date = dateInPath(path);
  const numbers = Array.from(path.matchAll(/\d+/g), ([digits]) => Number(digits));
  const kindByAge = date !== '' ? 'dated' : numbers.length > 0 ? 'numbered' : 'other';
  return { path, kind: isOpen ? 'open' : isDraft ? 'draft' : kindByAge, date, numbers, modified: 0 };
}

/**
 * The order in which to read entries, so that those that a writer needs first come first: the open ones, the drafts, then the others from the
 * newest to the oldest. Dates, numbers and modification times cannot be compared with one another: the newest of each take turns.
 */
export function readingOrder(files: readonly FileToRead[]): FileToRead[] {
  const newest = (kind: FileToRead['kind']) => files.filter((file) => file.kind === kind).sort(compareNewest);
  return [...newest('open'), ...newest('draft'), ...takeTurns([newest('dated'), newest('numbered'), newest('other')])];
}

/** The date in the path of the newest of some files in their reading order; empty if there are none, undefined if one of them has no date. */
export function newestDateIn(files: readonly FileToRead[]): string | undefined {
  return files.some(({ kind }) => kind !== 'dated') ? undefined : (files[0]?.date ?? '');
}

/**
 * The last date in a path, `2031-01-30`, whether in the name of the file or of folders; else its month or its year. A date at the start of a name
 * comes before one in its words: `2031-01-30-remembering-2001-09-11.md`.
 */
function dateInPath(path: string): string {
  const dates = [...path.matchAll(DATE), ...path.matchAll(COMPACT_DATE)];
  const startsName = ({ index }: RegExpExecArray) => index === 0 || path[index - 1] === '/';
  const match = dates.findLast(startsName) ?? dates.at(-1) ?? [...path.matchAll(YEAR)].at(-1);
  const [, year, , month, day] = match ?? [];
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

const DATE = /(?<!\d)((?:19|20)\d\d)([-_./])(\d\d?)\2(\d\d?)(?!\d)/g;
const COMPACT_DATE = /(?<!\d)((?:19|20)\d\d)()(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/g;
/** At the start of a name. A month is a folder: `2031-07.md` may be the seventh week or issue of the year. */
const YEAR = /(?<=^|\/)((?:19|20)\d\d)(?=[-_. /])()(?:[-_/](0[1-9]|1[0-2])(?=\/))?/g;

function compareNewest(a: FileToRead, b: FileToRead): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return compareNumbers(a, b) || b.modified - a.modified || (a.path < b.path ? 1 : -1);
}

/** Files of the same date are compared by their numbers, too: `2031-week-10.md` is newer than `2031-week-9.md`. */
function compareNumbers({ numbers: a }: FileToRead, { numbers: b }: FileToRead): number {
  const different = a.findIndex((number, index) => number !== b[index]);
  return different < 0 ? b.length - a.length : (b[different] ?? -1) - (a[different] ?? 0);
}

function takeTurns<T>(lists: readonly (readonly T[])[]): T[] {
  const items: T[] = [];
  const longest = Math.max(...lists.map(({ length }) => length));
  for (let index = 0; index < longest; index++) {
    for (const list of lists) {
      const item = list[index];
      if (item !== undefined) items.push(item);
    }
  }
  return items;
}
