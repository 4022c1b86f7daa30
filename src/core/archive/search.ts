import type { SearchDocument } from './searchDocument.ts';
import { addItem, compacted, emptyIndex, GONE, type Index, MOST } from './searchIndex.ts';
import { termsIn } from './terms.ts';

/** An item that answers a question. */
interface Found {
  readonly path: string;
  readonly day: number | undefined;
  readonly date: string | undefined;
  /** Where the item's block begins in the file. */
  readonly from: number;
  /** The higher, the better; comparable within one answer only. */
  readonly score: number;
}

/** Finds items of entries by their words. */
export interface Search {
  /** Takes an entry in, in place of what was at its path. */
  readonly put: (entry: SearchDocument) => void;
  readonly remove: (path: string) => void;
  /** The best items first. The last word of a question may be the beginning of one. */
  readonly find: (question: string, limit?: number) => Found[];
}

/**
 * An empty search. It ranks by BM25 over headlines, which count three times, and texts; newer entries go a little before older ones.
 * It is an index of our own because an archive is large: in arrays of numbers it takes a seventh of the memory that a library of
 * objects does, and a quarter of the time to build.
 */
export function openSearch(): Search {
  let index = emptyIndex();
  const remove = (path: string): void => {
    const held = index.entries.get(path);
    if (!held) return;
    index.entries.delete(path);
    for (let id = held.first; id < held.end; id++) index.lengths[id] = GONE;
    index.gone += held.end - held.first;
  };
  const add = (entry: SearchDocument): void => {
    const { path, day, date, items } = entry;
    const first = index.count;
    const held = { path, day, date, month: monthOf(date), first, end: first + items.length };
    index.entries.set(path, held);
    for (const item of items) addItem(index, held, item);
  };
  return {
    put(entry) {
      remove(entry.path);
      if (index.gone > 1000 && index.gone * 2 > index.count) index = compacted(index);
      add(entry);
    },
    remove,
    find: (question, limit = 20) => find(index, question, limit),
  };
}

function monthOf(date: string | undefined): number {
  return date === undefined ? 0 : Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

/** As usual for BM25: how soon a word's repetition stops to count, and how much an item's length does. */
const K1 = 1.2;
const B = 0.6;

function find(index: Index, question: string, limit: number): Found[] {
  const { items, scores, matches } = matched(index, wordsOf(index, question));
  let newest = 0;
  for (const { month } of index.entries.values()) newest = Math.max(newest, month);
  const ahead: number[] = [];
  const scoreOf = (item: number): number => {
    const age = newest - (index.owners[item]?.month ?? 0);
    ahead[age] ??= 1 + RECENT * 2 ** (-age / 12);
    return (scores[item] ?? 0) * (matches[item] ?? 0) * (ahead[age] ?? 1);
  };
  return best(items, scoreOf, limit).flatMap(({ item, score }) => {
    const owner = index.owners[item];
    return owner ? [{ path: owner.path, day: owner.day, date: owner.date, from: index.froms[item] ?? 0, score }] : [];
  });
}

interface Matched {
  readonly items: readonly number[];
  /** Of every item, found or not. */
  readonly scores: Float64Array;
  /** How many of the words stand in it. */
  readonly matches: Uint8Array;
}

/** The items in which any of the words stands, but for those that have only words that stand nearly everywhere. */
function matched(index: Index, words: readonly Word[]): Matched {
  const { pool, lengths, counts } = index;
  const scores = new Float64Array(index.count);
  const matches = new Uint8Array(index.count);
  const turns = new Uint8Array(index.count);
  const items: number[] = [];
  const alive = Math.max(1, index.count - index.gone);
  const average = Math.max(1, index.words / Math.max(1, index.count));
  for (const [turn, { ids, share }] of words.entries()) {
    for (const [place, id] of ids.entries()) {
      const count = counts[id] ?? 0;
      const isCommon = items.length > 0 && count > Math.max(FEW, alive * COMMON);
      const weight = Math.log(1 + (alive + 0.5) / (count + 0.5)) * (K1 + 1) * (place === 0 ? 1 : share);
      for (let at = index.heads[id] ?? 0; at > 0; at = pool[at + 1] ?? 0) {
        const said = pool[at] ?? 0;
        const item = said >> 6;
        const length = lengths[item] ?? GONE;
        const known = matches[item] ?? 0;
        if (length === GONE || (isCommon && known === 0)) continue;
        if (known === 0) items.push(item);
        if (turns[item] !== turn + 1) matches[item] = known + 1;
        turns[item] = turn + 1;
        const often = said & MOST;
        scores[item] = (scores[item] ?? 0) + (weight * often) / (often + K1 * (1 - B + (B * length) / average));
      }
    }
  }
  return { items, scores, matches };
}

/** A word in more than this part of all items finds none by itself. */
const COMMON = 0.1;
const FEW = 1000;

interface Scored {
  readonly item: number;
  readonly score: number;
}

/** The best few of many, in order, without sorting the many. */
function best(items: readonly number[], scoreOf: (item: number) => number, limit: number): Scored[] {
  const top: Scored[] = [];
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

/** What the newest entries are ahead by; a year later half of it. */
const RECENT = 0.1;

/** The terms that stand for a word of the question: its own, and those that begin with it, which have a share of its weight. */
interface Word {
  readonly ids: readonly number[];
  readonly share: number;
}

/** The rarest first. */
function wordsOf({ terms, counts }: Index, question: string): Word[] {
  const asked = [...new Set(termsIn(question))].slice(0, MOST_WORDS);
  const words = asked.map((term): Word => {
    const id = terms.get(term);
    return { ids: id === undefined ? [] : [id], share: 1 };
  });
  const last = /[\p{L}\p{N}]{3,}$/u.exec(question.toLowerCase())?.[0] ?? '';
  const place = asked.indexOf(termsIn(last)[0] ?? '');
  const whole = words[place]?.ids;
  if (whole) {
    const ids = [...whole];
    for (const [term, id] of terms) {
      if (ids.length > MOST_BEGINNINGS) break;
      if (term.startsWith(last) && id !== whole[0]) ids.push(id);
    }
    words[place] = { ids, share: whole.length === 0 ? 1 : 0.3 };
  }
  const countOf = ({ ids }: Word) => ids.reduce((sum, id) => sum + (counts[id] ?? 0), 0);
  return words.sort((a, b) => countOf(a) - countOf(b));
}

const MOST_WORDS = 32;
const MOST_BEGINNINGS = 100;
