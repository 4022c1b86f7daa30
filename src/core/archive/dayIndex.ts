import type { Day } from '../entry/day.ts';

/** Looks up the published days of an archive. */
export interface DayIndex {
  readonly byDate: ReadonlyMap<string, readonly Day[]>;
  readonly byNumber: ReadonlyMap<number, readonly Day[]>;
  /** Every month that has an entry, as `2031-01`. */
  readonly months: ReadonlySet<string>;
}

/** The index of the days of an archive. Cached per array. */
export function indexDays(days: readonly Day[]): DayIndex {
  const cached = cache.get(days);
  if (cached) return cached;
  const byDate = new Map<string, Day[]>();
  const byNumber = new Map<number, Day[]>();
  const months = new Set<string>();
  for (const day of days) {
    if (day.draft || day.date === undefined) continue;
    months.add(day.date.slice(0, 7));
    add(byDate, day.date, day);
    if (day.number !== undefined) add(byNumber, day.number, day);
  }
  const index = { byDate, byNumber, months };
  cache.set(days, index);
  return index;
}

const cache = new WeakMap<readonly Day[], DayIndex>();

function add<K>(map: Map<K, Day[]>, key: K, day: Day): void {
  const list = map.get(key);
  if (list) list.push(day);
  else map.set(key, [day]);
}
