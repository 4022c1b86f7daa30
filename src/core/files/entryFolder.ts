import type { Day } from '../entry/day.ts';
import type { Folders } from './folders.ts';
import { globBaseFolders } from './globs.ts';
import { entryFolderOf } from './paths.ts';

/**
 * The folder for a new entry in a newsroom that keeps its entries, drafts among them, where the globs of the settings say: that of the
 * newest entry, with the year and month of the new date if it is named after them, or else the base of the first glob. Undefined where
 * entries are in the folders of posts and drafts.
 */
export function entryFolderFor(date: string, days: readonly Day[], folders: Folders): string | undefined {
  const [firstBase] = globBaseFolders(folders.entries);
  if (firstBase === undefined || days.some(({ path }) => entryFolderOf(path, folders) !== 'entries')) return undefined;
  const [firstDay] = days;
  if (!firstDay) return firstBase;
  const newest = days.reduce((best, day) => (isNewer(day, best) ? day : best), firstDay);
  return withDate(folderOf(newest.path), newest.date, date);
}

/** By the dates or, without them, by the names of the folders. */
function isNewer(day: Day, other: Day): boolean {
  if (day.date !== undefined || other.date !== undefined) return (day.date ?? '') > (other.date ?? '');
  return day.path.localeCompare(other.path, 'en', { numeric: true }) > 0;
}

/** The folder of the file or, of a page that has a folder of its own, `posts/day-12/index.md`, the one above. */
function folderOf(path: string): string {
  const names = path.split('/');
  return names.slice(0, /^index\.\w+$/.test(names.at(-1) ?? '') ? -2 : -1).join('/');
}

/** `posts/2032/01` for `posts/2031/12`. */
function withDate(folder: string, oldDate: string | undefined, newDate: string): string {
  const [oldYear, oldMonth] = oldDate?.split('-') ?? [];
  const [newYear = '', newMonth = ''] = newDate.split('-');
  const names = folder.split('/');
  const year =
    oldYear === undefined ? names.findLastIndex((name) => /^(?:19|20)\d\d$/.test(name)) : names.lastIndexOf(oldYear);
  if (year < 0) return folder;
  return names
    .map((name, index) => (index === year ? newYear : index === year + 1 && name === oldMonth ? newMonth : name))
    .join('/');
}
