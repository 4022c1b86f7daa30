import type { Day } from '../entry/day.ts';
import type { ArchiveIndex } from './archiveIndex.ts';
import { scanEncoded } from './summaryCodec.ts';

/** How an outlet has been cited, by the name that it was cited under. */
export interface OutletUsage {
  readonly name: string;
  /** How often published entries cite it. */
  readonly count: number;
  /** The latest of them. */
  readonly last: Day;
  /** How likely it is to be cited again: what is a year old counts half. */
  readonly weight: number;
}

/** How outlets have been cited in an archive. */
export interface OutletUsages {
  /** The likeliest first. */
  readonly all: readonly OutletUsage[];
  readonly named: (name: string) => OutletUsage | undefined;
  /** The names that a host was cited under, the likeliest first. */
  readonly at: (host: string) => readonly OutletUsage[];
}

/** What an archive has to tell for it; an archive's index is one. */
export type OutletSource = Pick<ArchiveIndex, 'days' | 'kept' | 'names'>;

/** How the published entries cite outlets. Takes some milliseconds for many years; the same until a day is added or changes. */
export function outletUsages(archive: OutletSource): OutletUsages {
  const counting = countOutletUsages(archive);
  for (let step = counting.next(); ; step = counting.next()) if (step.done) return step.value;
}

/** The same in pieces, with other work between them; whoever asks for `outletUses` afterwards has them at once. */
export function* countOutletUsages(archive: OutletSource): Generator<undefined, OutletUsages> {
  const days = archive.days();
  const before = known.get(days);
  if (before) return before;
  const uses = yield* countUses(archive, days);
  known.set(days, uses);
  return uses;
}

const known = new WeakMap<readonly Day[], OutletUsages>();

/** Of one name at one host, or of more taken together. */
interface Counting {
  readonly name: string;
  count: number;
  last: Day;
  weight: number;
}

function* countUses({ kept, names }: OutletSource, days: readonly Day[]): Generator<undefined, OutletUsages> {
  const byId: (Counting | undefined)[] = Array.from(names.outlets, () => undefined);
  let newest = 0;
  for (const [index, day] of days.entries()) {
    if (index % FEW === 0) yield;
    if (!day.draft) newest = Math.max(newest, monthOf(day));
  }
  for (const [index, day] of days.entries()) {
    if (index % FEW === 0) yield;
    const packed = day.draft ? undefined : kept(day.path)?.packed;
    if (!packed) continue;
    const weight = 2 ** ((monthOf(day) - newest) / 12);
    scanEncoded(packed, ignore, (id) => {
      const use = byId[id];
      if (use) add(use, 1, day, weight);
      else byId[id] = { name: names.outlets[id]?.outlet ?? '', count: 1, last: day, weight };
    });
  }
  yield;
  const byName = new Map<string, Counting>();
  const byHost = new Map<string, Counting[]>();
  for (const [id, use] of byId.entries()) {
    if (!use || use.name === '') continue;
    const host = names.outlets[id]?.host ?? '';
    byHost.set(host, [...(byHost.get(host) ?? []), use]);
    const all = byName.get(use.name);
    if (all) add(all, use.count, use.last, use.weight);
    else byName.set(use.name, { ...use });
  }
  return {
    all: inOrder([...byName.values()]),
    named: (name) => byName.get(name),
    at: (host) => inOrder(byHost.get(host) ?? []),
  };
}

/** So many days are one piece. */
const FEW = 16;

function add(use: Counting, count: number, day: Day, weight: number): void {
  use.count += count;
  use.weight += weight;
  if ((day.date ?? '') > (use.last.date ?? '')) use.last = day;
}

function inOrder(uses: readonly OutletUsage[]): OutletUsage[] {
  return [...uses].sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1));
}

function monthOf({ date }: Day): number {
  return date === undefined ? 0 : Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

function ignore(): void {}
