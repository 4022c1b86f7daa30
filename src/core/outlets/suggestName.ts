import { copyOf } from '../text/text.ts';
import { hostOf } from '../urls/url.ts';
import { MIN_CITATIONS, mostCited, type NamesByHost } from './citedNames.ts';
import { isSharedHost, type KnownOutlets, knownName } from './knownOutlets.ts';
import { moreOutlets } from './moreOutlets.ts';
import { nameFromHost } from './nameFromHost.ts';
import { nearestHost } from './nearestHost.ts';

/** Creates the function `Outlets.suggestName`. */
export function nameSuggester(
  namesByHost: NamesByHost,
  knownOutlets: KnownOutlets,
): (address: string) => string | undefined {
  const cache = new Map<string, string>();
  return (address) => {
    const host = hostOf(address);
    if (host === undefined) return undefined;
    const sectionName = moreOutlets().get(hostAndFirstFolder(address, host));
    if (sectionName !== undefined) return sectionName;
    let name = cache.get(host);
    if (name === undefined) {
      const hostCopy = copyOf(host);
      name = nearestHost(hostCopy, (domain) => nameAt(domain, namesByHost, knownOutlets)) ?? nameFromHost(hostCopy);
      cache.set(hostCopy, name);
    }
    return name;
  };
}

/** `nytimes.com/athletic` of `https://www.nytimes.com/athletic/1`: some outlets live in a folder of another outlet's site. */
function hostAndFirstFolder(address: string, host: string): string {
  const path = address.indexOf('/', address.indexOf('//') + 2);
  const end = path < 0 ? -1 : address.indexOf('/', path + 1);
  return end < 0 ? '' : host + address.slice(path, end);
}

/** The archive's most cited name, if it is cited clearly more often than the known name. */
function nameAt(host: string, namesByHost: NamesByHost, knownOutlets: KnownOutlets): string | undefined {
  const serviceName = knownOutlets.services.find(([, serviceHost]) => serviceHost === host)?.[0];
  const builtIn = knownName(host, knownOutlets) ?? moreOutlets().get(host) ?? serviceName;
  const [name, count] = mostCited(namesByHost.get(host) ?? new Map());
  if (name === '' || (builtIn === undefined && count === 1 && isSharedHost(host, knownOutlets))) return builtIn;
  if (builtIn === undefined) return name;
  const builtInCount = namesByHost.get(host)?.get(builtIn) ?? 0;
  return count > builtInCount + 2 * MIN_CITATIONS ? name : builtIn;
}
