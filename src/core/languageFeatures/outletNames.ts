import type { OutletUsage, OutletUsages } from '../archive/outletUsage.ts';
import { dayName } from '../entry/dayName.ts';
import type { Entry } from '../entry/entry.ts';
import { knownNames } from '../outlets/knownNames.ts';
import type { Outlets } from '../outlets/outlets.ts';
import { nameKey } from '../outlets/spelling.ts';
import { lazy } from '../text/lazy.ts';
import { textOf } from '../text/text.ts';
import { hostAt } from '../urls/url.ts';
import { outletSuggestions } from './outletSuggestions.ts';

/** An outlet to offer. */
export interface OutletName {
  readonly name: string;
  /** How the archive cites it, if it does. */
  readonly usage: OutletUsage | undefined;
  /** Where else it is from: the entry, or the list that Daybook brings along. */
  readonly origin: 'archive' | 'entry' | 'known';
}

/**
 * The outlets to offer at the caret, each only once: those of the archive, the likeliest first; then those that only this entry cites, the
 * last first; then the ones that Daybook knows. Where the archive or the entry cites the host of a known outlet under another name, that
 * name is the outlet's. The link around the caret does not count, since it is still being written.
 */
export function outletNames(
  entry: Entry,
  caret: number,
  usages: OutletUsages,
  outlets: Pick<Outlets, 'hostsOf' | 'suggestName'>,
): readonly OutletName[] {
  const names: OutletName[] = [];
  const keys = new Set<string>();
  const add = (name: string, origin: OutletName['origin'], usage?: OutletUsage) => {
    const key = nameKey(name);
    if (key === '' || (keys.has(key) && origin !== 'archive')) return;
    keys.add(key);
    names.push({ name, origin, usage });
  };
  for (const usage of outletSuggestions(usages, outlets)) add(usage.name, 'archive', usage);
  const cited = citedIn(entry, caret);
  for (const { name } of cited.toReversed()) add(name, 'entry');
  const citedHosts = new Set(cited.map(({ host }) => host));
  for (const { name, hosts } of KNOWN_NAMES()) {
    if (hosts.some((host) => citedHosts.has(host) || usages.forHost(host).length > 0)) continue;
    add(outlets.suggestName(`https://${hosts[0]}/`) ?? name, 'known');
  }
  return names;
}

const KNOWN_NAMES = lazy(() => knownNames());

/** The outlets that the entry cites, in the order of the text. A name that no outlet is likely to have is left out. */
function citedIn({ text, blocks }: Entry, caret: number): { readonly name: string; readonly host: string }[] {
  return blocks
    .flatMap(({ citationGroups }) => citationGroups)
    .flatMap(({ pieces }) => pieces)
    .flatMap((piece) => {
      if (piece.kind !== 'citation' || (piece.from <= caret && caret <= piece.to)) return [];
      const name = textOf(text, piece.link.name).trim();
      const host = hostAt(text, piece.link.address);
      return host === undefined || name.length > MAX_NAME_CHARS || /[\n[\]()]/.test(name) ? [] : [{ name, host }];
    });
}

/** Longer text is a sentence. */
const MAX_NAME_CHARS = 60;

/**
 * `2 times, last Day 12`: short, since the rows of the list are narrow. `isPartial`: not all entries of the archive have been read, so that
 * nothing can be counted, and no day is known to be the last.
 */
export function outletDetail({ origin, usage }: Pick<OutletName, 'origin' | 'usage'>, isPartial = false): string {
  if (usage === undefined) return origin === 'entry' ? 'in this entry' : isPartial ? '' : 'not cited yet';
  const { count, lastDay } = usage;
  if (isPartial) return `cited on ${dayName(lastDay)}`;
  return count === 1 ? `once, ${dayName(lastDay)}` : `${count.toLocaleString('en-US')} times, last ${dayName(lastDay)}`;
}
