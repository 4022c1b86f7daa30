import { addDays, daysBetween, isDate, weekday } from './calendar.ts';

/** What a writer typed to name a day: a real date, `YYYY-MM-DD`, or one that no calendar has, such as `2026-02-30`. */
export type TypedDate =
  | { readonly kind: 'date'; readonly date: string }
  /** `text` is the date as typed. */
  | { readonly kind: 'no-such-day'; readonly text: string };

/**
 * Reads `today`, `tomorrow`, `yesterday`, a weekday (the next one after today), `+2` and `-1` (days from today), `3/23`, `Mar 23`,
 * `2026-03-23` and `3/23/2026`. Without a year, it is the nearest such day to today. Three letters of a word are enough. Returns
 * undefined if the text is nothing of the kind.
 */
export function readTypedDate(typed: string, today: string): TypedDate | undefined {
  const text = typed.trim().toLowerCase();
  const daysAhead = daysAheadOf(text, today);
  if (daysAhead !== undefined) return typedDate(addDays(today, daysAhead), typed);
  const parts = datePartsOf(text);
  if (!parts) return undefined;
  const { year, month, day } = parts;
  return typedDate(year === undefined ? nearestDate(month, day, today) : dateOf(year, month, day), typed);
}

function typedDate(date: string | undefined, typed: string): TypedDate {
  return date === undefined ? { kind: 'no-such-day', text: typed.trim() } : { kind: 'date', date };
}

/** The days from today that a word or a signed number stands for. */
function daysAheadOf(text: string, today: string): number | undefined {
  const [, sign, digits] = /^([+-])\s*(\d{1,5})$/.exec(text) ?? [];
  if (digits !== undefined) return sign === '-' ? -Number(digits) : Number(digits);
  if (text.length < MIN_WORD_CHARS) return undefined;
  const relative = RELATIVE_DAYS.find(({ word }) => word.startsWith(text));
  if (relative) return relative.daysAhead;
  const index = WEEKDAYS.findIndex((word) => word.startsWith(text));
  const todayIndex = weekday(today);
  return index < 0 || todayIndex === undefined ? undefined : ((index - todayIndex + 6) % 7) + 1;
}

const MIN_WORD_CHARS = 3;

const RELATIVE_DAYS = [
  { word: 'today', daysAhead: 0 },
  { word: 'tomorrow', daysAhead: 1 },
  { word: 'yesterday', daysAhead: -1 },
] as const;

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

interface DateParts {
  /** Undefined if no year was typed. */
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
}

function datePartsOf(text: string): DateParts | undefined {
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (yearFirst) return { year: Number(yearFirst[1]), month: Number(yearFirst[2]), day: Number(yearFirst[3]) };
  const monthFirst = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/.exec(text);
  if (monthFirst) return { year: yearOf(monthFirst[3]), month: Number(monthFirst[1]), day: Number(monthFirst[2]) };
  const [, name = '', day, year] = /^([a-z]{3,9})\.? (\d{1,2})(?:,? (\d{4}))?$/.exec(text) ?? [];
  const month = MONTHS.findIndex((monthName) => name !== '' && monthName.startsWith(name)) + 1;
  return month > 0 ? { year: yearOf(year), month, day: Number(day) } : undefined;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

function yearOf(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined;
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

/** The date; undefined if no calendar has it. */
function dateOf(year: number, month: number, day: number): string | undefined {
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isDate(date) ? date : undefined;
}

function nearestDate(month: number, day: number, today: string): string | undefined {
  const year = Number(today.slice(0, 4));
  const distance = (date: string) => Math.abs(daysBetween(today, date) ?? Infinity);
  return [year, year + 1, year - 1]
    .map((candidate) => dateOf(candidate, month, day))
    .filter((date) => date !== undefined)
    .sort((a, b) => distance(a) - distance(b))[0];
}
