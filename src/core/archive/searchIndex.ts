import type { SearchItem } from './searchDocument.ts';
import { eachTerm } from './terms.ts';

/** An entry that is in the index. */
interface LiveEntry {
  readonly path: string;
  readonly day: number | undefined;
  readonly date: string | undefined;
  /** Months since the year 0; 0 where there is no date. */
  readonly month: number;
  /** Its items are those from `first` to before `end`. */
  readonly first: number;
  readonly end: number;
}

/**
 * Items are numbered as they come. A posting says that a word stands in an item, and how often; those of one word are a chain in the
 * pool, the newest first: two numbers each, what it says and where the one before it is.
 */
export interface Index {
  readonly entries: Map<string, LiveEntry>;
  readonly terms: Map<string, number>;
  /** Of each term, where its newest posting is, and how many it has. */
  heads: Int32Array;
  counts: Int32Array;
  pool: Int32Array;
  used: number;
  /** Of each item: its entry, its place in the file, and how many words it has. */
  readonly owners: LiveEntry[];
  froms: Int32Array;
  lengths: Int32Array;
  count: number;
  gone: number;
  words: number;
}

/** The length of an item that is no longer there. */
export const GONE = -1;

export function emptyIndex(): Index {
  return {
    entries: new Map(),
    terms: new Map(),
    heads: new Int32Array(1024),
    counts: new Int32Array(1024),
    pool: new Int32Array(1 << 14),
    used: 2, // so that 0 can say that there is none before
    owners: [],
    froms: new Int32Array(256),
    lengths: new Int32Array(256),
    count: 0,
    gone: 0,
    words: 0,
  };
}

/** How often a word stands in an item, counted up to this. */
export const MOST = 63;
const HEADLINE = 3;

/** Takes in one item of an entry; items of an entry follow each other. */
export function addItem(index: Index, owner: LiveEntry, { from, headline, text }: SearchItem): void {
  const item = index.count;
  let length = 0;
  const take = (term: string, by: number): void => {
    length++;
    addPosting(index, idOf(index, term), item, by);
  };
  eachTerm(headline, (term) => take(term, HEADLINE));
  eachTerm(text, (term) => take(term, 1));
  holdItem(index, owner, from, length);
}

function holdItem(index: Index, owner: LiveEntry, from: number, length: number): void {
  const item = index.count++;
  if (item >= index.froms.length) {
    index.froms = grown(index.froms);
    index.lengths = grown(index.lengths);
  }
  index.owners.push(owner);
  index.froms[item] = from;
  index.lengths[item] = length;
  index.words += length;
}

function idOf(index: Index, term: string): number {
  const known = index.terms.get(term);
  if (known !== undefined) return known;
  const id = index.terms.size;
  index.terms.set(term, id);
  if (id >= index.heads.length) {
    index.heads = grown(index.heads);
    index.counts = grown(index.counts);
  }
  return id;
}

function addPosting(index: Index, id: number, item: number, by: number): void {
  const head = index.heads[id] ?? 0;
  const said = index.pool[head] ?? 0;
  if (head > 0 && said >> 6 === item) {
    index.pool[head] = (item << 6) | Math.min(MOST, (said & MOST) + by);
    return;
  }
  if (index.used + 2 > index.pool.length) index.pool = grown(index.pool);
  index.pool[index.used] = (item << 6) | by;
  index.pool[index.used + 1] = head;
  index.heads[id] = index.used;
  index.counts[id] = (index.counts[id] ?? 0) + 1;
  index.used += 2;
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** The same without what is gone. */
export function compacted(old: Index): Index {
  const index = emptyIndex();
  const numbers = new Int32Array(old.count).fill(GONE);
  for (const held of old.entries.values()) {
    const moved = { ...held, first: index.count, end: index.count + held.end - held.first };
    index.entries.set(held.path, moved);
    for (let item = held.first; item < held.end; item++) {
      numbers[item] = index.count;
      holdItem(index, moved, old.froms[item] ?? 0, old.lengths[item] ?? 0);
    }
  }
  const chain: number[] = [];
  for (const [term, id] of old.terms) {
    for (let at = old.heads[id] ?? 0; at > 0; at = old.pool[at + 1] ?? 0) chain.push(old.pool[at] ?? 0);
    for (let said = chain.pop(); said !== undefined; said = chain.pop()) {
      const item = numbers[said >> 6] ?? GONE;
      if (item !== GONE) addPosting(index, idOf(index, term), item, said & MOST);
    }
  }
  return index;
}
