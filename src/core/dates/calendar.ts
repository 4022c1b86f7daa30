import type { Day } from '../entry/day.ts';

/** A count of days: the date `from` is Day `day`, the next one Day `day + 1`, and so on until another epoch begins. */
export interface Epoch {
  readonly from: string;
  readonly day: number;
}

/** Whether the text is a real date, `YYYY-MM-DD`: `2024-02-29` is, `2025-02-29` and `2025-2-28` are not. */
export function isDate(text: string): boolean {
  return !Number.isNaN(serialOf(text));
}

/** The date so many days later (earlier, where negative); undefined where the date is not real or the result beyond 9999. */
export function addDays(date: string, days: number): string | undefined {
  return dateOf(serialOf(date) + days);
}

/** How many days `to` is after `from` (negative where before); undefined where one of them is not a real date. */
export function daysBetween(from: string, to: string): number | undefined {
  const days = serialOf(to) - serialOf(from);
  return Number.isNaN(days) ? undefined : days;
}

/** The day of the week, 0 for Sunday to 6 for Saturday; undefined where the date is not real. */
export function weekday(date: string): number | undefined {
  const serial = serialOf(date);
  // 1970-01-01 was a Thursday.
  return Number.isNaN(serial) ? undefined : (((serial + 4) % 7) + 7) % 7;
}

/** The epoch in force on the date: the last that has begun by then. `epochs` are in the order of their beginnings. */
export function epochOn(date: string, epochs: readonly Epoch[]): Epoch | undefined {
  return epochs.findLast((epoch) => epoch.from <= date);
}

/** The number of the date's day; undefined where no epoch is in force, or the date is not real. */
export function dayNumber(date: string, epochs: readonly Epoch[]): number | undefined {
  const epoch = epochOn(date, epochs);
  if (!epoch) return undefined;
  const after = daysBetween(epoch.from, date);
  return after === undefined ? undefined : epoch.day + after;
}

/** The date of the numbered day in the epoch's count: Day 1080 counted from 2017-01-20 is `2020-01-04`. */
export function dateOfDay(number: number, epoch: Epoch): string | undefined {
  return addDays(epoch.from, number - epoch.day);
}

/** Whether both dates are numbered by one count, in which a number comes only once. Without epochs, all is one count. */
export function inSameCount(a: string, b: string, epochs: readonly Epoch[]): boolean {
  return firstOf(epochOn(a, epochs)) === firstOf(epochOn(b, epochs));
}

/** The date of the earliest numbered entry that is published. */
export function firstEntryDate(days: readonly Day[]): string | undefined {
  let first: string | undefined;
  for (const { date, draft, number } of days) {
    if (draft || date === undefined || number === undefined) continue;
    if (first === undefined || date < first) first = date;
  }
  return first;
}

/**
 * The counts that the published entries show, in the order of their beginnings, each from its Day 1.
 *
 * An entry votes for the date that its number makes Day 1. Whichever counts are in force, the one begun last numbers
 * a date; of all such timelines the one is taken that explains most entries, where a count must explain three
 * to be worth its place. A run of wrong numbers votes for a date long past, from which on a count
 * of its own would make every right entry wrong: it stays alone, wherever it stands.
 *
 * `configured` epochs are in force as they are; a learned one that begins on such a day or in the month after it
 * is the same count, miscounted, and dropped. An archive that does not count calendar days (half of its entries
 * unexplained) teaches nothing.
 */
export function learnEpochs(days: readonly Day[], configured: readonly Epoch[] = []): readonly Epoch[] {
  const fixed = configured.filter(isEpoch).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const votes = votesOf(days);
  const counts = possibleCounts(votes, fixed);
  const timeline = bestTimeline(votes, counts);
  const learned = timeline.filter((count) => !count.fixed);
  const explained = (timeline.at(-1)?.score ?? 0) + learned.length * PRICE;
  if (explained * 2 <= votes.length) return fixed;
  return timeline.map(({ from, first }) => ({ from: dateOf(from) ?? '', day: from - first + 1 })).filter(isEpoch);
}

/** What a count costs against the entries it explains: with 2, a count that explains three is worth having. */
const PRICE = 2;

/** How long after a configured epoch's first day a learned one is taken for the same. */
const SAME_BEGINNING = 31;

interface Vote {
  readonly date: number;
  readonly first: number;
}

/** A count that may be in force from the day `from` on, numbering from its Day 1, `first`. */
interface Count {
  readonly from: number;
  readonly first: number;
  readonly fixed: boolean;
  /** Entries explained by the best timeline that this count is the last of, less the price of its counts. */
  score: number;
  /** The count before it in that timeline. */
  before: Count | undefined;
}

function votesOf(days: readonly Day[]): readonly Vote[] {
  const votes: Vote[] = [];
  for (const { date, draft, number } of days) {
    if (draft || date === undefined || number === undefined || number < 1) continue;
    const serial = serialOf(date);
    if (!Number.isNaN(serial)) votes.push({ date: serial, first: serial - number + 1 });
  }
  return votes.sort((a, b) => a.date - b.date);
}

function possibleCounts(votes: readonly Vote[], fixed: readonly Epoch[]): readonly Count[] {
  const counts: Count[] = fixed.map(({ from, day }) => countOf(serialOf(from), day, true));
  const begun = counts.map(({ from }) => from);
  for (const first of new Set(votes.map((vote) => vote.first))) {
    if (!begun.some((from) => from <= first && first <= from + SAME_BEGINNING)) counts.push(countOf(first, 1, false));
  }
  return counts.sort((a, b) => a.from - b.from);
}

/** One walk along time: a count begins on top of the timeline that is best by then, and grows with each vote for it. */
function bestTimeline(votes: readonly Vote[], counts: readonly Count[]): readonly Count[] {
  const byFirst = groupByFirst(counts);
  let best: Count | undefined;
  let takenOver = Number.NEGATIVE_INFINITY;
  let next = 0;
  const begin = (until: number): void => {
    for (let begins = counts[next]; begins && begins.from <= until; begins = counts[++next]) {
      begins.before = best;
      begins.score = (best?.score ?? 0) - (begins.fixed ? 0 : PRICE);
      if (!begins.fixed) continue;
      takenOver = begins.from;
      best = begins;
    }
  };
  for (const { date, first } of votes) {
    begin(date);
    for (const voted of byFirst.get(first) ?? []) {
      if (voted.from > date || voted.from < takenOver) continue;
      voted.score++;
      if (voted.score > (best?.score ?? 0)) best = voted;
    }
  }
  begin(Number.POSITIVE_INFINITY);
  const timeline: Count[] = [];
  for (let at = best; at; at = at.before) timeline.push(at);
  return timeline.reverse();
}

function countOf(from: number, day: number, fixed: boolean): Count {
  return { from, first: from - day + 1, fixed, score: 0, before: undefined };
}

function groupByFirst(counts: readonly Count[]): ReadonlyMap<number, readonly Count[]> {
  const groups = new Map<number, Count[]>();
  for (const count of counts) {
    const group = groups.get(count.first);
    if (group) group.push(count);
    else groups.set(count.first, [count]);
  }
  return groups;
}

function isEpoch({ from, day }: Epoch): boolean {
  return isDate(from) && Number.isSafeInteger(day);
}

function firstOf(epoch: Epoch | undefined): number | undefined {
  return epoch && serialOf(epoch.from) - epoch.day;
}

/** Days since 1970-01-01 in the Gregorian calendar; NaN where the text is not a real date. */
function serialOf(date: string): number {
  if (date.length !== 10 || date[4] !== '-' || date[7] !== '-') return Number.NaN;
  const year = digits(date, 0, 4);
  const month = digits(date, 5, 7);
  const day = digits(date, 8, 10);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month))) return Number.NaN;
  // Years that begin in March have their odd day last, and the lengths of their months follow a line.
  const march = month < 3 ? year - 1 : year;
  const months = (month + 9) % 12;
  const leaps = Math.floor(march / 4) - Math.floor(march / 100) + Math.floor(march / 400);
  return 365 * march + leaps + Math.floor((153 * months + 2) / 5) + day - 719_469;
}

function dateOf(serial: number): string | undefined {
  const time = new Date(serial * 86_400_000);
  const date = Number.isNaN(time.getTime()) ? '' : time.toISOString();
  return date.length === 24 ? date.slice(0, 10) : undefined;
}

function lengthOfMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}
