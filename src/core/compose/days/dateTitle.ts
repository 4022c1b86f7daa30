import { isDate, serialOf } from '../../dates/calendar.ts';
import type { Day } from '../../entry/day.ts';

/**
 * The title of an entry of that date in a log that titles its entries by their dates: `2031-01-31`, `Friday, January 31, 2031`, `Log of
 * 31.1.2031`. Undefined if the newest titles are not alike but for their dates.
 */
export function dateTitle(date: string, days: readonly Day[]): string | undefined {
  const titled = days.flatMap(({ draft, date: ownDate, title }) =>
    !draft && title !== undefined && ownDate !== undefined && isDate(ownDate) ? [{ date: ownDate, title }] : [],
  );
  const newest = titled.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)).slice(0, WITNESSES);
  const [first] = newest;
  if (!first) return undefined;
  for (const form of FORMS) {
    const template = templateOf(first.title, form(first.date));
    if (template === undefined) continue;
    if (newest.every((other) => filledIn(template, form(other.date)) === other.title)) {
      return filledIn(template, form(date));
    }
  }
  return undefined;
}

const WITNESSES = 3;

/** The texts that stand for a date. */
interface DateWords {
  readonly date: string;
  /** In the language of the date; absent if the form has none. */
  readonly weekday?: string;
}

type DateTitleForm = (date: string) => DateWords;

/** The title with a mark in place of the date, and another in place of the weekday. */
function templateOf(title: string, { date, weekday }: DateWords): string | undefined {
  if (!title.includes(date)) return undefined;
  const template = title.replace(date, DATE_MARK);
  return weekday === undefined ? template : template.replace(weekday, WEEKDAY_MARK);
}

function filledIn(template: string, { date, weekday = '' }: DateWords): string {
  return template.replace(DATE_MARK, date).replace(WEEKDAY_MARK, weekday);
}

const DATE_MARK = '\u0000';
const WEEKDAY_MARK = '\u0001';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'];

/** Those with more words first: what is left of a title must be alike in all. */
const FORMS: readonly DateTitleForm[] = [
  ...LANGUAGES.flatMap((language) => [...inWords(language, 'long'), ...inWords(language, 'short')]),
  inDigits((y, m, d) => `${y}年${Number(m)}月${Number(d)}日`),
  ...['-', '/', '.', ''].map((sign) => inDigits((y, m, d) => [y, m, d].join(sign))),
  ...['.', '/', '-'].map((sign) => inDigits((y, m, d) => [d, m, y].join(sign))),
  ...['.', '/'].map((sign) => inDigits((y, m, d) => [Number(d), Number(m), y].join(sign))),
  ...['/', '-'].map((sign) => inDigits((y, m, d) => [m, d, y].join(sign))),
  inDigits((y, m, d) => [Number(m), Number(d), y].join('/')),
];

function inDigits(write: (year: string, month: string, day: string) => string): DateTitleForm {
  return (date) => {
    const [year = '', month = '', day = ''] = date.split('-');
    return { date: write(year, month, day) };
  };
}

/** `January 31, 2031`, `31 January 2031`, `31. Januar 2031`, and the same without a year. */
function inWords(language: string, length: 'long' | 'short'): readonly DateTitleForm[] {
  const named = (write: (year: string, month: string, day: number) => string): DateTitleForm => {
    return (date) => {
      const nameOf = (part: 'month' | 'weekday') =>
        new Intl.DateTimeFormat(language, { [part]: length, timeZone: 'UTC' }).format(serialOf(date) * DAY_MS);
      return { date: write(date.slice(0, 4), nameOf('month'), Number(date.slice(8))), weekday: nameOf('weekday') };
    };
  };
  return [
    named((year, month, day) => `${month} ${day}, ${year}`),
    named((year, month, day) => `${month} ${day} ${year}`),
    named((year, month, day) => `${day} ${month} ${year}`),
    named((year, month, day) => `${day}. ${month} ${year}`),
    named((year, month, day) => `${day} de ${month} de ${year}`),
    named((_, month, day) => `${month} ${day}`),
    named((_, month, day) => `${day}. ${month}`),
    named((_, month, day) => `${day} ${month}`),
  ];
}

const DAY_MS = 86_400_000;
