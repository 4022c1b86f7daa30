import { parseTimestamp, type Timestamp } from '../../dates/timestamp.ts';
import { fileNameOf } from '../../files/paths.ts';
import { type FileNameParts, fileNamePartsOf } from './fileNameParts.ts';
import { groupBy } from './groupBy.ts';
import type { ProfiledEntry } from './profiledEntry.ts';

/** An entry with what its date and the name of its file say. */
export interface DatedEntry extends ProfiledEntry {
  readonly timestamp: Timestamp | undefined;
  readonly file: FileNameParts;
  /** `YYYY-MM-DD`, from the name of the file or else the front matter: the former is the writer's date where stamps are in UTC. */
  readonly day: string | undefined;
}

/**
 * The entries that show how a log is written, in chronological order: the published ones, or the drafts as long as there are no others,
 * without those in other folders than most, such as translations.
 */
export function archiveOf(entries: readonly ProfiledEntry[]): readonly DatedEntry[] {
  const published = entries.filter(({ draft }) => !draft);
  const dated = (published.length > 0 ? published : entries).map((entry): DatedEntry => {
    const timestamp = entry.date === undefined ? undefined : parseTimestamp(entry.date);
    const file = fileNamePartsOf(fileNameOf(entry.path));
    return { ...entry, timestamp, file, day: file.date ?? timestamp?.date };
  });
  const main = mainFolder(dated);
  // The few dates of a log without dates say nothing about its order.
  const isUndated = main.filter(({ day, file }) => (day ?? file.year) === undefined).length * 2 > main.length;
  return main.toSorted(isUndated ? comparePaths : compareEntries);
}

function mainFolder(entries: readonly DatedEntry[]): readonly DatedEntry[] {
  const groups = groupBy(entries, folderOf);
  const largest = [...groups.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  return largest.length * 2 > entries.length ? largest : entries;
}

/** The folder without folders for years and months: `_posts` for `_posts/2031/01`. */
function folderOf({ path }: DatedEntry): string {
  return path.slice(0, path.lastIndexOf('/') + 1).replace(/(?<=^|\/)\d+\//g, '');
}

function compareEntries(a: DatedEntry, b: DatedEntry): number {
  const keyOfA = sortKey(a);
  const keyOfB = sortKey(b);
  if (keyOfA !== keyOfB) return keyOfA < keyOfB ? -1 : 1;
  return comparePaths(a, b);
}

function comparePaths(a: DatedEntry, b: DatedEntry): number {
  return a.path.localeCompare(b.path, 'en', { numeric: true });
}

function sortKey({ day, timestamp, file }: DatedEntry): string {
  return `${day ?? file.year ?? ''} ${timestamp?.form.time === 'none' ? '' : (timestamp?.time ?? '')}`;
}
