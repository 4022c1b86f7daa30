import { daysBetween, isDate, serialOf } from '../../dates/calendar.ts';
import { dayNumber, type Epoch, inSameCount } from '../../dates/epochs.ts';
import type { Day } from '../../entry/day.ts';
import type { Conventions } from '../../newsroom/conventions.ts';
import { conventionsInYear, newYearOn } from './yearlyCount.ts';

/** The archive that a new entry has to fit into. */
export interface CountedArchive {
  readonly conventions: Conventions;
  readonly epochs: readonly Epoch[];
  readonly days: readonly Day[];
}

/** The number of an entry of that date; undefined if the archive does not show it. */
export function numberOn(date: string, { conventions, epochs, days }: CountedArchive): number | undefined {
  const { count } = conventions;
  if (count === 'calendar') return dayNumber(date, epochs) ?? agreedNumber(date, days);
  const numbered = numberedDays(days);
  const last = numbered.at(-1);
  if (!last || countUndated(days) > numbered.length) return highestUndated(days);
  if (date < last.date) return undefined;
  const newYear = newYearOn(date, numbered, conventions);
  if (newYear) return newYear.number;
  if (count === 'entries') return highestNumber(last, days) + 1;
  return last.number + weeksBetween(last.date, date, days);
}

/** The entry that has that number already, in the count that the date belongs to. */
export function entryWithNumber(
  number: number,
  date: string,
  { conventions, epochs, days }: CountedArchive,
): Day | undefined {
  const sameNumber = days.filter((day) => day.number === number);
  if (conventions.count === 'calendar')
    return sameNumber.find((day) => day.date === undefined || inSameCount(day.date, date, epochs));
  // A count that has begun anew with 1 may have the same numbers again.
  const numbered = numberedDays(days);
  const newYear = newYearOn(date, numbered, conventions);
  const start = newYear ? `${newYear.year}-01-01` : startOfCount(numbered);
  return sameNumber.find((day) => day.date === undefined || day.date >= start);
}

function countUndated(days: readonly Day[]): number {
  return days.filter(({ draft, number, date }) => !draft && number !== undefined && date === undefined).length;
}

/** The number after the highest one, in a log without dates. */
function highestUndated(days: readonly Day[]): number | undefined {
  const numbers = days.flatMap(({ number }) => number ?? []);
  return numbers.length === 0 ? undefined : Math.max(...numbers) + 1;
}

/** The date from which on no number occurs again; empty if the count has never begun anew. */
function startOfCount(numbered: readonly NumberedDay[]): string {
  const start = numbered.findLastIndex(
    ({ number }, index) => number === 1 || (number <= FIRST_NUMBERS && number < (numbered[index - 1]?.number ?? 0)),
  );
  return numbered[start]?.date ?? '';
}

/** A count that begins anew may lack its first numbers, as that of the weeks of a year does after a holiday. */
const FIRST_NUMBERS = 3;

/** The conventions on that date, of which titles and names may contain the year. */
export function conventionsOn(date: string, { conventions, days }: CountedArchive): Conventions {
  const last = numberedDays(days).at(-1);
  if (!last) return conventions;
  const newYear = newYearOn(date, numberedDays(days), conventions);
  const years = newYear ?? { lastYear: last.date.slice(0, 4), year: date.slice(0, 4) };
  return years.year > years.lastYear ? conventionsInYear(conventions, years) : conventions;
}

interface NumberedDay extends Day {
  readonly number: number;
  readonly date: string;
}

/** The published numbered entries, or the drafts as long as there are no others, in the order of their dates. */
function numberedDays(days: readonly Day[]): readonly NumberedDay[] {
  const numbered = days.filter(
    (day): day is NumberedDay => day.number !== undefined && day.date !== undefined && isDate(day.date),
  );
  const published = numbered.filter(({ draft }) => !draft);
  return (published.length > 0 ? published : numbered).toSorted((a, b) =>
    a.date === b.date ? a.number - b.number : a.date < b.date ? -1 : 1,
  );
}

/** The number of the last entry or of a draft that is to follow it. */
function highestNumber({ number }: NumberedDay, days: readonly Day[]): number {
  const drafts = days.flatMap((day) => (day.draft && day.number !== undefined ? [day.number] : []));
  return Math.max(number, ...drafts.filter((draft) => draft - number <= MAX_DRAFTS_AHEAD));
}

const MAX_DRAFTS_AHEAD = 20;

/** Weeks between two dates as the log counts them: by the calendar, from Monday on, or else in sevens of days, rounded. */
function weeksBetween(from: string, to: string, days: readonly Day[]): number {
  const numbered = numberedDays(days);
  const fits = (weeks: (a: string, b: string) => number) =>
    numbered.filter((day, index) => {
      const previous = numbered[index - 1];
      return previous && day.number - previous.number === weeks(previous.date, day.date);
    }).length;
  return (fits(weeksBySevens) > fits(weeksByCalendar) ? weeksBySevens : weeksByCalendar)(from, to);
}

function weeksBySevens(from: string, to: string): number {
  return Math.round((daysBetween(from, to) ?? 0) / 7);
}

function weeksByCalendar(from: string, to: string): number {
  return weekOf(to) - weekOf(from);
}

/** Weeks since one in 1970, from Monday on. */
function weekOf(date: string): number {
  return Math.floor((serialOf(date) + 3) / 7);
}

/** The number that all numbered entries agree on, counting calendar days from each. So few are no epoch yet, but a sensible guess. */
function agreedNumber(date: string, days: readonly Day[]): number | undefined {
  const numbers = new Set<number>();
  for (const { date: otherDate, number } of days) {
    const daysAfter = otherDate === undefined ? undefined : daysBetween(otherDate, date);
    if (number !== undefined && daysAfter !== undefined) numbers.add(number + daysAfter);
  }
  const [agreed] = numbers;
  return numbers.size === 1 && agreed !== undefined && agreed >= 1 ? agreed : undefined;
}
