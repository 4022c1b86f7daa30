import { monthNumber } from './monthNumber.ts';
import type { SearchDocument } from './searchDocument.ts';
import {
  addItem,
  compact,
  emptySearchIndex,
  FREQUENCY_BITS,
  MAX_FREQUENCY,
  REMOVED,
  type SearchIndex,
} from './searchIndex.ts';
import { termsIn } from './terms.ts';

/** An item that matches a query. */
interface SearchResult {
  readonly path: string;
  readonly day: number | undefined;
  readonly date: string | undefined;
  /** Start offset of the item's block in the file. */
  readonly from: number;
  /** Higher is better. Only comparable with other results of the same query. */
  readonly score: number;
}

/** Full-text search over the items of entries. */
export interface Search {
  /** Adds an entry, or replaces the one at its path. */
  readonly indexDocument: (document: SearchDocument) => void;
  readonly remove: (path: string) => void;
  /** The best items first. The last word of the query also matches words that begin with it. */
  readonly find: (query: string, limit?: number) => SearchResult[];
}

/**
 * Opens an empty search. Ranks items by BM25, with headlines weighted three times and newer entries slightly preferred. An index of our
 * own, because archives are large: with arrays of numbers it takes a seventh of the memory of a library that stores objects, and a quarter
 * of the time to build.
 */
export function openSearch(): Search {
  let index = emptySearchIndex();
  const remove = (path: string): void => {
    const document = index.documents.get(path);
    if (!document) return;
    index.documents.delete(path);
    for (let item = document.first; item < document.end; item++) index.lengths[item] = REMOVED;
    index.removedCount += document.end - document.first;
  };
  const add = ({ path, day, date, items }: SearchDocument): void => {
    const first = index.size;
    const document = { path, day, date, month: monthNumber(date), first, end: first + items.length };
    index.documents.set(path, document);
    for (const item of items) addItem(index, document, item);
  };
  return {
    indexDocument(document) {
      remove(document.path);
      if (index.removedCount > MIN_REMOVED_ITEMS && index.removedCount * 2 > index.size) index = compact(index);
      add(document);
    },
    remove,
    find: (query, limit = 20) => find(index, query, limit),
  };
}

/** The index is compacted when more items than this, and more than half of all items, are removed. */
const MIN_REMOVED_ITEMS = 1000;

// The usual parameters of BM25: how soon repetitions of a term stop to count, and how much the length of an item counts.
const K1 = 1.2;
const B = 0.6;

function find(index: SearchIndex, query: string, limit: number): SearchResult[] {
  const { items, scores, matchedTerms } = matchItems(index, queryTerms(index, query));
  let newestMonth = 0;
  for (const { month } of index.documents.values()) newestMonth = Math.max(newestMonth, month);
  const boosts: number[] = []; // by age in months
  const scoreOf = (item: number): number => {
    const age = newestMonth - (index.itemDocuments[item]?.month ?? 0);
    boosts[age] ??= 1 + RECENCY_BOOST * 2 ** (-age / 12);
    return (scores[item] ?? 0) * (matchedTerms[item] ?? 0) * (boosts[age] ?? 1);
  };
  return topScored(items, scoreOf, limit).flatMap(({ item, score }) => {
    const document = index.itemDocuments[item];
    if (!document) return [];
    const { path, day, date } = document;
    return [{ path, day, date, from: index.offsets[item] ?? 0, score }];
  });
}

interface Matches {
  readonly items: readonly number[];
  /** By item, including items that do not match. */
  readonly scores: Float64Array;
  /** By item: the number of query terms it matches. */
  readonly matchedTerms: Uint8Array;
}

/** The items that match at least one query term. Very common terms only add to the score of items that match a rarer one. */
function matchItems(index: SearchIndex, terms: readonly QueryTerm[]): Matches {
  const { postings, lengths, itemCounts } = index;
  const scores = new Float64Array(index.size);
  const matchedTerms = new Uint8Array(index.size);
  const lastMatches = new Uint8Array(index.size); // by item: the last matching query term, counted from 1
  const items: number[] = [];
  const liveCount = Math.max(1, index.size - index.removedCount);
  const averageLength = Math.max(1, index.totalTerms / Math.max(1, index.size));
  for (const [termIndex, { ids, prefixWeight }] of terms.entries()) {
    for (const [idIndex, id] of ids.entries()) {
      const itemCount = itemCounts[id] ?? 0;
      const isCommon = items.length > 0 && itemCount > Math.max(MIN_COMMON_TERM_ITEMS, liveCount * COMMON_TERM_SHARE);
      const rarity = Math.log(1 + (liveCount + 0.5) / (itemCount + 0.5));
      const weight = rarity * (K1 + 1) * (idIndex === 0 ? 1 : prefixWeight);
      for (let at = index.newestPostings[id] ?? 0; at > 0; at = postings[at + 1] ?? 0) {
        const posting = postings[at] ?? 0;
        const item = posting >> FREQUENCY_BITS;
        const length = lengths[item] ?? REMOVED;
        const matched = matchedTerms[item] ?? 0;
        if (length === REMOVED || (isCommon && matched === 0)) continue;
        if (matched === 0) items.push(item);
        if (lastMatches[item] !== termIndex + 1) matchedTerms[item] = matched + 1;
        lastMatches[item] = termIndex + 1;
        const frequency = posting & MAX_FREQUENCY;
        const relativeLength = 1 - B + (B * length) / averageLength;
        scores[item] = (scores[item] ?? 0) + (weight * frequency) / (frequency + K1 * relativeLength);
      }
    }
  }
  return { items, scores, matchedTerms };
}

// A term is very common if it occurs in more than this share of all items, and in more items than this.
const COMMON_TERM_SHARE = 0.1;
const MIN_COMMON_TERM_ITEMS = 1000;

interface ScoredItem {
  readonly item: number;
  readonly score: number;
}

/** The best items in order, found without sorting all of them. */
function topScored(items: readonly number[], scoreOf: (item: number) => number, limit: number): ScoredItem[] {
  const top: ScoredItem[] = [];
  for (const item of items) {
    const score = scoreOf(item);
    if (top.length >= limit && score <= (top.at(-1)?.score ?? 0)) continue;
    let at = top.length;
    while (at > 0 && (top[at - 1]?.score ?? 0) < score) at--;
    top.splice(at, 0, { item, score });
    if (top.length > limit) top.pop();
  }
  return top;
}

/** How much the newest entries are preferred. Halves with every year of age. */
const RECENCY_BOOST = 0.1;

/** A word of the query as IDs of index terms: first the word's own term, then the terms that begin with it. */
interface QueryTerm {
  readonly ids: readonly number[];
  /** The weight of all terms but the first. */
  readonly prefixWeight: number;
}

/** The rarest first. */
function queryTerms({ termIds, itemCounts }: SearchIndex, query: string): QueryTerm[] {
  const words = [...new Set(termsIn(query))].slice(0, MAX_QUERY_TERMS);
  const terms = words.map((word): QueryTerm => {
    const id = termIds.get(word);
    return { ids: id === undefined ? [] : [id], prefixWeight: 1 };
  });
  const prefix = /[\p{L}\p{N}]{3,}$/u.exec(query.toLowerCase())?.[0] ?? '';
  const prefixIndex = words.indexOf(termsIn(prefix)[0] ?? '');
  const ownIds = terms[prefixIndex]?.ids;
  if (ownIds) {
    const ids = [...ownIds];
    for (const [term, id] of termIds) {
      if (ids.length > MAX_PREFIX_TERMS) break;
      if (term.startsWith(prefix) && id !== ownIds[0]) ids.push(id);
    }
    terms[prefixIndex] = { ids, prefixWeight: ownIds.length === 0 ? 1 : 0.3 };
  }
  const countItems = ({ ids }: QueryTerm) => ids.reduce((sum, id) => sum + (itemCounts[id] ?? 0), 0);
  return terms.sort((a, b) => countItems(a) - countItems(b));
}

const MAX_QUERY_TERMS = 32;
const MAX_PREFIX_TERMS = 100;
