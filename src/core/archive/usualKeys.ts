import type { Day } from '../entry/day.ts';
import { lowerBound } from '../text/lowerBound.ts';
import { oncePer } from '../text/oncePer.ts';

/** Keys that a published entry may lack if its neighbours lack them too: older entries were written without them. */
const OPTIONAL_KEY_NAMES = ['description', 'image', 'todayInOneSentence'] as const;

type OptionalKey = (typeof OPTIONAL_KEY_NAMES)[number];

/** The same as a set. */
export const OPTIONAL_KEYS: ReadonlySet<string> = new Set(OPTIONAL_KEY_NAMES);

/**
 * The optional keys that most published entries around a date have (the newest entries if there is no date). None if there is no other
 * published entry.
 */
export function usualKeys(days: readonly Day[], date: string | undefined): readonly string[] {
  if (days.length === 0) return [];
  const { dates, counts } = keyHistory(days);
  const from = date === undefined ? dates.length : lowerBound(dates, (other) => other < date);
  const to = date === undefined ? dates.length : lowerBound(dates, (other) => other <= date);
  const start = Math.max(0, from - NEIGHBOURS_PER_SIDE);
  const end = Math.min(dates.length, to + NEIGHBOURS_PER_SIDE);
  const neighbourCount = end - start - (to - from);
  return OPTIONAL_KEY_NAMES.filter((name) => {
    const countBefore = (index: number) => counts[name][index] ?? 0;
    return (countBefore(end) - countBefore(to) + countBefore(from) - countBefore(start)) * 2 > neighbourCount;
  });
}

const NEIGHBOURS_PER_SIDE = 10;

interface KeyHistory {
  /** The dates of the published entries whose keys are known, in ascending order. */
  readonly dates: readonly string[];
  /** At index `n`: how many of the first `n` entries have the key. */
  readonly counts: Readonly<Record<OptionalKey, readonly number[]>>;
}

/** Cached per array of days. */
const keyHistory = oncePer((days: readonly Day[]): KeyHistory => {
  const published = days
    .flatMap(({ draft, date, keys }) => (draft || date === undefined || !keys ? [] : [{ date, keys }]))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const counts: Record<OptionalKey, number[]> = { description: [0], image: [0], todayInOneSentence: [0] };
  for (const name of OPTIONAL_KEY_NAMES) {
    let count = 0;
    for (const { keys } of published) {
      if (keys.includes(name)) count++;
      counts[name].push(count);
    }
  }
  return { dates: published.map(({ date }) => date), counts };
});
