import { dayNumber, type Epoch } from '../dates/epochs.ts';
import type { Day } from '../entry/day.ts';

/** The dated entries, drafts included, by date, then by time, then by number. */
export function inChronologicalOrder(days: readonly Day[]): Day[] {
  return days.filter(({ date }) => date !== undefined).sort(compareDays);
}

/** The entry before or after the one at a path; undefined at either end, and if there is no dated entry at the path. */
export function neighbourOf(days: readonly Day[], path: string, direction: 'previous' | 'next'): Day | undefined {
  const ordered = inChronologicalOrder(days);
  const index = ordered.findIndex((day) => day.path === path);
  return index < 0 ? undefined : ordered[index + (direction === 'next' ? 1 : -1)];
}

/**
 * The entry of a date. One with the date's number is preferred to one that merely has the date, since a draft prepared the evening before
 * has that evening's date. A published entry is preferred to its draft.
 */
export function entryOfDate(days: readonly Day[], date: string, epochs: readonly Epoch[]): Day | undefined {
  const number = dayNumber(date, epochs);
  const candidates = days.filter((day) => day.date === date || (day.draft && day.number !== undefined));
  const numbered = number === undefined ? [] : candidates.filter((day) => day.number === number);
  const dated = candidates.filter((day) => day.date === date && (number === undefined || day.number === undefined));
  const matches = numbered.length > 0 ? numbered : dated;
  return matches.find(({ draft }) => !draft) ?? matches[0];
}

/** The entries of the same month and day in other years, the newest first. */
export function onThisDay(days: readonly Day[], date: string): Day[] {
  const monthAndDay = date.slice(4);
  return inChronologicalOrder(days)
    .filter((day) => day.date?.slice(4) === monthAndDay && day.date !== date)
    .reverse();
}

function compareDays(a: Day, b: Day): number {
  const keyOfA = sortKey(a);
  const keyOfB = sortKey(b);
  if (keyOfA !== keyOfB) return keyOfA < keyOfB ? -1 : 1;
  return (a.number ?? 0) - (b.number ?? 0) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
}

function sortKey({ date, time }: Day): string {
  return `${date} ${time ?? ''}`;
}
