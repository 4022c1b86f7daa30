import { DIGIT_0 } from '../text/charCodes.ts';

/** Whether the text is a real date in the form `YYYY-MM-DD`: `2024-02-29` is, `2025-02-29` and `2025-2-28` are not. */
export function isDate(text: string): boolean {
  return !Number.isNaN(serialOf(text));
}

/** The date that many days later, or earlier if negative; undefined if the date is not real or the result is after 9999. */
export function addDays(date: string, days: number): string | undefined {
  return dateOfSerial(serialOf(date) + days);
}

/** The number of days from one date to the other, negative if `to` is earlier; undefined if either is not a real date. */
export function daysBetween(from: string, to: string): number | undefined {
  const days = serialOf(to) - serialOf(from);
  return Number.isNaN(days) ? undefined : days;
}

/** The day of the week, 0 for Sunday to 6 for Saturday; undefined if the date is not real. */
export function weekday(date: string): number | undefined {
  const serial = serialOf(date);
  // 1970-01-01 was a Thursday.
  return Number.isNaN(serial) ? undefined : (((serial + 4) % 7) + 7) % 7;
}

/** The date with its weekday for display, `Fri 2025-09-05`; the text alone if it is not a real date. */
export function withWeekday(date: string): string {
  const day = weekday(date);
  return day === undefined ? date : `${WEEKDAYS[day]} ${date}`;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Days since 1970-01-01 in the Gregorian calendar; NaN if the text is not a real date. */
export function serialOf(date: string): number {
  if (date.length !== 10 || date[4] !== '-' || date[7] !== '-') return Number.NaN;
  const year = 100 * twoDigitsAt(date, 0) + twoDigitsAt(date, 2);
  const month = twoDigitsAt(date, 5);
  const day = twoDigitsAt(date, 8);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month))) return Number.NaN;
  // In years that start in March the leap day comes last, and a linear formula gives the days before each month.
  const yearFromMarch = month < 3 ? year - 1 : year;
  const monthFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(yearFromMarch / 4) - Math.floor(yearFromMarch / 100) + Math.floor(yearFromMarch / 400);
  return 365 * yearFromMarch + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + day - 719_469;
}

/** The inverse of `serialOf`; undefined if the number is NaN or the date would be outside the years 0 to 9999. */
export function dateOfSerial(serial: number): string | undefined {
  const time = new Date(serial * DAY_MS);
  const date = Number.isNaN(time.getTime()) ? '' : time.toISOString();
  return date.length === 24 ? date.slice(0, 10) : undefined;
}

const DAY_MS = 86_400_000;

function lengthOfMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** The number that two digits form; NaN if either character is not a digit. */
function twoDigitsAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - DIGIT_0;
  const ones = text.charCodeAt(at + 1) - DIGIT_0;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
