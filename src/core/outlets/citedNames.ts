import { hostOf } from '../urls/url.ts';

/** The citation of an outlet, with its name and address as written. */
export interface CitedOutlet {
  readonly outlet: string;
  readonly address: string;
  /** How often it is cited; once by default. */
  readonly count?: number;
}

/** By host and name: how often the host is cited with the name. */
export type NamesByHost = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Counts the names that each host is cited with. */
export function countNames(citations: Iterable<CitedOutlet>): NamesByHost {
  const namesByHost = new Map<string, Map<string, number>>();
  for (const { outlet, address, count = 1 } of citations) {
    const host = hostOf(address);
    const name = outlet.trim();
    if (host === undefined || name === '') continue;
    let names = namesByHost.get(host);
    if (!names) {
      names = new Map();
      namesByHost.set(host, names);
    }
    names.set(name, (names.get(name) ?? 0) + count);
  }
  return namesByHost;
}

/** The number of citations with any of the names. */
export function totalCount(names: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of names.values()) sum += count;
  return sum;
}

/** The most cited name and its count; an empty name and 0 if there is none. */
export function mostCited(names: ReadonlyMap<string, number>): readonly [string, number] {
  let most: readonly [string, number] = ['', 0];
  for (const nameAndCount of names) if (isMoreUsual(nameAndCount, most)) most = nameAndCount;
  return most;
}

/**
 * Whether a name is cited more often than another. Of two that are cited equally often, the shorter one, or the one with fewer capitals, counts as
 * the more usual: the order in which the entries of an archive are read must not decide.
 */
export function isMoreUsual(
  [name, count]: readonly [string, number],
  [otherName, otherCount]: readonly [string, number],
): boolean {
  if (count !== otherCount) return count > otherCount;
  return name.length === otherName.length ? name > otherName : name.length < otherName.length;
}

/** A name that an archive cites less often is not learned from it. */
export const MIN_CITATIONS = 5;
