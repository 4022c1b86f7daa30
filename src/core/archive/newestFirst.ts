import type { Day } from '../entry/day.ts';

/** Sorts days by date, time and path, the newest first; undated ones come last. */
export function newestFirst(a: Day, b: Day): number {
  return compare(b.date ?? '', a.date ?? '') || compare(b.time ?? '', a.time ?? '') || compare(b.path, a.path);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
