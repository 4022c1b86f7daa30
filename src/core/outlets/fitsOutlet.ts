import { hostOf } from '../urls/url.ts';
import type { Outlets } from './outlets.ts';
import { isSameName, misspells } from './spelling.ts';

/**
 * Whether an address may be one of the outlet with a name: its host is that of the outlet, or nobody knows whose it is and the outlet is not
 * known to be elsewhere.
 */
export function fitsOutlet(address: string, name: string, { forHost, hostsOf }: Outlets): boolean {
  const host = hostOf(address.trim());
  if (host === undefined) return false;
  const outlet = forHost(host);
  if (outlet) return outlet.names.some((accepted) => isSameName(accepted, name) || misspells(name, accepted));
  const hosts = hostsOf(name);
  return hosts.length === 0 || hosts.some((other) => host === other || host.endsWith(`.${other}`));
}
