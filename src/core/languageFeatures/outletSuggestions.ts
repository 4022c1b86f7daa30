import type { OutletUsage, OutletUsages } from '../archive/outletUsage.ts';
import type { Outlets } from '../outlets/outlets.ts';
import { isSameName, misspells } from '../outlets/spelling.ts';

/** The outlets of the archive, the likeliest first, without misspelled names. */
export function outletSuggestions(usages: OutletUsages, outlets: Pick<Outlets, 'hostsOf'>): readonly OutletUsage[] {
  const cached = cache.get(usages);
  if (cached) return cached;
  const misspelledNames = new Set(usages.all.flatMap((usage) => misspellingsOf(usage, usages, outlets)));
  const suggestions = usages.all.filter(({ name }) => !misspelledNames.has(name));
  cache.set(usages, suggestions);
  return suggestions;
}

const cache = new WeakMap<OutletUsages, readonly OutletUsage[]>();

/** Rare names on the hosts of an outlet that differ from its name only in spelling. */
function misspellingsOf(
  { name, count }: OutletUsage,
  usages: OutletUsages,
  { hostsOf }: Pick<Outlets, 'hostsOf'>,
): string[] {
  if (count < MIN_TIMES_AS_OFTEN) return [];
  return hostsOf(name)
    .flatMap((host) => usages.forHost(host).map((usage) => usage.name))
    .filter((otherName) => otherName !== name && (isSameName(otherName, name) || misspells(otherName, name)))
    .filter((otherName) => {
      const otherCount = usages.forName(otherName)?.count ?? 0;
      return otherCount * MIN_TIMES_AS_OFTEN <= count && hostsOf(otherName).length === 0;
    });
}

/** The right name of an outlet occurs at least this many times as often as a misspelling. */
const MIN_TIMES_AS_OFTEN = 20;
