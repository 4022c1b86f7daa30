import { lazy } from '../text/lazy.ts';
import { copyOf } from '../text/text.ts';
import { hostOf } from '../urls/url.ts';
import { type KnownOutlets, knownOutlets } from './knownOutlets.ts';
import { moreOutlets } from './moreOutlets.ts';
import { nameFromHost } from './nameFromHost.ts';
import { abbreviates, isSameName, misspells, nameKey } from './spelling.ts';

/** What is known of the outlet at a host. */
export interface Outlet {
  readonly host: string;
  /** As the archive writes it, else as it is known. */
  readonly name: string;
  /** The honest names, this one first. */
  readonly names: readonly string[];
  /** How often the archive cites the host, and how often by one of these names; both 0 where it does not say enough. */
  readonly cited: number;
  readonly named: number;
  /** Whether ninety-nine of a hundred citations agree, of fifty or more. */
  readonly certain: boolean;
}

/** Which outlet is at which host. */
export interface Outlets {
  /** The outlet at a host or the nearest host above it; undefined where several share one, or nothing is known. */
  readonly at: (host: string) => Outlet | undefined;
  /** The hosts where an outlet of that name is, the most cited first. */
  readonly homesOf: (name: string) => readonly string[];
  /** How the archive mostly spells a name that is spelled otherwise at a host; undefined where it is spelled so. */
  readonly spellingOf: (name: string, host: string) => string | undefined;
  /**
   * The name to offer for an address: as the archive mostly writes it, else as it is known, else what the words of its host
   * make; undefined where no web address stands. Less is asked of an offer than of what a citation is judged by.
   */
  readonly nameFor: (address: string) => string | undefined;
}

/** A name and the address behind it, both as written. */
export interface CitedOutlet {
  readonly outlet: string;
  readonly address: string;
  /** How often it comes; once where nothing is said. */
  readonly count?: number;
}

/**
 * What the citations of an archive teach, over what is known of outlets anyway. Takes two look-ups a citation; each host is
 * judged when it is first asked for.
 */
export function learnOutlets(citations: Iterable<CitedOutlet> = [], known: KnownOutlets = knownOutlets): Outlets {
  const counts = new Map<string, Map<string, number>>();
  for (const { outlet, address, count = 1 } of citations) {
    const host = hostOf(address);
    const name = outlet.trim();
    if (host === undefined || name === '') continue;
    let names = counts.get(host);
    if (!names) {
      names = new Map();
      counts.set(host, names);
    }
    names.set(name, (names.get(name) ?? 0) + count);
  }
  const homes = lazy(() => allHomes(counts, known));
  const spellings = lazy(() => allSpellings(counts));
  const homesOf = (name: string) => homes().get(name) ?? [];
  const judge = judgeOf(counts, known, homesOf);
  const judged = new Map<string, Outlet | undefined>();
  const at = (host: string): Outlet | undefined => {
    const before = judged.get(host);
    if (before || judged.has(host)) return before;
    const own = copyOf(host);
    const outlet = isShared(own, known) ? undefined : (judge(own) ?? above(own, at));
    judged.set(own, outlet);
    return outlet;
  };
  const spellingOf = (name: string, host: string): string | undefined => {
    if (homesOf(name).length > 0 || isShared(host, known)) return undefined;
    const usual = spellings().get(nameKey(name));
    return usual && usual.count >= 2 && usual.name !== name ? usual.name : undefined;
  };
  return { at, homesOf, spellingOf, nameFor: offers(counts, known) };
}

/** The outlet of the host above: of `npr.org` for `apps.npr.org`. A part of a host may be another house, so it is not certain. */
function above(host: string, at: Outlets['at']): Outlet | undefined {
  const parent = host.slice(host.indexOf('.') + 1);
  const outlet = parent !== host && parent.includes('.') ? at(parent) : undefined;
  return outlet && { ...outlet, certain: false };
}

function isShared(host: string, { shared }: KnownOutlets): boolean {
  for (let part = host; part.includes('.'); part = part.slice(part.indexOf('.') + 1)) if (shared.has(part)) return true;
  return false;
}

function offers(counts: Counts, known: KnownOutlets): Outlets['nameFor'] {
  const offered = new Map<string, string>();
  return (address) => {
    const host = hostOf(address);
    if (host === undefined) return undefined;
    const part = moreOutlets().get(partOf(address, host));
    if (part !== undefined) return part;
    let name = offered.get(host);
    if (name === undefined) {
      const own = copyOf(host);
      name = offer(own, counts, known) ?? nameFromHost(own);
      offered.set(own, name);
    }
    return name;
  };
}

/** `nytimes.com/athletic` of `https://www.nytimes.com/athletic/1`: some houses have another one below theirs. */
function partOf(address: string, host: string): string {
  const path = address.indexOf('/', address.indexOf('//') + 2);
  const end = path < 0 ? -1 : address.indexOf('/', path + 1);
  return end < 0 ? '' : host + address.slice(path, end);
}

/** The name of the host or the nearest one above it. */
function offer(host: string, counts: Counts, known: KnownOutlets): string | undefined {
  for (let part = host; part.includes('.'); part = part.slice(part.indexOf('.') + 1)) {
    const name = offerAt(part, counts, known);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** The most cited name; what is known counts for as many citations as an archive needs to have a way of its own. */
function offerAt(host: string, counts: Counts, known: KnownOutlets): string | undefined {
  const service = known.services.find(([, home]) => home === host)?.[0];
  const fact = knownAt(host, known) ?? moreOutlets().get(host) ?? service;
  const [name, count] = mostCited(counts.get(host) ?? new Map());
  if (name === '' || (fact === undefined && count === 1 && isShared(host, known))) return fact;
  const others = fact === undefined ? 0 : (counts.get(host)?.get(fact) ?? 0) + 2 * ENOUGH;
  return count > others || fact === undefined ? name : fact;
}

type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

function judgeOf(counts: Counts, known: KnownOutlets, homesOf: Outlets['homesOf']) {
  return (host: string): Outlet | undefined => {
    const knownName = knownAt(host, known);
    const learned = counts.get(host);
    const cited = learned ? total(learned) : 0;
    const name = nameOf(learned, cited, knownName);
    if (name === undefined) return undefined;
    const names = new Set([name, ...(knownName === undefined ? [] : [knownName]), ...(own(known.others, host) ?? [])]);
    let alike = 0;
    let named = 0;
    for (const [other, count] of learned ?? []) {
      if (!names.has(other) && isHonest(other, count / cited, count, name, homesOf)) names.add(other);
      if (names.has(other)) named += count;
      if (names.has(other) || isSameName(other, name) || misspells(other, name)) alike += count;
    }
    return {
      host,
      name,
      names: [...names],
      ...(cited < ENOUGH ? { cited: 0, named: 0 } : { cited, named }),
      certain: cited < MANY ? own(known.certain, host) !== undefined : alike / cited >= 0.99,
    };
  };
}

function knownAt(host: string, { certain, usual }: KnownOutlets): string | undefined {
  return own(certain, host) ?? own(usual, host);
}

/** A host may be called `constructor`. */
function own<T>(record: Readonly<Record<string, T>>, host: string): T | undefined {
  return Object.hasOwn(record, host) ? record[host] : undefined;
}

/** From so many citations on a host has a name; and from so many on there is no doubt of it. */
const ENOUGH = 5;
const MANY = 50;

/** The archive's own way to write the name, where it has one. */
function nameOf(learned: ReadonlyMap<string, number> | undefined, cited: number, known?: string): string | undefined {
  const [name, count] = learned ? mostCited(learned) : ['', 0];
  const needed = known === undefined ? Math.max(ENOUGH, cited * 0.75) : Math.max(2 * ENOUGH, cited * 0.6);
  if (count < needed || (known !== undefined && misspells(name, known))) return known;
  return name;
}

/** A name that the archive gives a host now and then, on purpose: no slip of the fingers, and no other house's. */
function isHonest(other: string, share: number, count: number, name: string, homesOf: Outlets['homesOf']): boolean {
  if (count < 3 || misspells(other, name) || homesOf(other).length > 0) return false;
  return share >= (isSameName(other, name) || abbreviates(other, name) ? 0.45 : 0.05);
}

function allHomes(counts: Counts, known: KnownOutlets): ReadonlyMap<string, readonly string[]> {
  const homes = new Map<string, { readonly host: string; readonly count: number }[]>();
  const add = (name: string, host: string) => {
    const hosts = homes.get(name) ?? [];
    if (hosts.some((home) => home.host === host)) return;
    hosts.push({ host, count: counts.get(host)?.get(name) ?? 0 });
    homes.set(name, hosts);
  };
  for (const names of [known.certain, known.usual]) for (const [host, name] of Object.entries(names)) add(name, host);
  for (const host in known.others) for (const name of known.others[host] ?? []) add(name, host);
  for (const [host, names] of counts) {
    const name = nameOf(names, total(names), knownAt(host, known));
    if (name !== undefined && !isShared(host, known)) add(name, host);
  }
  for (const [name, home] of known.services) add(name, home);
  return new Map(
    [...homes].map(([name, hosts]) => [name, hosts.sort((a, b) => b.count - a.count).map(({ host }) => host)]),
  );
}

interface Spelling {
  readonly name: string;
  readonly count: number;
}

/** The most frequent spelling of each name. */
function allSpellings(counts: Counts): ReadonlyMap<string, Spelling> {
  const all = new Map<string, number>();
  for (const names of counts.values()) for (const [name, count] of names) all.set(name, (all.get(name) ?? 0) + count);
  const usual = new Map<string, Spelling>();
  for (const [name, count] of all) {
    const key = nameKey(name);
    const other = usual.get(key);
    if (!other || other.count < count) usual.set(key, { name, count });
  }
  return usual;
}

function total(names: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of names.values()) sum += count;
  return sum;
}

function mostCited(names: ReadonlyMap<string, number>): readonly [string, number] {
  let most: readonly [string, number] = ['', 0];
  for (const entry of names) if (entry[1] > most[1]) most = entry;
  return most;
}
