import { copyOf } from '../text/text.ts';
import { hostOf } from '../urls/url.ts';
import type { Outlet, Outlets } from './outlets.ts';

/** What a newsroom's settings say of outlets. */
export interface OwnOutlets {
  /** The outlet at a host (in small letters). */
  readonly outlets: Readonly<Record<string, string>>;
  /** Hosts, and names of outlets, that are not judged. */
  readonly ignoredOutlets: readonly string[];
}

/** What is known of outlets, but for what the newsroom says itself: that goes before, at the host and at those below it. */
export function withOwnOutlets(known: Outlets, { outlets, ignoredOutlets }: OwnOutlets): Outlets {
  const named = new Map(Object.entries(outlets));
  const ignored = new Set(ignoredOutlets);
  if (named.size === 0 && ignored.size === 0) return known;
  const homes = new Map<string, string[]>();
  for (const [host, name] of named) homes.set(name, [...(homes.get(name) ?? []), host]);
  const ownName = (host: string) => nearestOf(host, (part) => named.get(part));
  const isIgnored = (host: string) => nearestOf(host, (part) => ignored.has(part) || undefined) ?? false;
  const judged = new Map<string, Outlet | undefined>();
  const judge = (host: string): Outlet | undefined => {
    if (isIgnored(host)) return undefined;
    const own = ownName(host);
    const names = own === undefined ? known.at(host)?.names : [own];
    const [name] = names ?? [];
    if (name === undefined || ignored.has(name)) return undefined;
    const before = own === undefined ? known.at(host) : undefined;
    const counts = before ?? { host, cited: 0, named: 0, certain: true };
    return { ...counts, name, names: [...(names ?? []), ...ignored] };
  };
  return {
    at(host) {
      const before = judged.get(host);
      if (before || judged.has(host)) return before;
      const own = copyOf(host);
      const outlet = judge(own);
      judged.set(own, outlet);
      return outlet;
    },
    homesOf: (name) => (ignored.has(name) ? [] : [...(homes.get(name) ?? []), ...known.homesOf(name)]),
    spellingOf(name, host) {
      if (ignored.has(name) || isIgnored(host) || homes.has(name)) return undefined;
      return known.spellingOf(name, host);
    },
    nameFor: (address) => ownName(hostOf(address) ?? '') ?? known.nameFor(address),
  };
}

/** What is said of a host, or of the nearest one above it. */
function nearestOf<T>(host: string, said: (host: string) => T | undefined): T | undefined {
  for (let part = host; part.includes('.'); part = part.slice(part.indexOf('.') + 1)) {
    const found = said(part);
    if (found !== undefined) return found;
  }
  return undefined;
}
