import { addDays, weekday } from '../../dates/calendar.ts';
import type { Day } from '../../entry/day.ts';

/**
 * The date for the next entry: today where it is free, else the next free one of a day of the week on which the newsroom
 * publishes. Undefined where weeks ahead none is free.
 */
export function nextDay(today: string, days: readonly Day[], isFree: (date: string) => boolean): string | undefined {
  if (isFree(today)) return today;
  const usual = usualWeekdays(days);
  for (let ahead = 1; ahead <= FARTHEST; ahead++) {
    const date = addDays(today, ahead);
    if (date !== undefined && usual.has(weekday(date) ?? -1) && isFree(date)) return date;
  }
  return undefined;
}

/** In days. */
const FARTHEST = 60;

/** The days of the week, 0 for Sunday, of the latest entries; Monday to Friday where there are too few to tell. */
export function usualWeekdays(days: readonly Day[]): ReadonlySet<number> {
  const dates = days.filter(({ draft, number }) => !draft && number !== undefined).map(({ date }) => date ?? '');
  const latest = dates.sort().slice(-LATEST);
  if (latest.length < FEWEST) return new Set([1, 2, 3, 4, 5]);
  const counts = new Map<number, number>();
  for (const date of latest) {
    const day = weekday(date);
    if (day !== undefined) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= latest.length * RARE).map(([day]) => day));
}

const LATEST = 100;
const FEWEST = 20;

/** Less than one entry in twenty: no habit. */
const RARE = 0.05;
