import { addDays, weekday } from '../../dates/calendar.ts';
import type { Day } from '../../entry/day.ts';

/**
 * The date for the next entry: today if it is free, or else the next free date on one of the newsroom's usual weekdays. Returns undefined
 * if no such date is free for weeks ahead.
 */
export function nextFreeDate(
  today: string,
  days: readonly Day[],
  isFree: (date: string) => boolean,
): string | undefined {
  if (isFree(today)) return today;
  const usual = usualWeekdays(days);
  for (let daysAhead = 1; daysAhead <= MAX_DAYS_AHEAD; daysAhead++) {
    const date = addDays(today, daysAhead);
    if (date !== undefined && usual.has(weekday(date) ?? -1) && isFree(date)) return date;
  }
  return undefined;
}

const MAX_DAYS_AHEAD = 60;

/** The weekdays, 0 for Sunday, on which recent entries were published; Monday to Friday if there are too few entries. */
export function usualWeekdays(days: readonly Day[]): ReadonlySet<number> {
  const dates = days.filter(({ draft, number }) => !draft && number !== undefined).map(({ date }) => date ?? '');
  const recentDates = dates.sort().slice(-RECENT_ENTRIES);
  if (recentDates.length < MIN_ENTRIES) return new Set([1, 2, 3, 4, 5]);
  const counts = new Map<number, number>();
  for (const date of recentDates) {
    const day = weekday(date);
    if (day !== undefined) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const usual = [...counts].filter(([, count]) => count >= recentDates.length * MIN_SHARE);
  return new Set(usual.map(([day]) => day));
}

const RECENT_ENTRIES = 100;
const MIN_ENTRIES = 20;

/** A weekday with less than 5 % of the recent entries is not a usual one. */
const MIN_SHARE = 0.05;
