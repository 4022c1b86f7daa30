import type { Day } from '../entry/day.ts';
import { withColon } from './timestamp.ts';

type OffsetsAt = (date: string, time: string) => readonly string[] | undefined;

/**
 * Whether the published entries of an archive are written in the zone whose offsets are given, so that `offset` is an exception. If not, as
 * in an archive written in UTC, or by authors in several places, it is no fault. `ownEntries` is 1 if the entry in question is one of the
 * published ones, or else 0.
 */
export function isExceptionalOffset(
  offset: string,
  days: readonly Day[],
  offsetsAt: OffsetsAt,
  ownEntries: 0 | 1,
): boolean {
  let usage = cache.get(days);
  if (!usage) {
    usage = countUsage(days, offsetsAt);
    cache.set(days, usage);
  }
  const others = usage.total - ownEntries;
  if (others <= 0 || usage.inZone * 2 >= others) return true;
  const withSameOffset = (usage.byOffset.get(offset) ?? 0) - ownEntries;
  return withSameOffset * 2 <= others && others < MANY_ENTRIES;
}

/** So many entries of which most are not in the zone come from several places. */
const MANY_ENTRIES = 10;

interface ZoneUsage {
  /** The number of entries with an offset. */
  readonly total: number;
  readonly inZone: number;
  readonly byOffset: ReadonlyMap<string, number>;
}

/** By array of days: the zone is always that of the same newsroom. */
const cache = new WeakMap<readonly Day[], ZoneUsage>();

function countUsage(days: readonly Day[], offsetsAt: OffsetsAt): ZoneUsage {
  const byOffset = new Map<string, number>();
  let total = 0;
  let inZone = 0;
  for (const { draft, date, time, offset: written } of days) {
    if (draft || date === undefined || time === undefined || written === undefined) continue;
    const offset = withColon(written);
    total++;
    byOffset.set(offset, (byOffset.get(offset) ?? 0) + 1);
    if (offsetsAt(date, time)?.includes(offset)) inZone++;
  }
  return { total, inZone, byOffset };
}
