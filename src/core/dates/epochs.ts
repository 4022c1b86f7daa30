import type { Day } from '../entry/day.ts';
import { addDays, dateOfSerial, daysBetween, isDate, serialOf } from './calendar.ts';

/** A count of days: the date `from` is Day `day`, the next one Day `day + 1`, and so on until another epoch starts. */
export interface Epoch {
  readonly from: string;
  readonly day: number;
}

/** The epoch in force on the date, which is the last that has started by then. `epochs` are sorted by start. */
export function epochOn(date: string, epochs: readonly Epoch[]): Epoch | undefined {
  return epochs.findLast((epoch) => epoch.from <= date);
}

/** The day number of the date; undefined if no epoch is in force or the date is not real. */
export function dayNumber(date: string, epochs: readonly Epoch[]): number | undefined {
  const epoch = epochOn(date, epochs);
  if (!epoch) return undefined;
  const days = daysBetween(epoch.from, date);
  return days === undefined ? undefined : epoch.day + days;
}

/** The date of a day number in an epoch: Day 1080 counted from 2017-01-20 is `2020-01-04`. */
export function dateOfDay(number: number, epoch: Epoch): string | undefined {
  return addDays(epoch.from, number - epoch.day);
}

/** Whether both dates belong to one count, in which a number occurs only once. Without epochs, all dates do. */
export function inSameCount(a: string, b: string, epochs: readonly Epoch[]): boolean {
  return dayZeroOf(epochOn(a, epochs)) === dayZeroOf(epochOn(b, epochs));
}

/** The serial of the date that would be Day 0. Epochs that continue one another have the same. */
function dayZeroOf(epoch: Epoch | undefined): number | undefined {
  return epoch && serialOf(epoch.from) - epoch.day;
}

/** The date of the earliest published entry that has a number. */
export function firstEntryDate(days: readonly Day[]): string | undefined {
  let first: string | undefined;
  for (const { date, draft, number } of days) {
    if (draft || date === undefined || number === undefined) continue;
    if (first === undefined || date < first) first = date;
  }
  return first;
}

/**
 * Learns the epochs from the published entries. The result is sorted by start; each learned epoch starts at its Day 1.
 *
 * Each entry votes for the date that its number makes Day 1. Among all sequences of epochs (timelines), the one that explains the
 * most entries wins, where an epoch counts only if it explains at least three. A run of wrong numbers does not start an epoch: it votes
 * for a Day 1 in the distant past, and an epoch from then on would contradict every correct entry since.
 *
 * `configured` epochs are always in force. A learned epoch that starts up to a month after a configured one is taken for the same
 * count, numbered wrongly, and dropped. An archive that does not number calendar days (half of its entries unexplained) yields no
 * learned epochs.
 */
export function learnEpochs(days: readonly Day[], configured: readonly Epoch[] = []): readonly Epoch[] {
  const fixedEpochs = configured.filter(isEpoch).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const votes = votesOf(days);
  const candidates = candidatesOf(votes, fixedEpochs);
  const timeline = bestTimeline(votes, candidates);
  const learned = timeline.filter(({ isFixed }) => !isFixed);
  const explained = (timeline.at(-1)?.score ?? 0) + learned.length * EPOCH_COST;
  if (explained * 2 <= votes.length) return fixedEpochs;
  return timeline
    .map(({ start, dayOne }) => ({ from: dateOfSerial(start) ?? '', day: start - dayOne + 1 }))
    .filter(isEpoch);
}

/** Votes that an epoch costs: at 2, an epoch that explains three entries is worth having. */
const EPOCH_COST = 2;

/** A learned epoch that starts this many days after a configured one, or sooner, is taken for the same. */
const SAME_EPOCH_DAYS = 31;

/** The date of an entry and the date that its number makes Day 1, as serials. */
interface Vote {
  readonly date: number;
  readonly dayOne: number;
}

/** An epoch that may be in force from `start` on, with its Day 1 at `dayOne`; both are serials. */
interface Candidate {
  readonly start: number;
  readonly dayOne: number;
  readonly isFixed: boolean;
  /** Entries explained by the best timeline that ends with this candidate, minus the cost of its epochs. */
  score: number;
  /** The candidate before this one in that timeline. */
  previous: Candidate | undefined;
}

function votesOf(days: readonly Day[]): readonly Vote[] {
  const votes: Vote[] = [];
  for (const { date, draft, number } of days) {
    if (draft || date === undefined || number === undefined || number < 1) continue;
    const serial = serialOf(date);
    if (!Number.isNaN(serial)) votes.push({ date: serial, dayOne: serial - number + 1 });
  }
  return votes.sort((a, b) => a.date - b.date);
}

function candidatesOf(votes: readonly Vote[], fixedEpochs: readonly Epoch[]): readonly Candidate[] {
  const candidates = fixedEpochs.map(({ from, day }) => newCandidate(serialOf(from), day, true));
  const fixedStarts = candidates.map(({ start }) => start);
  for (const dayOne of new Set(votes.map((vote) => vote.dayOne))) {
    const isSame = fixedStarts.some((start) => start <= dayOne && dayOne <= start + SAME_EPOCH_DAYS);
    if (!isSame) candidates.push(newCandidate(dayOne, 1, false));
  }
  return candidates.sort((a, b) => a.start - b.start);
}

/** One pass over time: each candidate continues the timeline that is best when it starts, and scores with each vote for it. */
function bestTimeline(votes: readonly Vote[], candidates: readonly Candidate[]): readonly Candidate[] {
  const byDayOne = groupByDayOne(candidates);
  let best: Candidate | undefined;
  let lastFixedStart = Number.NEGATIVE_INFINITY;
  let next = 0;
  const startUntil = (date: number): void => {
    for (let candidate = candidates[next]; candidate && candidate.start <= date; candidate = candidates[++next]) {
      candidate.previous = best;
      candidate.score = (best?.score ?? 0) - (candidate.isFixed ? 0 : EPOCH_COST);
      if (!candidate.isFixed) continue;
      lastFixedStart = candidate.start;
      best = candidate;
    }
  };
  for (const { date, dayOne } of votes) {
    startUntil(date);
    for (const candidate of byDayOne.get(dayOne) ?? []) {
      if (candidate.start > date || candidate.start < lastFixedStart) continue;
      candidate.score++;
      if (candidate.score > (best?.score ?? 0)) best = candidate;
    }
  }
  startUntil(Number.POSITIVE_INFINITY);
  const timeline: Candidate[] = [];
  for (let candidate = best; candidate; candidate = candidate.previous) timeline.push(candidate);
  return timeline.reverse();
}

function newCandidate(start: number, day: number, isFixed: boolean): Candidate {
  return { start, dayOne: start - day + 1, isFixed, score: 0, previous: undefined };
}

function groupByDayOne(candidates: readonly Candidate[]): ReadonlyMap<number, readonly Candidate[]> {
  const groups = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const group = groups.get(candidate.dayOne);
    if (group) group.push(candidate);
    else groups.set(candidate.dayOne, [candidate]);
  }
  return groups;
}

function isEpoch({ from, day }: Epoch): boolean {
  return isDate(from) && Number.isSafeInteger(day);
}
