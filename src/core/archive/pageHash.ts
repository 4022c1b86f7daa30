import { AMPERSAND, BACKSLASH, HASH, LINE_FEED, QUESTION_MARK, SLASH, UPPER_Z } from '../text/charCodes.ts';
import { pageKeyOf } from '../urls/url.ts';
import { sharedUtf8 } from './utf8.ts';

/**
 * A 40-bit hash of the page of each address (see `pageKeyOf`); undefined for text that is not a web address. The archive stores five bytes
 * this way instead of about eighty characters. Among a million pages, the chance that a page shares its hash with another is one in a
 * million.
 */
export function pageHashes(addresses: readonly string[]): readonly (number | undefined)[] {
  // All addresses are encoded at once: bytes are several times as fast to read as the characters of a string.
  const lines = addresses.map(singleLine);
  const bytes = sharedUtf8(`${lines.join('\n')}\n`);
  const hashes: (number | undefined)[] = [];
  const nonstandard: number[] = [];
  let at = 0;
  for (let index = 0; index < lines.length; index++) {
    const end = lineEnd(bytes, at + (lines[index]?.length ?? 0));
    const hash = hashOfPlainAddress(bytes, at, end);
    if (hash === undefined) nonstandard.push(index);
    hashes.push(hash);
    at = end + 1;
  }
  // After the loop, because `sharedUtf8` overwrites `bytes`.
  for (const index of nonstandard) hashes[index] = hashOfAddress(addresses[index] ?? '');
  return hashes;
}

/** Searches from `from`, which is never past the end: a character takes at least one byte. */
function lineEnd(bytes: Uint8Array, from: number): number {
  let end = from;
  while (end < bytes.length && bytes[end] !== LINE_FEED) end++;
  return end;
}

function singleLine(address: string): string {
  return address.includes('\n') ? '' : address;
}

/** The hash of an address whose page is its own text, as nearly all are; undefined if it may have to be normalized first. */
function hashOfPlainAddress(bytes: Uint8Array, from: number, to: number): number | undefined {
  const scheme = startsWith(bytes, HTTPS, from) ? HTTPS : HTTP;
  if (scheme === HTTP && !startsWith(bytes, HTTP, from)) return undefined;
  const host = from + scheme.length;
  const start = startsWith(bytes, WWW, host) ? host + WWW.length : host;
  if (start >= to || startsWith(bytes, INDEX_PAGE, to - INDEX_PAGE.length)) return undefined;
  const end = bytes[to - 1] === SLASH ? to - 1 : to;
  let low = LOW_SEED;
  let high = HIGH_SEED;
  let isHost = true;
  for (let at = start; at < end; at++) {
    const code = bytes[at] ?? 0;
    if (code < 64) {
      if (code === QUESTION_MARK || code === HASH || code === AMPERSAND) return undefined;
      if (code === SLASH) isHost = false;
    } else if (code === BACKSLASH || (isHost && code <= UPPER_Z)) return undefined;
    low = Math.imul(low ^ code, LOW_FACTOR);
    high = (Math.imul(high, HIGH_FACTOR) + code) | 0;
  }
  return combine(low, high);
}

/** The hash of any address, normalized first. */
function hashOfAddress(address: string): number | undefined {
  const page = pageKeyOf(address);
  return page === undefined ? undefined : hashOfBytes(sharedUtf8(page));
}

function hashOfBytes(bytes: Uint8Array): number {
  let low = LOW_SEED;
  let high = HIGH_SEED;
  for (let at = 0; at < bytes.length; at++) {
    const code = bytes[at] ?? 0;
    low = Math.imul(low ^ code, LOW_FACTOR);
    high = (Math.imul(high, HIGH_FACTOR) + code) | 0;
  }
  return combine(low, high);
}

const encoder = new TextEncoder();
const HTTPS = encoder.encode('https://');
const HTTP = encoder.encode('http://');
const WWW = encoder.encode('www.');
const INDEX_PAGE = encoder.encode('/index.html');

function startsWith(bytes: Uint8Array, prefix: Uint8Array, from: number): boolean {
  if (from < 0 || from + prefix.length > bytes.length) return false;
  for (let at = 0; at < prefix.length; at++) if (bytes[from + at] !== prefix[at]) return false;
  return true;
}

// The low 32 bits are FNV-1a, the high 8 bits a multiplicative hash.
const LOW_SEED = 0x811c9dc5;
const HIGH_SEED = 0x2f0b4c47;
const LOW_FACTOR = 0x01000193;
const HIGH_FACTOR = 0x9e3779b1;

/** Mixes the bits first: so far, the last characters have changed only the lowest ones. */
function combine(low: number, high: number): number {
  const spread = Math.imul(low ^ (low >>> 15), 0x2c1b3c6d);
  const top = Math.imul(high ^ (high >>> 16), 0x85ebca6b) >>> 24;
  return top * 2 ** 32 + ((spread ^ (spread >>> 12)) >>> 0);
}
