import type { Day } from '../entry/day.ts';
import type { ArchiveIndex } from './archiveIndex.ts';
import { monthNumber } from './monthNumber.ts';
import { tagsAndCitationsIn } from './summaryCodec.ts';

/** How published entries cite an outlet, by the name they cite it with. */
export interface OutletUsage {
  readonly name: string;
  /** The number of citations. */
  readonly count: number;
  /** The newest day that cites it. */
  readonly lastDay: Day;
  /** The number of citations weighted by age: a citation loses half of its weight every year. */
  readonly weight: number;
}

/** How the published entries of an archive cite outlets. */
export interface OutletUsages {
  /** By weight, the highest first. */
  readonly all: readonly OutletUsage[];
  readonly forName: (name: string) => OutletUsage | undefined;
  /** The names that a host is cited with; by weight, the highest first. */
  readonly forHost: (host: string) => readonly OutletUsage[];
}

/** The part of an archive index that outlet usages are computed from. */
export type UsageArchive = Pick<ArchiveIndex, 'days' | 'indexedEntry' | 'names'>;

/** Counts the citations of an archive. Takes some milliseconds for many years; cached until a day is added or changed. */
export function outletUsages(archive: UsageArchive): OutletUsages {
  const counting = countOutletUsages(archive);
  for (let step = counting.next(); ; step = counting.next()) if (step.done) return step.value;
}

/** Does the same step by step, so that a caller can yield in between. Fills the cache of `outletUsages`. */
export function* countOutletUsages(archive: UsageArchive): Generator<undefined, OutletUsages> {
  const days = archive.days();
  const cached = cache.get(days);
  if (cached) return cached;
  const usages = yield* countUsages(archive, days);
  cache.set(days, usages);
  return usages;
}

const cache = new WeakMap<readonly Day[], OutletUsages>();

interface MutableUsage {
  readonly name: string;
  count: number;
  lastDay: Day;
  weight: number;
}

function* countUsages({ indexedEntry, names }: UsageArchive, days: readonly Day[]): Generator<undefined, OutletUsages> {
  const byId: (MutableUsage | undefined)[] = Array.from(names.outlets, () => undefined);
  let newestMonth = 0;
  for (const [index, day] of days.entries()) {
    if (index % DAYS_PER_STEP === 0) yield;
    if (!day.draft) newestMonth = Math.max(newestMonth, monthNumber(day.date));
  }
  for (const [index, day] of days.entries()) {
    if (index % DAYS_PER_STEP === 0) yield;
    const encoded = day.draft ? undefined : indexedEntry(day.path)?.encoded;
    if (!encoded) continue;
    const weight = 2 ** ((monthNumber(day.date) - newestMonth) / 12);
    for (const id of tagsAndCitationsIn(encoded).outlets) {
      const usage = byId[id];
      if (usage) add(usage, 1, day, weight);
      else byId[id] = { name: names.outlets[id]?.outlet ?? '', count: 1, lastDay: day, weight };
    }
  }
  yield;
  const byName = new Map<string, MutableUsage>();
  const byHost = new Map<string, MutableUsage[]>();
  for (const [id, usage] of byId.entries()) {
    if (!usage || usage.name === '') continue;
    const host = names.outlets[id]?.host ?? '';
    byHost.set(host, [...(byHost.get(host) ?? []), usage]);
    const total = byName.get(usage.name);
    if (total) add(total, usage.count, usage.lastDay, usage.weight);
    else byName.set(usage.name, { ...usage });
  }
  return {
    all: byWeight([...byName.values()]),
    forName: (name) => byName.get(name),
    forHost: (host) => byWeight(byHost.get(host) ?? []),
  };
}

const DAYS_PER_STEP = 16;

function add(usage: MutableUsage, count: number, day: Day, weight: number): void {
  usage.count += count;
  usage.weight += weight;
  if ((day.date ?? '') > (usage.lastDay.date ?? '')) usage.lastDay = day;
}

function byWeight(usages: readonly OutletUsage[]): OutletUsage[] {
  return [...usages].sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1));
}
