import type { Day } from '../entry/day.ts';
import { dayName } from '../entry/dayName.ts';
import type { ArchiveIndex } from './archiveIndex.ts';
import { newestFirst } from './newestFirst.ts';
import type { Search } from './search.ts';

/** An entry, or one of its items, that matches a query. */
export interface ArchiveSearchResult {
  readonly day: Day;
  /** Start offset of the item's block; undefined for the whole entry. */
  readonly from: number | undefined;
  /** The item's headline, or else its first words; the day's name for the whole entry. */
  readonly title: string;
}

interface ArchiveSearchOptions {
  /** The path of an entry to leave out. */
  readonly ownPath?: string;
  /** Whether to find drafts too, which have no address yet to link to. */
  readonly withDrafts?: boolean;
  readonly limit?: number;
}

/**
 * Searches the entries. A query that names a day (`Day 12`, `12`, `2031-01-31`) returns that day and
 * its items, an empty query the newest days, and any other query the items that match its words best.
 */
export function searchArchive(
  archive: Pick<ArchiveIndex, 'days' | 'indexedEntry' | 'summary'>,
  search: Search,
  query: string,
  { ownPath, withDrafts = false, limit = 30 }: ArchiveSearchOptions = {},
): ArchiveSearchResult[] {
  const isWanted = (day: Day) => (withDrafts || !day.draft) && day.path !== ownPath;
  const words = query.trim();
  const [, number, date] = /^(?:(?:day *)?(\d+)|(\d{4}-\d\d-\d\d))$/i.exec(words) ?? [];
  if (words === '' || number !== undefined || date !== undefined) {
    const isNamed = (day: Day) => words === '' || day.date === date || day.number === Number(number);
    const days = archive.days().filter((day) => isWanted(day) && isNamed(day));
    const newest = days.sort(newestFirst).slice(0, limit);
    if (words === '') return newest.map(dayResult);
    if (newest.length > 0) return newest.flatMap((day) => [dayResult(day), ...itemResults(archive, day)]);
  }
  const results = search.find(words, limit + MAX_UNWANTED_RESULTS).flatMap(({ path, from }) => {
    const day = archive.indexedEntry(path)?.day;
    if (!day || !isWanted(day)) return [];
    const item = archive.summary(path)?.items.find((other) => other.from === from);
    return { day, from, title: item?.headline || item?.lead || dayName(day) };
  });
  return results.slice(0, limit);
}

/** Extra results to search for, because items of the own entry and of drafts are removed from them. */
const MAX_UNWANTED_RESULTS = 60;

function dayResult(day: Day): ArchiveSearchResult {
  return { day, from: undefined, title: dayName(day) };
}

function itemResults(archive: Pick<ArchiveIndex, 'summary'>, day: Day): ArchiveSearchResult[] {
  return (archive.summary(day.path)?.items ?? []).flatMap(({ from, headline }) =>
    headline === '' ? [] : { day, from, title: headline },
  );
}
