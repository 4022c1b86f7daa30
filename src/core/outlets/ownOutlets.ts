import { copyOf } from '../text/text.ts';
import { hostOf } from '../urls/url.ts';
import { nearestHost } from './nearestHost.ts';
import type { Outlet, Outlets } from './outlets.ts';

/** The settings of a newsroom for its outlets. */
export interface OwnOutlets {
  /** Outlet names by host, in lower case. */
  readonly outlets: Readonly<Record<string, string>>;
  /** Hosts and outlet names that citations are not judged by. */
  readonly ignoredOutlets: readonly string[];
}

/** The outlets with a newsroom's settings applied. A setting takes precedence at its host and all subdomains. */
export function withOwnOutlets(base: Outlets, { outlets, ignoredOutlets }: OwnOutlets): Outlets {
  const ownNames = new Map(Object.entries(outlets));
  const ignored = new Set(ignoredOutlets);
  if (ownNames.size === 0 && ignored.size === 0) return base;
  const ownHosts = new Map<string, string[]>();
  for (const [host, name] of ownNames) ownHosts.set(name, [...(ownHosts.get(name) ?? []), host]);
  const ownNameFor = (host: string) => nearestHost(host, (domain) => ownNames.get(domain));
  const isIgnored = (host: string) => nearestHost(host, (domain) => ignored.has(domain) || undefined) ?? false;
  const cache = new Map<string, Outlet | undefined>();
  const outletAt = (host: string): Outlet | undefined => {
    if (isIgnored(host)) return undefined;
    const ownName = ownNameFor(host);
    const baseOutlet = ownName === undefined ? base.forHost(host) : undefined;
    const names = ownName === undefined ? baseOutlet?.names : [ownName];
    const [name] = names ?? [];
    if (name === undefined || ignored.has(name)) return undefined;
    const outlet = baseOutlet ?? { host, citationCount: 0, acceptedCount: 0, isCertain: true };
    return { ...outlet, name, names: [...(names ?? []), ...ignored] };
  };
  return {
    forHost(host) {
      const cached = cache.get(host);
      if (cached || cache.has(host)) return cached;
      const hostCopy = copyOf(host);
      const outlet = outletAt(hostCopy);
      cache.set(hostCopy, outlet);
      return outlet;
    },
    hostsOf: (name) => (ignored.has(name) ? [] : [...(ownHosts.get(name) ?? []), ...base.hostsOf(name)]),
    usualSpelling(name, host) {
      if (ignored.has(name) || isIgnored(host) || ownHosts.has(name)) return undefined;
      return base.usualSpelling(name, host);
    },
    suggestName: (address) => ownNameFor(hostOf(address) ?? '') ?? base.suggestName(address),
  };
}
