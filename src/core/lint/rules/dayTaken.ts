import { type DayIndex, indexDays } from '../../archive/dayIndex.ts';
import { daysBetween } from '../../dates/calendar.ts';
import type { Day } from '../../entry/day.ts';
import { keyOf, scalar } from '../../entry/frontMatter.ts';
import type { Finding, Rule } from '../rule.ts';

export const dayTaken: Rule = {
  id: 'day-taken',
  summary: 'There is one entry for each date and each number of a count.',
  why: 'Two entries of one day stand at one address, and of the links that lead there half go wrong. Numbers come again in another count: Day 1 of one is not Day 1 of the next.',
  severity: { draft: 'error', published: 'error' },
  bad: '---\ntitle: Day ⟦11⟧\ndate: 2031-01-30 16:45:00 -08:00\n---\n',
  good: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n',
  check({ text, frontMatter }, { path, days, dayNumber }) {
    const findings: Finding[] = [];
    if (days.length === 0) return findings;
    const title = keyOf(frontMatter, 'title');
    const dateKey = keyOf(frontMatter, 'date');
    const digits = title && /^\s*day\s+(\d+)\s*$/i.exec(scalar(text, title))?.[1];
    const date = dateKey && /^\d{4}-\d{2}-\d{2}/.exec(scalar(text, dateKey))?.[0];
    if (!title || !digits || date === undefined) return findings;
    const number = Number(digits);
    const other = taken(indexDays(days), { path, number, date }, dayNumber);
    if (!other) return findings;
    const from = text.indexOf(digits, title.value.from);
    const what = other.number === number ? `Day ${number}` : date;
    findings.push({
      from,
      to: from + digits.length,
      message: `${what} is taken by ${other.path}.`,
      related: [{ from: 0, to: 0, path: other.path, message: `This entry is ${what}.` }],
    });
    return findings;
  },
};

interface Numbered {
  readonly path: string;
  readonly number: number;
  readonly date: string;
}

/** The published entry that has the number in the same count, or the date. One with a wrong number takes nobody's. */
function taken(
  { byDate, byNumber }: DayIndex,
  own: Numbered,
  dayNumber: (date: string) => number | undefined,
): Day | undefined {
  const expected = dayNumber(own.date);
  // Where the number is not the date's, that is the fault. A draft of tomorrow's entry has today's date and tomorrow's number.
  if (expected !== undefined && own.number !== expected && own.number !== expected + 1) return undefined;
  const isRight = ({ date, number }: Day) => {
    const right = date === undefined ? undefined : dayNumber(date);
    return right === undefined || right === number;
  };
  const isOther = (day: Day) => day.number !== undefined && !isSameFile(day.path, own.path) && isRight(day);
  const byOwnNumber = byNumber
    .get(own.number)
    ?.find((day) => isOther(day) && inOneCount(day.date ?? own.date, own.date, dayNumber));
  if (byOwnNumber) return byOwnNumber;
  return expected === undefined || expected === own.number ? byDate.get(own.date)?.find(isOther) : undefined;
}

/** Whether two dates are as many days apart as their numbers; where no count is known all is one. */
function inOneCount(a: string, b: string, dayNumber: (date: string) => number | undefined): boolean {
  const first = dayNumber(a);
  const second = dayNumber(b);
  return first === undefined || second === undefined ? first === second : second - first === daysBetween(a, b);
}

/** A file outside any newsroom is known by its name alone. */
function isSameFile(path: string, own: string): boolean {
  return path === own || path.endsWith(`/${own}`);
}
