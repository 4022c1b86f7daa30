import { daysBetween, serialOf } from '../../dates/calendar.ts';
import { dayNumber, type Epoch, learnEpochs } from '../../dates/epochs.ts';
import { localDays } from '../../dates/localDays.ts';
import type { TimeZone } from '../../dates/timeZone.ts';
import { absentFact, atMost, type Fact, factOf, unknownFact } from './fact.ts';
import { newestRun } from './newestRun.ts';
import type { NumberedEntry, Series } from './series.ts';
import { seriesWordOf } from './seriesWords.ts';
import { writtenDayOf } from './writtenDay.ts';

/** How entries are counted: one more each calendar day, each entry or each week, or not at all. */
export type CountKind = 'calendar' | 'entries' | 'weeks' | 'none';

export interface Count {
  readonly kind: CountKind;
  /** For a count of calendar days, as many as can be learned. */
  readonly epochs: readonly Epoch[];
  /** The newest number and its date; null if nothing is numbered. */
  readonly newest: { readonly number: number; readonly date: string | null } | null;
}

interface CountedEntry extends NumberedEntry {
  /** In the site's zone. */
  readonly date: string | undefined;
}

export interface CountOptions {
  readonly epochs: readonly Epoch[];
  readonly findZone: () => TimeZone | undefined;
}

/** How a series is counted. Of several counts that explain it, the one that its word names. */
export function countFact(
  series: Series | undefined,
  entryCount: number,
  { epochs: configured, findZone }: CountOptions,
): Fact<Count> {
  if (!series) return absentFact({ kind: 'none', epochs: configured, newest: null }, entryCount);
  const days = localDays(series.members.map(writtenDayOf), findZone);
  const epochs = learnEpochs(days, configured);
  const members = series.members.map((member, index): CountedEntry => ({ ...member, date: days[index]?.date }));
  const isUndated = members.filter((member) => yearOrDateOf(member) === '').length * 2 > members.length;
  const counted = members.sort(isUndated ? (a, b) => a.number - b.number : compareCounted);
  const fits = fitsOf(counted, epochs);
  const run = newestRun(counted, kindsFor(series), (_, kind, index) => fits[kind][index] ?? false);
  const last = counted.at(-1);
  if (!run || !last) return unknownFact({ kind: 'none', epochs: configured, newest: null });
  const start = counted.length - run.items.length;
  const fitting = new Set(counted.filter((_, index) => fits[run.form][index]));
  const value: Count = {
    kind: run.form,
    epochs: run.form === 'calendar' ? epochs : configured,
    newest: { number: last.number, date: last.date ?? null },
  };
  const since = run.isChanged ? run.items[0]?.date : series.since;
  const fact = factOf(value, run.items, (item) => fitting.has(item), since);
  if (fact.total < 2) return atMost('guess', fact);
  if (fact.agree * 2 < fact.total) return guessedCount(counted, value);
  const isAmbiguous = KINDS.some(
    (kind) => kind !== run.form && counted.every((_, index) => index < start || fits[kind][index]),
  );
  return isAmbiguous ? atMost('likely', fact) : fact;
}

/** Where no count explains the numbers, entries may be missing: numbers that rise are taken to count the entries. */
function guessedCount(counted: readonly CountedEntry[], value: Count): Fact<Count> {
  const rising = new Set(counted.filter(({ number }, index) => number > (counted[index - 1]?.number ?? 0)));
  return atMost(
    'guess',
    factOf({ ...value, kind: 'entries' }, counted, (item) => rising.has(item)),
  );
}

const KINDS = ['calendar', 'entries', 'weeks'] as const;
type NumberedKind = (typeof KINDS)[number];

/** The counts in the order in which the word of the series suggests them. */
function kindsFor({ members }: Series): readonly NumberedKind[] {
  const text = members.at(-1)?.text;
  const word = text && seriesWordOf(text);
  if (word === 'day') return ['calendar', 'entries', 'weeks'];
  return word === 'week' ? ['weeks', 'entries', 'calendar'] : ['entries', 'weeks', 'calendar'];
}

/** For each kind and each entry, whether its number follows from those before it. A count may begin anew with 1, and anywhere at first. */
function fitsOf(
  entries: readonly CountedEntry[],
  epochs: readonly Epoch[],
): Readonly<Record<NumberedKind, readonly boolean[]>> {
  const follows = (step: (from: CountedEntry, to: CountedEntry, places: number) => boolean) =>
    entries.map((entry, index) => {
      const [beforeLast, last] = [entries[index - 2], entries[index - 1]];
      // If only the entry before this one has a wrong number, this one still follows from the one before that.
      return (
        !last || entry.number === 1 || step(last, entry, 1) || (beforeLast !== undefined && step(beforeLast, entry, 2))
      );
    });
  const byDays = follows((from, to) => to.number > from.number && to.number - from.number === daysFrom(from, to));
  return {
    calendar: entries.map(({ date, number }, index) => {
      const expected = date === undefined ? undefined : dayNumber(date, epochs);
      return expected === number || (byDays[index] ?? false);
    }),
    entries: follows((from, to, places) => to.number - from.number === places),
    weeks: follows((from, to) => to.number > from.number && isWeeksLater(from, to)),
  };
}

function daysFrom(from: CountedEntry, to: CountedEntry): number | undefined {
  return from.date === undefined || to.date === undefined ? undefined : daysBetween(from.date, to.date);
}

/** Whether the numbers differ by the weeks from one date to the other, rounded or by the calendar: an issue may be a day or two late. */
function isWeeksLater(from: CountedEntry, to: CountedEntry): boolean {
  const days = daysFrom(from, to);
  if (days === undefined) return false;
  const weeks = to.number - from.number;
  return weeks === Math.round(days / 7) || weeks === weekOf(to.date ?? '') - weekOf(from.date ?? '');
}

/** Weeks since one in 1970, from Monday on. */
function weekOf(date: string): number {
  return Math.floor((serialOf(date) + 3) / 7);
}

function compareCounted(a: CountedEntry, b: CountedEntry): number {
  const [dateOfA, dateOfB] = [yearOrDateOf(a), yearOrDateOf(b)];
  return dateOfA < dateOfB ? -1 : dateOfA > dateOfB ? 1 : a.number - b.number;
}

/** Empty if neither is known. */
function yearOrDateOf({ date, entry }: CountedEntry): string {
  return date ?? entry.file.year ?? '';
}
