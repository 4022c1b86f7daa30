import { dateOfSerial, serialOf } from '../../dates/calendar.ts';
import type { Conventions } from '../../newsroom/conventions.ts';
import { inYear } from '../../newsroom/profile/ownYear.ts';

/** A published entry with its number. */
interface NumberedDay {
  readonly number: number;
  readonly date: string;
}

/** Where a log begins its count anew each year: the year and number of a date that is in a later year than the newest entry. */
export interface NewYear {
  readonly lastYear: string;
  readonly year: string;
  readonly number: number;
}

/**
 * The first number of a new year; undefined within the year of the newest entry, and in logs that just count on. `days` are in the order of
 * their dates.
 */
export function newYearOn(
  date: string,
  days: readonly NumberedDay[],
  { count, title, fileName }: Conventions,
): NewYear | undefined {
  const last = days.at(-1);
  if (!last || (count !== 'entries' && count !== 'weeks')) return undefined;
  const isByWeek = count === 'weeks' && days.slice(-3).every((day) => isoWeekOf(day.date).week === day.number);
  const yearOf = (each: string) => (isByWeek ? isoWeekOf(each).year : each.slice(0, 4));
  const [lastYear, year] = [yearOf(last.date), yearOf(date)];
  if (year <= lastYear) return undefined;
  const firstOfYear = days.findIndex((day) => yearOf(day.date) === lastYear);
  const before = days[firstOfYear - 1];
  const hasBegunAnew =
    before !== undefined && (days[firstOfYear]?.number ?? 0) < before.number && (days[firstOfYear]?.number ?? 0) <= 3;
  const form = `${title?.prefix ?? ''} ${title?.suffix ?? ''} ${fileName.pattern}`;
  const isNamedByYear = inYear(form, lastYear, '') !== form && last.number <= MAX_A_YEAR;
  if (!hasBegunAnew && !(before === undefined && isNamedByYear)) return undefined;
  return { lastYear, year, number: isByWeek ? isoWeekOf(date).week : 1 };
}

/** As many as there are days. */
const MAX_A_YEAR = 366;

/** The conventions with the new year in place of the last one: `2032-W01` after `2031-W52`. */
export function conventionsInYear(
  conventions: Conventions,
  { lastYear, year }: Pick<NewYear, 'lastYear' | 'year'>,
): Conventions {
  const { title, fileName } = conventions;
  return {
    ...conventions,
    title: title && {
      ...title,
      prefix: inYear(title.prefix, lastYear, year),
      suffix: inYear(title.suffix, lastYear, year),
    },
    fileName: { ...fileName, pattern: inYear(fileName.pattern, lastYear, year) },
  };
}

/** The week of a date and its year, by ISO 8601: the week of the first Thursday is the first. */
function isoWeekOf(date: string): { readonly year: string; readonly week: number } {
  const serial = serialOf(date);
  const thursday = serial - ((serial + 3) % 7) + 3;
  const year = (dateOfSerial(thursday) ?? date).slice(0, 4);
  return { year, week: Math.floor((thursday - serialOf(`${year}-01-01`)) / 7) + 1 };
}
