import { type DayIndex, indexDays } from '../../archive/dayIndex.ts';
import { daysBetween } from '../../dates/calendar.ts';
import type { Day } from '../../entry/day.ts';
import { nameOf } from '../frontMatter/nameOf.ts';
import { dateIn, titleNumberIn } from '../frontMatter/titleAndDate.ts';
import type { Finding, Rule } from '../rule.ts';

export const dayTaken: Rule = {
  id: 'day-taken',
  summary: 'No two entries have the same date, or the same number in one count.',
  why: 'Two entries of one day share an address, so half of the links to it lead to the wrong entry. A number may return in another count: Day 1 of one count is not Day 1 of the next.',
  severity: { draft: 'error', published: 'error' },
  otherSeverities: [{ severity: 'warning', when: 'if too few entries show that each has a number of its own' }],
  bad: '---\ntitle: Day ⟦11⟧\ndate: 2031-01-30 16:45:00 -08:00\n---\n',
  good: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n',
  check(entry, { path, fileName, title, days, dayNumber, numbering, utcOffsets }) {
    const findings: Finding[] = [];
    if (days.length === 0) return findings;
    const titleNumber = titleNumberIn(entry, title);
    const date = dateIn(entry, { utcOffsets, fileName });
    if (!titleNumber || date === undefined) return findings;
    const number = Number(titleNumber.digits);
    const index = indexDays(days);
    const { kind, isCertain } = numbering();
    const isCalendar = kind === 'calendar';
    const own = { path, number, date };
    const other = isCalendar ? entryWithSameDay(index, own, dayNumber) : entryWithSameNumber(index, own);
    if (!other) return findings;
    const duplicate = other.number === number ? nameOf(number, title) : date;
    findings.push({
      from: titleNumber.from,
      to: titleNumber.to,
      ...(!isCalendar && !isCertain && { severity: 'warning' }),
      message: `${duplicate} is already taken by ${other.path}.`,
      related: [{ from: 0, to: 0, path: other.path, message: `The other entry for ${duplicate}.` }],
    });
    return findings;
  },
};

interface NumberedEntry {
  readonly path: string;
  readonly number: number;
  readonly date: string;
}

/** The published entry with the same number in the same count, or with the same date. Entries with a wrong number are ignored. */
function entryWithSameDay(
  { byDate, byNumber }: DayIndex,
  own: NumberedEntry,
  dayNumber: (date: string) => number | undefined,
): Day | undefined {
  const expected = dayNumber(own.date);
  // A number that does not belong to the date is another rule's fault. A draft of tomorrow's entry has today's date and tomorrow's number.
  if (expected !== undefined && own.number !== expected && own.number !== expected + 1) return undefined;
  const hasExpectedNumber = ({ date, number }: Day) => {
    const expectedNumber = date === undefined ? undefined : dayNumber(date);
    return expectedNumber === undefined || expectedNumber === number;
  };
  const isOther = (day: Day) => day.number !== undefined && !isSameFile(day.path, own.path) && hasExpectedNumber(day);
  // Of entries whose numbers belong to their dates, those with one number in one count have one date. There are fewer to look at.
  if (expected === own.number) return byDate.get(own.date)?.find(isOther);
  const byOwnNumber = byNumber
    .get(own.number)
    ?.find((day) => isOther(day) && isSameCount(day.date ?? own.date, own.date, dayNumber));
  if (byOwnNumber) return byOwnNumber;
  return expected === undefined ? byDate.get(own.date)?.find(isOther) : undefined;
}

/** The published entry with the same number, where entries or weeks are counted and no count has begun anew with 1 between the two. */
function entryWithSameNumber({ byNumber }: DayIndex, own: NumberedEntry): Day | undefined {
  return byNumber.get(own.number)?.find(({ path, date = own.date }) => {
    const [first, last] = date < own.date ? [date, own.date] : [own.date, date];
    const isNewCount = byNumber.get(1)?.some((day) => day.date !== undefined && day.date > first && day.date <= last);
    return !isSameFile(path, own.path) && (own.number === 1 ? first === last : !isNewCount);
  });
}

/** Whether two dates are as many days apart as their numbers. Without a known count, all entries are in one. */
function isSameCount(a: string, b: string, dayNumber: (date: string) => number | undefined): boolean {
  const first = dayNumber(a);
  const second = dayNumber(b);
  return first === undefined || second === undefined ? first === second : second - first === daysBetween(a, b);
}

/** The path of an entry outside any newsroom is its file name alone. */
function isSameFile(path: string, own: string): boolean {
  return path === own || path.endsWith(`/${own}`);
}
