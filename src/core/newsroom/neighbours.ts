import { dayNumber, type Epoch } from '../dates/calendar.ts';
import type { Day } from '../entry/day.ts';

/** The entries that have a date, drafts among them, in the order of time: by date, then by time of day, then by number. */
export function inOrder(days: readonly Day[]): Day[] {
  return days.filter(({ date }) => date !== undefined).sort(compare);
}

/** The entry before or after the one at a path; undefined at either end, and where the path is that of no dated entry. */
export function neighbourOf(days: readonly Day[], path: string, direction: 'previous' | 'next'): Day | undefined {
  const ordered = inOrder(days);
  const at = ordered.findIndex((day) => day.path === path);
  return at < 0 ? undefined : ordered[at + (direction === 'next' ? 1 : -1)];
}

/**
 * The entry of a date: the one with its number before one that merely has its date, because a draft prepared the evening before
 * has that evening's date; the published one before its draft.
 */
export function entryOf(days: readonly Day[], date: string, epochs: readonly Epoch[]): Day | undefined {
  const number = dayNumber(date, epochs);
  const near = days.filter((day) => day.date === date || (day.draft && day.number !== undefined));
  const numbered = number === undefined ? [] : near.filter((day) => day.number === number);
  const dated = near.filter((day) => day.date === date && (number === undefined || day.number === undefined));
  const found = numbered.length > 0 ? numbered : dated;
  return found.find(({ draft }) => !draft) ?? found[0];
}

/** The entries of the same day of other years, the newest first. */
export function onThisDay(days: readonly Day[], date: string): Day[] {
  const monthAndDay = date.slice(4);
  return inOrder(days)
    .filter((day) => day.date?.slice(4) === monthAndDay && day.date !== date)
    .reverse();
}

function compare(a: Day, b: Day): number {
  const first = sortKey(a);
  const second = sortKey(b);
  if (first !== second) return first < second ? -1 : 1;
  return (a.number ?? 0) - (b.number ?? 0) || (a.path < b.path ? -1 : 1);
}

function sortKey({ date, time }: Day): string {
  return `${date} ${time ?? ''}`;
}
