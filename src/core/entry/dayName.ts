import type { Day } from './day.ts';
import { nameOfNumber } from './titleForm.ts';

/** `Day 12`; the date of an entry without a number; the path if it has no date either. */
export function dayName({ name, number, date, path }: Day): string {
  return name ?? (number === undefined ? (date ?? path) : nameOfNumber(number));
}
