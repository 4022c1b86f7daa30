/** How far a fact can be relied on. `guess`: too few entries to tell, or no more than a default; `unknown`: there is nothing to go by. */
export type Strength = 'certain' | 'likely' | 'guess' | 'unknown';

/** Something that the entries show about how a log is written. */
export interface Fact<Value> {
  readonly value: Value;
  /** The number of entries that agree, of `total`. */
  readonly agree: number;
  /** The number of entries that say anything about it, since the log last changed its form. */
  readonly total: number;
  /** The paths of the newest entries that disagree, at most five. */
  readonly disagree: readonly string[];
  readonly strength: Strength;
  /** The date from which on the log has been written in this way; undefined if it always has. */
  readonly since: string | undefined;
}

/** What a fact needs of the entries it is learned from. */
interface Witness {
  readonly path: string;
}

/** A fact and its evidence. `witnesses` are in chronological order. */
export function factOf<Value, Item extends Witness>(
  value: Value,
  witnesses: readonly Item[],
  agrees: (item: Item) => boolean,
  since?: string,
): Fact<Value> {
  const disagreeing = witnesses.filter((item) => !agrees(item));
  const total = witnesses.length;
  const agree = total - disagreeing.length;
  return {
    value,
    agree,
    total,
    disagree: newestPaths(disagreeing),
    strength: strengthOf(agree, total),
    since,
  };
}

/** The paths of the newest few of the entries, the newest first. */
export function newestPaths(items: readonly Witness[]): readonly string[] {
  return items
    .slice(-MAX_PATHS)
    .map(({ path }) => path)
    .reverse();
}

const MAX_PATHS = 5;

/** A fact about which the entries say nothing. */
export function unknownFact<Value>(value: Value): Fact<Value> {
  return { value, agree: 0, total: 0, disagree: [], strength: 'unknown', since: undefined };
}

/** That something does not occur in any of the entries. It may still begin, so that this is never certain. */
export function absentFact<Value>(value: Value, entryCount: number): Fact<Value> {
  if (entryCount === 0) return unknownFact(value);
  const strength = entryCount >= MANY_ENTRIES ? 'likely' : 'guess';
  return { value, agree: entryCount, total: entryCount, disagree: [], strength, since: undefined };
}

export function strengthOf(agree: number, total: number): Strength {
  if (total === 0) return 'unknown';
  if (agree >= MANY_ENTRIES && agree >= total * 0.9) return 'certain';
  return agree >= 2 && agree * 3 >= total * 2 ? 'likely' : 'guess';
}

/** So many entries of one form are no coincidence. */
const MANY_ENTRIES = 5;

/** The fact with a strength of at most `strength`. */
export function atMost<Value>(strength: Strength, fact: Fact<Value>): Fact<Value> {
  return STRENGTHS.indexOf(fact.strength) < STRENGTHS.indexOf(strength) ? { ...fact, strength } : fact;
}

const STRENGTHS: readonly Strength[] = ['certain', 'likely', 'guess', 'unknown'];
