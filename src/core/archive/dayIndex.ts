import type { Day } from '../entry/day.ts';
import { oncePer } from '../text/oncePer.ts';

/** Looks up the published days of an archive. */
export interface DayIndex {
  readonly byDate: ReadonlyMap<string, readonly Day[]>;
  readonly byNumber: ReadonlyMap<number, readonly Day[]>;
  /** Every month that has an entry, as `2031-01`. */
  readonly months: ReadonlySet<string>;
}

/** The index of the days of an archive. Cached per array. */
export const indexDays = oncePer((days: readonly Day[]): DayIndex => {
  const byDate = new Map<string, Day[]>();
  const byNumber = new Map<number, Day[]>();
  const months = new Set<string>();
  for (const day of days) {
    if (day.draft || day.date === undefined) continue;
    months.add(day.date.slice(0, 7));
    add(byDate, day.date, day);
    if (day.number !== undefined) add(byNumber, day.number, day);
  }
  return { byDate, byNumber, months };
});

/** The numbered published entries that have a date, by date and those of one day by number. Cached per array of days. */
export const numberedEntries = oncePer((days: readonly Day[]): readonly NumberedEntry[] =>
  days
    .flatMap(({ path, draft, date, number }) =>
      draft || date === undefined || number === undefined ? [] : [{ path, date, number }],
    )
    .sort((a, b) => (a.date === b.date ? a.number - b.number : a.date < b.date ? -1 : 1)),
);

/** A published entry with a number. */
export interface NumberedEntry {
  readonly path: string;
  readonly date: string;
  readonly number: number;
}

function add<K>(map: Map<K, Day[]>, key: K, day: Day): void {
  const list = map.get(key);
  if (list) list.push(day);
  else map.set(key, [day]);
}
