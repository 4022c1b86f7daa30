import type { SearchItem } from './searchDocument.ts';
import { forEachTerm } from './terms.ts';

interface IndexedDocument {
  readonly path: string;
  readonly day: number | undefined;
  readonly date: string | undefined;
  /** Months since the year 0; 0 without a date. */
  readonly month: number;
  /** Its items are numbered from `first` up to, but not including, `end`. */
  readonly first: number;
  readonly end: number;
}

/**
 * An inverted index. Items and terms are numbered in the order they are added. A posting records that a term occurs in an item, and how
 * often. The postings of a term are a linked list, the newest first; each takes two numbers in `postings`: item and frequency in one
 * number, and the position of the next older posting, or 0.
 */
export interface SearchIndex {
  readonly documents: Map<string, IndexedDocument>;
  readonly termIds: Map<string, number>;
  /** By term: the position of its newest posting. */
  newestPostings: Int32Array;
  /** By term: the number of items it occurs in. */
  itemCounts: Int32Array;
  postings: Int32Array;
  /** The position after the last posting. */
  postingsEnd: number;
  /** By item. */
  readonly itemDocuments: IndexedDocument[];
  /** By item: the start offset of its block in the file. */
  offsets: Int32Array;
  /** By item: the number of its terms, or `REMOVED`. */
  lengths: Int32Array;
  /** The number of items, removed ones included. */
  size: number;
  removedCount: number;
  /** The number of terms in all items, removed ones included. */
  totalTerms: number;
}

/** The length of an item that has been removed. */
export const REMOVED = -1;

export function emptySearchIndex(): SearchIndex {
  return {
    documents: new Map(),
    termIds: new Map(),
    newestPostings: new Int32Array(1024),
    itemCounts: new Int32Array(1024),
    postings: new Int32Array(1 << 14),
    postingsEnd: 2, // position 0 stands for "no posting"
    itemDocuments: [],
    offsets: new Int32Array(256),
    lengths: new Int32Array(256),
    size: 0,
    removedCount: 0,
    totalTerms: 0,
  };
}

/** The lower bits of a posting hold the frequency, the upper ones the item. */
export const FREQUENCY_BITS = 6;
/** Higher frequencies are not distinguished. */
export const MAX_FREQUENCY = 63;

/** A term in a headline counts as often as this in the text. */
const HEADLINE_WEIGHT = 3;

/** Adds an item of an entry. The items of an entry must be added one after the other. */
export function addItem(index: SearchIndex, document: IndexedDocument, { from, headline, text }: SearchItem): void {
  const item = index.size;
  let length = 0;
  const addTerm = (term: string, frequency: number): void => {
    length++;
    addPosting(index, termId(index, term), item, frequency);
  };
  forEachTerm(headline, (term) => addTerm(term, HEADLINE_WEIGHT));
  forEachTerm(text, (term) => addTerm(term, 1));
  appendItem(index, document, from, length);
}

function appendItem(index: SearchIndex, document: IndexedDocument, offset: number, length: number): void {
  const item = index.size++;
  if (item >= index.offsets.length) {
    index.offsets = doubled(index.offsets);
    index.lengths = doubled(index.lengths);
  }
  index.itemDocuments.push(document);
  index.offsets[item] = offset;
  index.lengths[item] = length;
  index.totalTerms += length;
}

function termId(index: SearchIndex, term: string): number {
  const existing = index.termIds.get(term);
  if (existing !== undefined) return existing;
  const id = index.termIds.size;
  index.termIds.set(term, id);
  if (id >= index.newestPostings.length) {
    index.newestPostings = doubled(index.newestPostings);
    index.itemCounts = doubled(index.itemCounts);
  }
  return id;
}

function addPosting(index: SearchIndex, id: number, item: number, frequency: number): void {
  const newest = index.newestPostings[id] ?? 0;
  const posting = index.postings[newest] ?? 0;
  if (newest > 0 && posting >> FREQUENCY_BITS === item) {
    const sum = Math.min(MAX_FREQUENCY, (posting & MAX_FREQUENCY) + frequency);
    index.postings[newest] = (item << FREQUENCY_BITS) | sum;
    return;
  }
  if (index.postingsEnd + 2 > index.postings.length) index.postings = doubled(index.postings);
  index.postings[index.postingsEnd] = (item << FREQUENCY_BITS) | frequency;
  index.postings[index.postingsEnd + 1] = newest;
  index.newestPostings[id] = index.postingsEnd;
  index.itemCounts[id] = (index.itemCounts[id] ?? 0) + 1;
  index.postingsEnd += 2;
}

function doubled(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** A copy of the index without removed items. */
export function compact(old: SearchIndex): SearchIndex {
  const index = emptySearchIndex();
  const newItems = new Int32Array(old.size).fill(REMOVED); // by old item
  for (const document of old.documents.values()) {
    const renumbered = { ...document, first: index.size, end: index.size + document.end - document.first };
    index.documents.set(document.path, renumbered);
    for (let item = document.first; item < document.end; item++) {
      newItems[item] = index.size;
      appendItem(index, renumbered, old.offsets[item] ?? 0, old.lengths[item] ?? 0);
    }
  }
  const postings: number[] = [];
  for (const [term, id] of old.termIds) {
    for (let at = old.newestPostings[id] ?? 0; at > 0; at = old.postings[at + 1] ?? 0) {
      postings.push(old.postings[at] ?? 0);
    }
    for (let posting = postings.pop(); posting !== undefined; posting = postings.pop()) {
      const item = newItems[posting >> FREQUENCY_BITS] ?? REMOVED;
      if (item !== REMOVED) addPosting(index, termId(index, term), item, posting & MAX_FREQUENCY);
    }
  }
  return index;
}
