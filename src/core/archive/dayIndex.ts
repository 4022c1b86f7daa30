import type { Day } from '../entry/day.ts';

/** The published days of an archive, to be looked up. */
export interface DayIndex {
  readonly byDate: ReadonlyMap<string, readonly Day[]>;
  readonly byNumber: ReadonlyMap<number, readonly Day[]>;
  /** `2031-01` for every month with an entry. */
  readonly months: ReadonlySet<string>;
}

/** The index of an archive; worked out once for each list of days. */
export function indexDays(days: readonly Day[]): DayIndex {
  const known = indexes.get(days);
  if (known) return known;
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
  indexes.set(days, index);
  return index;
}

const indexes = new WeakMap<readonly Day[], DayIndex>();

function add<K>(map: Map<K, Day[]>, key: K, day: Day): void {
  const list = map.get(key);
  if (list) list.push(day);
  else map.set(key, [day]);
}
