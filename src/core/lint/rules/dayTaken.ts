import { type DayIndex, indexDays } from '../../archive/dayIndex.ts';
import { daysBetween } from '../../dates/calendar.ts';
import type { Day } from '../../entry/day.ts';
import { dateIn, titleNumberIn } from '../frontMatter/titleAndDate.ts';
import type { Finding, Rule } from '../rule.ts';

export const dayTaken: Rule = {
  id: 'day-taken',
  summary: 'No two entries have the same date, or the same number in one count.',
  why: 'Two entries of one day share an address, so half of the links to it lead to the wrong entry. A number may return in another count: Day 1 of one count is not Day 1 of the next.',
  severity: { draft: 'error', published: 'error' },
  bad: '---\ntitle: Day ⟦11⟧\ndate: 2031-01-30 16:45:00 -08:00\n---\n',
  good: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n',
  check(entry, { path, fileName, days, dayNumber, utcOffsets }) {
    const findings: Finding[] = [];
    if (days.length === 0) return findings;
    const titleNumber = titleNumberIn(entry);
    const date = dateIn(entry, { utcOffsets, fileName });
    if (!titleNumber || date === undefined) return findings;
    const number = Number(titleNumber.digits);
    const other = entryWithSameDay(indexDays(days), { path, number, date }, dayNumber);
    if (!other) return findings;
    const duplicate = other.number === number ? `Day ${number}` : date;
    findings.push({
      from: titleNumber.from,
      to: titleNumber.to,
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
  const byOwnNumber = byNumber
    .get(own.number)
    ?.find((day) => isOther(day) && isSameCount(day.date ?? own.date, own.date, dayNumber));
  if (byOwnNumber) return byOwnNumber;
  return expected === undefined || expected === own.number ? byDate.get(own.date)?.find(isOther) : undefined;
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
