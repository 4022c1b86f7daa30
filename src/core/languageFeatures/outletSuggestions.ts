import type { OutletUsage, OutletUsages } from '../archive/outletUsage.ts';
import type { Outlets } from '../outlets/outlets.ts';
import { isSameName, misspells } from '../outlets/spelling.ts';

/** The outlets that a writer can be offered, the likeliest first: those of the archive, without the slips among their names. */
export function outletSuggestions(uses: OutletUsages, outlets: Pick<Outlets, 'homesOf'>): readonly OutletUsage[] {
  const before = known.get(uses);
  if (before) return before;
  const slips = new Set(uses.all.flatMap((use) => (use.count < OFTEN ? [] : slipsFor(use, uses, outlets))));
  const offered = uses.all.filter(({ name }) => !slips.has(name));
  known.set(uses, offered);
  return offered;
}

const known = new WeakMap<OutletUsages, readonly OutletUsage[]>();

/** What was hardly ever written where an outlet is at home, and is its name but for the spelling. */
function slipsFor({ name, count }: OutletUsage, uses: OutletUsages, { homesOf }: Pick<Outlets, 'homesOf'>): string[] {
  return homesOf(name)
    .flatMap((host) => uses.at(host).map((use) => use.name))
    .filter((other) => other !== name && (isSameName(other, name) || misspells(other, name)))
    .filter((other) => (uses.named(other)?.count ?? 0) * OFTEN <= count && homesOf(other).length === 0);
}

/** So many times as often as a slip the right name comes, at least. */
const OFTEN = 20;
