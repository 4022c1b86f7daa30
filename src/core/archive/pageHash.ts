import { AMPERSAND, BACKSLASH, HASH, QUESTION_MARK, SLASH, UPPER_Z } from '../text/charCodes.ts';
import type { Span } from '../text/text.ts';
import { hostStart, pageKeyOf } from '../urls/url.ts';

/**
 * A 40-bit hash of the page of an address (see `pageKeyOf`); undefined for text that is not a web address. The archive stores five bytes
 * this way instead of about a hundred characters. Among a million pages, the chance that a page shares its hash with another is one in a
 * million.
 */
export function pageHash(address: string): number | undefined {
  return pageHashAt(address, { from: 0, to: address.length });
}

/** As `pageHash`, for the address in the span. */
export function pageHashAt(text: string, { from, to }: Span): number | undefined {
  const start = hostStart(text, from);
  if (start === from) return undefined;
  return hashOfPlainPage(text, start, to) ?? hashOfKey(pageKeyOf(text.slice(from, to)) ?? '');
}

/** The hash of a page that is its own key, but for its end, as nearly all are; undefined if it may have to be normalized first. */
function hashOfPlainPage(text: string, from: number, to: number): number | undefined {
  const end = endOfPath(text, from, to);
  let low = LOW_SEED;
  let high = HIGH_SEED;
  let isHost = true;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 64) {
      if (code === QUESTION_MARK || code === HASH || code === AMPERSAND) return undefined;
      if (code === SLASH) isHost = false;
    } else if (code === BACKSLASH || (isHost && (code <= UPPER_Z || code > 127))) return undefined;
    low = Math.imul(low ^ code, LOW_FACTOR);
    high = (Math.imul(high, HIGH_FACTOR) + code) | 0;
  }
  return combine(low, high);
}

/** The end without a final slash or `/index.html`. */
function endOfPath(text: string, from: number, to: number): number {
  if (to > from && text.charCodeAt(to - 1) === SLASH) return to - 1;
  const start = to - INDEX_PAGE.length;
  return start >= from && text.startsWith(INDEX_PAGE, start) ? start : to;
}

const INDEX_PAGE = '/index.html';

function hashOfKey(key: string): number {
  let low = LOW_SEED;
  let high = HIGH_SEED;
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at);
    low = Math.imul(low ^ code, LOW_FACTOR);
    high = (Math.imul(high, HIGH_FACTOR) + code) | 0;
  }
  return combine(low, high);
}

// The low 32 bits are FNV-1a over UTF-16 code units, the high 8 bits a multiplicative hash.
const LOW_SEED = 0x811c9dc5 | 0;
const HIGH_SEED = 0x2f0b4c47;
const LOW_FACTOR = 0x01000193;
const HIGH_FACTOR = 0x9e3779b1;

/** Mixes the bits first: so far, the last characters have changed only the lowest ones. */
function combine(low: number, high: number): number {
  const spread = Math.imul(low ^ (low >>> 15), 0x2c1b3c6d);
  const top = Math.imul(high ^ (high >>> 16), 0x85ebca6b) >>> 24;
  return top * 2 ** 32 + ((spread ^ (spread >>> 12)) >>> 0);
}
