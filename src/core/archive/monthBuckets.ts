import type { Day } from '../entry/day.ts';
import { copyOf } from '../text/text.ts';

/**
 * Entries by path, in many small maps, about one per month. Growing a small map is fast; growing one large map would block for too long.
 */
interface MonthBuckets<T extends { readonly day: Day }> {
  readonly get: (path: string) => T | undefined;
  /** Adds an entry, or replaces the one at its path. */
  readonly set: (entry: T) => void;
  readonly remove: (path: string) => void;
  /** The number of entries. */
  readonly size: () => number;
  /** All entries, bucket by bucket. */
  readonly all: () => readonly T[];
}

export function openMonthBuckets<T extends { readonly day: Day }>(): MonthBuckets<T> {
  const buckets = new Map<string, Map<string, T>>();
  let size = 0;
  return {
    get: (path) => buckets.get(bucketKey(path))?.get(path),
    set(entry) {
      const { path } = entry.day;
      const bucket = buckets.get(bucketKey(path));
      if (!bucket) buckets.set(copyOf(bucketKey(path)), new Map([[path, entry]]));
      else if (bucket.has(path)) size--;
      bucket?.set(path, entry);
      size++;
    },
    remove(path) {
      if (buckets.get(bucketKey(path))?.delete(path)) size--;
    },
    size: () => size,
    all: () => Array.from(buckets.values(), (bucket) => [...bucket.values()]).flat(),
  };
}

/** The path up to the month in its file name: `_posts/2031-01` of `_posts/2031-01-30-day-11.markdown`. */
function bucketKey(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + '/2031-01'.length);
}
