import type { Day } from '../entry/day.ts';
import type { CitationLookup } from './archiveIndex.ts';
import { newestFirst } from './newestFirst.ts';

/** The published days before an entry's own day that cite the page of an address, the newest first. */
export function earlierDays(address: string, ownDay: Day, citationLookup: Pick<CitationLookup, 'daysCiting'>): Day[] {
  return citationLookup
    .daysCiting(address)
    .filter((day) => isEarlier(day, ownDay))
    .sort(newestFirst);
}

/** An entry is not earlier than itself, even if only its file name is known. */
function isEarlier({ path, draft, date }: Day, ownDay: Day): boolean {
  if (draft || path === ownDay.path || path.endsWith(`/${ownDay.path}`)) return false;
  return ownDay.date === undefined || date === undefined || date < ownDay.date;
}

/** A page that more days cite is a reference page: repeated citations of it are not worth a note. */
export const MAX_DAYS_SHOWN = 10;
