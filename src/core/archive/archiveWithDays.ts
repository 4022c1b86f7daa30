import type { Day } from '../entry/day.ts';
import { lazy } from '../text/lazy.ts';
import type { ArchiveIndex } from './archiveIndex.ts';

/**
 * A view of the index with the days of its newsroom, whose dates are in the newsroom's zone and whose numbers and names are those of its
 * form of titles. The index itself does not know either.
 */
export function archiveWithDays(index: ArchiveIndex, days: readonly Day[]): ArchiveIndex {
  if (days === index.days()) return index;
  const byPath = lazy(() => new Map(days.map((day) => [day.path, day])));
  const dayAt = (day: Day): Day => byPath().get(day.path) ?? day;
  const { citationLookup } = index;
  return {
    ...index,
    days: () => days,
    indexedEntry(path) {
      const entry = index.indexedEntry(path);
      return entry && { ...entry, day: dayAt(entry.day) };
    },
    citationLookup: { ...citationLookup, daysCiting: (address) => citationLookup.daysCiting(address).map(dayAt) },
  };
}
