import { pageOf } from '../urls/url.ts';
import { utf8Of } from './utf8.ts';

/**
 * For each address a number of 40 bits that stands for its page (see `pageOf`), so that an archive keeps five bytes instead of some
 * eighty letters; undefined where no web address stands. That a page shares its number with one of a million others happens once
 * in a million.
 */
export function pageNumbers(addresses: readonly string[]): readonly (number | undefined)[] {
  // All in one piece of UTF-8: its bytes are read several times as fast as the letters of a string.
  const lines = addresses.map(onOneLine);
  const bytes = utf8Of(`${lines.join('\n')}\n`);
  const numbers: (number | undefined)[] = [];
  const unusual: number[] = [];
  let at = 0;
  for (const line of lines) {
    const end = endOfLine(bytes, at + line.length);
    const number = plainNumber(bytes, at, end);
    if (number === undefined) unusual.push(numbers.length);
    numbers.push(number);
    at = end + 1;
  }
  // Not before: `utf8Of` uses the memory of `bytes` again.
  for (const index of unusual) numbers[index] = unusualNumber(addresses[index] ?? '');
  return numbers;
}

/** From a place that is none too far: a letter takes a byte or more. */
function endOfLine(bytes: Uint8Array, from: number): number {
  let end = from;
  while (end < bytes.length && bytes[end] !== LINE_END) end++;
  return end;
}

function onOneLine(address: string): string {
  return address.includes('\n') ? '' : address;
}

/** The number of nearly every address; undefined where a sign or a capital may keep its page from being what is written. */
function plainNumber(bytes: Uint8Array, from: number, to: number): number | undefined {
  if (!startsWith(bytes, HTTPS, from)) return undefined;
  const start = startsWith(bytes, WWW, from + HTTPS.length) ? from + HTTPS.length + WWW.length : from + HTTPS.length;
  if (start >= to || startsWith(bytes, INDEX, to - INDEX.length)) return undefined;
  const end = bytes[to - 1] === SLASH ? to - 1 : to;
  let low = FIRST_LOW;
  let high = FIRST_HIGH;
  let isHost = true;
  for (let at = start; at < end; at++) {
    const code = bytes[at] ?? 0;
    if (code < 64) {
      if (code === QUESTION || code === HASH || code === AND) return undefined;
      if (code === SLASH) isHost = false;
    } else if (code === BACKSLASH || (isHost && code <= 90)) return undefined;
    low = Math.imul(low ^ code, LOW);
    high = (Math.imul(high, HIGH) + code) | 0;
  }
  return mixed(low, high);
}

/** The number of an address of which more has to be known than its letters. */
function unusualNumber(address: string): number | undefined {
  const page = pageOf(address);
  return page === undefined ? undefined : numberOf(utf8Of(page));
}

function numberOf(bytes: Uint8Array): number {
  let low = FIRST_LOW;
  let high = FIRST_HIGH;
  for (const code of bytes) {
    low = Math.imul(low ^ code, LOW);
    high = (Math.imul(high, HIGH) + code) | 0;
  }
  return mixed(low, high);
}

const encoder = new TextEncoder();
const HTTPS = encoder.encode('https://');
const WWW = encoder.encode('www.');
const INDEX = encoder.encode('/index.html');

function startsWith(bytes: Uint8Array, sought: Uint8Array, from: number): boolean {
  if (from < 0 || from + sought.length > bytes.length) return false;
  for (let at = 0; at < sought.length; at++) if (bytes[from + at] !== sought[at]) return false;
  return true;
}

const LINE_END = 10;
const HASH = 35;
const AND = 38;
const SLASH = 47;
const QUESTION = 63;
const BACKSLASH = 92;

const FIRST_LOW = 0x811c9dc5;
const FIRST_HIGH = 0x2f0b4c47;
const LOW = 0x01000193;
const HIGH = 0x9e3779b1;

/** By now the last letters have moved the lowest bits alone. */
function mixed(low: number, high: number): number {
  const spread = Math.imul(low ^ (low >>> 15), 0x2c1b3c6d);
  const top = Math.imul(high ^ (high >>> 16), 0x85ebca6b) >>> 24;
  return top * 2 ** 32 + ((spread ^ (spread >>> 12)) >>> 0);
}

/** Which entries hold which pages. Entries are known by a number of their own, and one that is gone is dropped in time. */
interface PageIndex {
  add(page: number, entry: number): void;
  /** The entries that hold the page, the latest added first; those that are gone may be among them. */
  of(page: number): readonly number[];
}

/** `isGone` tells of an entry whether it still holds its pages. */
export function openPageIndex(isGone: (entry: number) => boolean): PageIndex {
  // Many small tables: each grows on its own, so that no addition takes long.
  const tables = Array.from({ length: TABLES }, () => emptyTable(0));
  return {
    add(page, entry) {
      const index = Math.floor(page / 2 ** 32);
      let table = tables[index];
      if (!table) return; // no page has such a number
      if (table.size === table.room) {
        table = rebuilt(table, isGone);
        tables[index] = table;
      }
      insert(table, page >>> 0, entry);
    },
    of(page) {
      const found: number[] = [];
      const table = tables[Math.floor(page / 2 ** 32)];
      if (!table) return found;
      const { cells, chains } = table;
      const key = page >>> 0;
      let place = chains === 0 ? 0 : (cells[key & (chains - 1)] ?? 0);
      while (place > 0) {
        const at = chains + PAIR * (place - 1);
        if (cells[at] === key) found.push(cells[at + 1] ?? 0);
        place = cells[at + 2] ?? 0;
      }
      return found;
    },
  };
}

const TABLES = 256;

/**
 * A hash table of pairs. What begins with the same bits hangs in one chain: first come the places of the last pair of each chain, then
 * of each pair the key, the entry, and the place of the one before it; places are counted from 1.
 */
interface Table {
  readonly cells: Uint32Array;
  readonly chains: number;
  readonly room: number;
  size: number;
}

function emptyTable(room: number): Table {
  const chains = room === 0 ? 0 : 2 ** Math.ceil(Math.log2(room / 2));
  return { cells: new Uint32Array(chains + PAIR * room), chains, room, size: 0 };
}

const PAIR = 3;

function insert(table: Table, key: number, entry: number): void {
  const { cells, chains } = table;
  const chain = key & (chains - 1);
  const at = chains + PAIR * table.size++;
  cells[at] = key;
  cells[at + 1] = entry;
  cells[at + 2] = cells[chain] ?? 0;
  cells[chain] = table.size;
}

/** With room for half as many again as are not gone. */
function rebuilt({ cells, chains, size }: Table, isGone: (entry: number) => boolean): Table {
  const end = chains + PAIR * size;
  let left = 0;
  for (let at = chains; at < end; at += PAIR) if (!isGone(cells[at + 1] ?? 0)) left++;
  const table = emptyTable(Math.max(FEWEST, left + (left >> 1)));
  for (let at = chains; at < end; at += PAIR) {
    const entry = cells[at + 1] ?? 0;
    if (!isGone(entry)) insert(table, cells[at] ?? 0, entry);
  }
  return table;
}

const FEWEST = 64;
