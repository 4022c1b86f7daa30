import type { Day } from '../entry/day.ts';
import type { CitationLookup } from './archiveIndex.ts';

/** The days before an entry's own that cite the page of an address, the latest first. */
export function earlierDays(address: string, own: Day, citing: Pick<CitationLookup, 'days'>): Day[] {
  return citing
    .days(address)
    .filter((day) => isEarlier(day, own))
    .sort(byDate);
}

/** An entry is no earlier day to itself, also where its file is known by its name alone. */
function isEarlier({ path, draft, date }: Day, own: Day): boolean {
  if (draft || path === own.path || path.endsWith(`/${own.path}`)) return false;
  return own.date === undefined || date === undefined || date < own.date;
}

/** The latest first. */
function byDate(a: Day, b: Day): number {
  return (a.date ?? '') < (b.date ?? '') ? 1 : -1;
}

/** What more days cite is a page to come back to. */
export const MANY = 10;
