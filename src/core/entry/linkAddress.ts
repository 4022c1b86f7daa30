import type { Span } from '../text/text.ts';

/**
 * The address in brackets from the `(` at `paren`. Brackets inside it balance. At white space the address is either
 * prose that somebody put there (`](Some words.)`) or its bracket was forgotten (`](https://… / [Next](…)`), save where it
 * only divides a scheme: `](https: //…`.
 */
export function addressAt(text: string, paren: number, limit: number): { span: Span; to: number; closed: boolean } {
  const from = skipSpaces(text, paren + 1, limit);
  let depth = 0;
  let at = nextBreak(text, from, limit);
  for (; at < limit; at = nextBreak(text, at, limit)) {
    const char = text.charCodeAt(at++);
    if (char === BACKSLASH) at = Math.min(at + 1, limit);
    else if (char === PAREN_OPEN) depth++;
    else if (char === PAREN_CLOSE) {
      if (depth-- === 0) return { span: { from, to: at - 1 }, to: withAttributes(text, at), closed: true };
    } else if (!dividesScheme(text, from, at)) break;
  }
  const end = at < limit ? at - 1 : limit;
  const close = text.charCodeAt(paren) === PAREN_OPEN ? closeOfProse(text, end, limit) : undefined;
  return close === undefined
    ? { span: { from, to: end }, to: end, closed: false }
    : { span: trim(text, from, close), to: withAttributes(text, close + 1), closed: true };
}

/**
 * The next bracket, backslash or white space: nearly always the bracket that ends the address. Searched for by what the
 * engine has built in, which in a short run is several times as fast as a loop over characters.
 */
function nextBreak(text: string, from: number, limit: number): number {
  const part = text.slice(from, Math.min(limit, from + LONGEST_STEP));
  const close = part.indexOf(')');
  const other = (close < 0 ? part : part.slice(0, close)).search(BREAK);
  if (other >= 0) return from + other;
  if (close >= 0) return from + close;
  return part.length < LONGEST_STEP ? limit : nextBreak(text, from + LONGEST_STEP, limit);
}

const BREAK = /[\s(\\]/;
const LONGEST_STEP = 4096;

/** Whether nothing but the beginning of a scheme stands before the space that ends at that offset, and its rest behind it. */
function dividesScheme(text: string, from: number, at: number): boolean {
  return at - from <= 8 && /^https?:(?: \/|\/ )\//.test(text.slice(from, at + 2));
}

function closeOfProse(text: string, from: number, limit: number): number | undefined {
  const first = skipSpaces(text, from, limit);
  if (text[first] === '/' || text[first] === '[' || text.slice(from, first).includes('\n')) return undefined;
  const end = Math.min(limit, first + LONGEST_PROSE);
  for (let at = first; at < end; at++) {
    const char = text.charCodeAt(at);
    if (char === PAREN_CLOSE) return at;
    if (char === OPEN || char === 10 || char === 13) return undefined;
  }
  return undefined;
}

/** Further on, a bracket is some other sentence's. */
const LONGEST_PROSE = 500;

/** Kramdown's `{:target="_blank"}` behind a link belongs to it. */
function withAttributes(text: string, at: number): number {
  if (!text.startsWith('{:', at)) return at;
  return at + text.slice(at, at + LONGEST_ATTRIBUTES).indexOf('}') + 1;
}

export function startsWithScheme(text: string, at: number): boolean {
  return text.startsWith('http://', at) || text.startsWith('https://', at);
}

export function startsAddress(text: string, at: number): boolean {
  return (
    at < text.length &&
    text.charCodeAt(at) === PAREN_OPEN &&
    (text.startsWith('http', at + 1) || text.startsWith('www.', at + 1))
  );
}

export function skipSpaces(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && text.charCodeAt(at) <= 32) at++;
  return at;
}

export function trim(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  return { from: start, to: end };
}

const PAREN_OPEN = 40;
const PAREN_CLOSE = 41;
const OPEN = 91;
const BACKSLASH = 92;
const LONGEST_ATTRIBUTES = 60;
