import type { Day } from '../entry/day.ts';
import { dayName } from '../entry/dayName.ts';
import type { ArchiveIndex } from './archiveIndex.ts';
import { newestFirst } from './newestFirst.ts';
import type { Search } from './search.ts';

/** A published entry, or one of its items, that matches a query. */
export interface ArchiveSearchResult {
  readonly day: Day;
  /** Start offset of the item's block; undefined for the whole entry. */
  readonly from: number | undefined;
  /** The item's headline, or else its first words; the day's name for the whole entry. */
  readonly title: string;
}

/**
 * Searches the published entries, except the one at `ownPath`. A query that names a day (`Day 12`, `12`, `2031-01-31`) returns that day and
 * its items, an empty query the newest days, and any other query the items that match its words best.
 */
export function searchArchive(
  archive: Pick<ArchiveIndex, 'days' | 'indexedEntry' | 'summary'>,
  search: Search,
  query: string,
  ownPath: string,
  limit = 30,
): ArchiveSearchResult[] {
  const words = query.trim();
  const [, number, date] = /^(?:(?:day *)?(\d+)|(\d{4}-\d\d-\d\d))$/i.exec(words) ?? [];
  if (words === '' || number !== undefined || date !== undefined) {
    const isNamed = (day: Day) => words === '' || day.date === date || day.number === Number(number);
    const days = archive.days().filter((day) => !day.draft && day.path !== ownPath && isNamed(day));
    const newest = days.sort(newestFirst).slice(0, limit);
    if (words === '') return newest.map(dayResult);
    if (newest.length > 0) return newest.flatMap((day) => [dayResult(day), ...itemResults(archive, day)]);
  }
  const results = search.find(words, limit + MAX_OWN_RESULTS).filter(({ path }) => path !== ownPath);
  return results.slice(0, limit).flatMap(({ path, from }) => {
    const day = archive.indexedEntry(path)?.day;
    if (!day || day.draft) return [];
    const item = archive.summary(path)?.items.find((other) => other.from === from);
    return { day, from, title: item?.headline || item?.lead || dayName(day) };
  });
}

/** Extra results to search for, because items of the own entry are removed from them. */
const MAX_OWN_RESULTS = 30;

function dayResult(day: Day): ArchiveSearchResult {
  return { day, from: undefined, title: dayName(day) };
}

function itemResults(archive: Pick<ArchiveIndex, 'summary'>, day: Day): ArchiveSearchResult[] {
  return (archive.summary(day.path)?.items ?? []).flatMap(({ from, headline }) =>
    headline === '' ? [] : { day, from, title: headline },
  );
}
