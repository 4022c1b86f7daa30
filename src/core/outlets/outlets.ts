import { lazy } from '../text/lazy.ts';
import { copyOf } from '../text/text.ts';
import {
  type CitedOutlet,
  countNames,
  isMoreUsual,
  MIN_CITATIONS,
  mostCited,
  type NamesByHost,
  totalCount,
} from './citedNames.ts';
import { isSharedHost, KNOWN_OUTLETS, type KnownOutlets, knownName, ownValue } from './knownOutlets.ts';
import { moreOutlets } from './moreOutlets.ts';
import { nameFromHost } from './nameFromHost.ts';
import { abbreviates, isSameName, misspells, nameKey } from './spelling.ts';
import { nameSuggester } from './suggestName.ts';

/** The outlet at a host. */
export interface Outlet {
  readonly host: string;
  /** The archive's usual name, or else the known name. */
  readonly name: string;
  /** All accepted names, `name` first. */
  readonly names: readonly string[];
  /** How often the archive cites the host; 0 if too rarely to learn from. */
  readonly citationCount: number;
  /** How many of these citations have an accepted name. */
  readonly acceptedCount: number;
  /** Whether the host has been cited fifty times or more, and 99% of the citations agree on the name. */
  readonly isCertain: boolean;
}

/** The outlets at hosts. */
export interface Outlets {
  /** The outlet at a host or the nearest domain above it; undefined if it is unknown, or if anyone can publish at the host. */
  readonly forHost: (host: string) => Outlet | undefined;
  /** The hosts of the outlet with a name, the most cited first. */
  readonly hostsOf: (name: string) => readonly string[];
  /**
   * The usual spelling of a name cited at a host: the archive's, or the likely one if a word only lacks its capital. Undefined if the name
   * is spelled that way, or is an outlet's name.
   */
  readonly usualSpelling: (name: string, host: string) => string | undefined;
  /**
   * The name to suggest for an address: the archive's usual name, or else the known name, or else a name made from the host. Undefined for
   * text that is not a web address. A suggestion takes less evidence than `forHost`, which citations are judged by.
   */
  readonly suggestName: (address: string) => string | undefined;
}

/** Learns outlets from the citations of an archive, in addition to the known ones. A host is judged when it is first looked up. */
export function learnOutlets(
  citations: Iterable<CitedOutlet> = [],
  knownOutlets: KnownOutlets = KNOWN_OUTLETS,
): Outlets {
  const namesByHost = countNames(citations);
  const hostsByName = lazy(() => collectHosts(namesByHost, knownOutlets));
  const spellings = lazy(() => collectSpellings(namesByHost));
  const hostsOf = (name: string) => hostsByName().get(name) ?? [];
  const cache = new Map<string, Outlet | undefined>();
  const forHost = (host: string): Outlet | undefined => {
    const cached = cache.get(host);
    if (cached || cache.has(host)) return cached;
    const hostCopy = copyOf(host);
    const outlet = isSharedHost(hostCopy, knownOutlets)
      ? undefined
      : (outletAt(hostCopy, namesByHost, knownOutlets, hostsOf) ?? outletOfParent(hostCopy, forHost));
    cache.set(hostCopy, outlet);
    return outlet;
  };
  const usualSpelling = (name: string, host: string): string | undefined => {
    if (hostsOf(name).length > 0 || isSharedHost(host, knownOutlets)) return undefined;
    const usual = spellings().get(nameKey(name));
    if (usual && usual.count >= 2) return usual.name === name ? undefined : usual.name;
    if (!LOWER_CASE_WORD.test(name)) return undefined;
    const likelyName = moreOutlets().get(host) ?? nameFromHost(host);
    return isCaseSlip(name, likelyName) ? likelyName : undefined;
  };
  return { forHost, hostsOf, usualSpelling, suggestName: nameSuggester(namesByHost, knownOutlets) };
}

/** A word in lower case, after the first. */
const LOWER_CASE_WORD = / [a-z]/;

/** `New York daily News` for `New York Daily News`: a word lacks its capital, and nothing else differs. */
function isCaseSlip(name: string, rightName: string): boolean {
  const words = name.split(' ');
  const rightWords = rightName.split(' ');
  return (
    name !== rightName &&
    words.length === rightWords.length &&
    words.every((word, index) => {
      const rightWord = rightWords[index] ?? '';
      return word === rightWord || (index > 0 && word.slice(0, 1).toUpperCase() + word.slice(1) === rightWord);
    })
  );
}

/** The outlet at the parent domain: at `npr.org` for `apps.npr.org`. Not certain, because a subdomain may belong to another outlet. */
function outletOfParent(host: string, forHost: Outlets['forHost']): Outlet | undefined {
  const parent = host.slice(host.indexOf('.') + 1);
  const outlet = parent !== host && parent.includes('.') ? forHost(parent) : undefined;
  return outlet && { ...outlet, isCertain: false };
}

function outletAt(
  host: string,
  namesByHost: NamesByHost,
  knownOutlets: KnownOutlets,
  hostsOf: Outlets['hostsOf'],
): Outlet | undefined {
  const builtIn = knownName(host, knownOutlets);
  const citedNames = namesByHost.get(host) ?? NO_NAMES;
  const citationCount = totalCount(citedNames);
  if (builtIn === undefined && citationCount < MIN_CITATIONS) return undefined; // most hosts are cited only once or twice
  const name = usualName(citedNames, citationCount, builtIn);
  if (name === undefined) return undefined;
  const names = new Set([name]);
  if (builtIn !== undefined) names.add(builtIn);
  for (const alternative of ownValue(knownOutlets.alternatives, host) ?? []) names.add(alternative);
  let agreeingCount = 0;
  let acceptedCount = 0;
  for (const [cited, count] of citedNames) {
    if (!names.has(cited) && isAlternative(cited, name, count, count / citationCount, hostsOf)) names.add(cited);
    if (names.has(cited)) acceptedCount += count;
    if (names.has(cited) || isSameName(cited, name) || misspells(cited, name)) agreeingCount += count;
  }
  return {
    host,
    name,
    names: [...names],
    ...(citationCount < MIN_CITATIONS ? { citationCount: 0, acceptedCount: 0 } : { citationCount, acceptedCount }),
    isCertain:
      citationCount < MIN_CITATIONS_TO_BE_CERTAIN
        ? ownValue(knownOutlets.certain, host) !== undefined
        : agreeingCount / citationCount >= 0.99,
  };
}

const NO_NAMES: ReadonlyMap<string, number> = new Map();

const MIN_CITATIONS_TO_BE_CERTAIN = 50;

/** The archive's own name for a host if it clearly has one, or else the known name. */
function usualName(
  citedNames: ReadonlyMap<string, number>,
  citationCount: number,
  builtIn: string | undefined,
): string | undefined {
  const [name, count] = mostCited(citedNames);
  const minCount =
    builtIn === undefined
      ? Math.max(MIN_CITATIONS, citationCount * 0.75)
      : Math.max(2 * MIN_CITATIONS, citationCount * 0.6);
  if (count < minCount || (builtIn !== undefined && misspells(name, builtIn))) return builtIn;
  return name;
}

/** Whether a name is an intended alternative: cited several times, neither a typo nor the name of an outlet at another host. */
function isAlternative(
  cited: string,
  name: string,
  count: number,
  share: number,
  hostsOf: Outlets['hostsOf'],
): boolean {
  if (count < 3 || misspells(cited, name) || hostsOf(cited).length > 0) return false;
  return share >= (isSameName(cited, name) || abbreviates(cited, name) ? 0.45 : 0.05);
}

/** The hosts of each outlet, known or learned, the most cited first. */
function collectHosts(namesByHost: NamesByHost, knownOutlets: KnownOutlets): ReadonlyMap<string, readonly string[]> {
  const hostsByName = new Map<string, { readonly host: string; readonly count: number }[]>();
  const add = (name: string, host: string) => {
    const hosts = hostsByName.get(name) ?? [];
    if (hosts.some((other) => other.host === host)) return;
    hosts.push({ host, count: namesByHost.get(host)?.get(name) ?? 0 });
    hostsByName.set(name, hosts);
  };
  for (const names of [knownOutlets.certain, knownOutlets.usual])
    for (const [host, name] of Object.entries(names)) add(name, host);
  for (const host in knownOutlets.alternatives)
    for (const name of knownOutlets.alternatives[host] ?? []) add(name, host);
  for (const [host, names] of namesByHost) {
    const name = usualName(names, totalCount(names), knownName(host, knownOutlets));
    if (name !== undefined && !isSharedHost(host, knownOutlets)) add(name, host);
  }
  for (const [name, host] of knownOutlets.services) add(name, host);
  return new Map(
    [...hostsByName].map(([name, hosts]) => [name, hosts.sort((a, b) => b.count - a.count).map(({ host }) => host)]),
  );
}

interface Spelling {
  readonly name: string;
  readonly count: number;
}

/** The most cited spelling of each name, by `nameKey`. */
function collectSpellings(namesByHost: NamesByHost): ReadonlyMap<string, Spelling> {
  const counts = new Map<string, number>();
  for (const names of namesByHost.values()) {
    for (const [name, count] of names) counts.set(name, (counts.get(name) ?? 0) + count);
  }
  const spellings = new Map<string, Spelling>();
  for (const [name, count] of counts) {
    const key = nameKey(name);
    const mostFrequent = spellings.get(key);
    if (!mostFrequent || isMoreUsual([name, count], [mostFrequent.name, mostFrequent.count]))
      spellings.set(key, { name, count });
  }
  return spellings;
}
