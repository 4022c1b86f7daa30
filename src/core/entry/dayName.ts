import type { Day } from './day.ts';

/** `Day 12`; the date of an entry without a number; the path if it has no date either. */
export function dayName({ number, date, path }: Day): string {
  return number === undefined ? (date ?? path) : `Day ${number}`;
}
