import type { Day } from '../entry/day.ts';
import { lowerBound } from '../text/lowerBound.ts';

/** The keys that a published entry may lack honestly, where those around it do: an older archive had not all of them. */
const OPTIONAL = ['description', 'image', 'todayInOneSentence'] as const;

/** The same, to be looked up. */
export const OPTIONAL_KEYS: ReadonlySet<string> = new Set(OPTIONAL);

/**
 * Those of the optional keys that most published entries around a date have (the last ones where no date is given); all where there is
 * no other entry, none without an archive.
 */
export function usualKeys(days: readonly Day[], date: string | undefined): readonly string[] {
  if (days.length === 0) return [];
  const { dates, having } = historyOf(days);
  const from = date === undefined ? dates.length : lowerBound(dates, (other) => other < date);
  const to = date === undefined ? dates.length : lowerBound(dates, (other) => other <= date);
  const low = Math.max(0, from - NEIGHBOURS);
  const high = Math.min(dates.length, to + NEIGHBOURS);
  const around = high - low - (to - from);
  if (around === 0) return OPTIONAL;
  return OPTIONAL.filter((name) => {
    const until = (index: number) => having[name][index] ?? 0;
    return (until(high) - until(to) + until(from) - until(low)) * 2 > around;
  });
}

/** So many on either side. */
const NEIGHBOURS = 10;

interface History {
  /** Of the published entries whose keys are known, in order. */
  readonly dates: readonly string[];
  /** How many of the first `n` have the key, at index `n`. */
  readonly having: Readonly<Record<(typeof OPTIONAL)[number], readonly number[]>>;
}

/** Worked out once for each list of days. */
function historyOf(days: readonly Day[]): History {
  const known = histories.get(days);
  if (known) return known;
  const published = days
    .flatMap(({ draft, date, keys }) => (draft || date === undefined || !keys ? [] : [{ date, keys }]))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const having: Record<(typeof OPTIONAL)[number], number[]> = { description: [0], image: [0], todayInOneSentence: [0] };
  for (const name of OPTIONAL) {
    let count = 0;
    for (const { keys } of published) {
      if (keys.includes(name)) count++;
      having[name].push(count);
    }
  }
  const history = { dates: published.map(({ date }) => date), having };
  histories.set(days, history);
  return history;
}

const histories = new WeakMap<readonly Day[], History>();
