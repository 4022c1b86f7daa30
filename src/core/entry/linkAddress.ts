import {
  BACKSLASH,
  CARRIAGE_RETURN,
  CLOSE_PAREN,
  LESS_THAN,
  LINE_FEED,
  OPEN_BRACKET,
  OPEN_PAREN,
  SPACE,
} from '../text/charCodes.ts';
import type { Span } from '../text/text.ts';

/** The address of a link and the end of the link, which may be after a title and attributes. */
interface ParsedAddress {
  /** Without the angle brackets of `<https://…>`. */
  readonly span: Span;
  readonly to: number;
  /** Whether a parenthesis closes the address. */
  readonly isClosed: boolean;
  /** Whether the address is in angle brackets or has a title, as Markdown allows, so that nothing in it is a typo. */
  readonly isDelimited?: true;
}

/**
 * The address in parentheses from the `(` at `paren`. Parentheses within it balance. If it contains whitespace, it has a title
 * (`](https://… "A title")`), is prose in the place of an address (`](Some words.)`), or its closing parenthesis is missing
 * (`](https://… / [Next](…)`), unless the whitespace only splits the scheme (`](https: //…`).
 */
export function addressAt(text: string, paren: number, limit: number): ParsedAddress {
  const from = skipWhitespace(text, paren + 1, limit);
  const pointy = text.charCodeAt(from) === LESS_THAN ? pointyAddressAt(text, from, limit) : undefined;
  if (pointy) return pointy;
  let depth = 0;
  let at = nextDelimiter(text, from, limit);
  for (; at < limit; at = nextDelimiter(text, at, limit)) {
    const char = text.charCodeAt(at++);
    if (char === BACKSLASH) at = Math.min(at + 1, limit);
    else if (char === OPEN_PAREN) depth++;
    else if (char === CLOSE_PAREN) {
      if (depth-- === 0) return { span: { from, to: at - 1 }, to: skipAttributes(text, at), isClosed: true };
    } else if (!splitsScheme(text, from, at)) break;
  }
  const end = at < limit ? at - 1 : limit;
  const afterTitle = depth === 0 && at < limit ? endAfterTitle(text, end, limit) : undefined;
  if (afterTitle !== undefined && afterTitle > skipWhitespace(text, end, limit) + 1)
    return { span: { from, to: end }, to: skipAttributes(text, afterTitle), isClosed: true, isDelimited: true };
  const close = text.charCodeAt(paren) === OPEN_PAREN ? closeOfProse(text, end, limit) : undefined;
  return close === undefined
    ? { span: { from, to: end }, to: end, isClosed: false }
    : { span: trimSpan(text, from, close), to: skipAttributes(text, close + 1), isClosed: true };
}

/** The address in angle brackets from the `<` at the offset, as Markdown reads it; undefined if it is not closed. */
function pointyAddressAt(text: string, from: number, limit: number): ParsedAddress | undefined {
  const end = endOfPointyAddress(text, from) ?? limit;
  const to = end < limit ? endAfterTitle(text, end, limit) : undefined;
  return to === undefined
    ? undefined
    : { span: { from: from + 1, to: end - 1 }, to: skipAttributes(text, to), isClosed: true, isDelimited: true };
}

/** The end of `<https://…>` at the offset; undefined if it is not closed. */
export function endOfPointyAddress(text: string, from: number): number | undefined {
  POINTY_ADDRESS.lastIndex = from;
  return POINTY_ADDRESS.test(text) ? POINTY_ADDRESS.lastIndex : undefined;
}

const POINTY_ADDRESS = /<(?:\\.|[^<>\\\n])*>/y;

/** The offset after the parenthesis that closes a link, after whitespace and perhaps a title; undefined if something else follows. */
export function endAfterTitle(text: string, from: number, limit: number): number | undefined {
  let at = skipWhitespace(text, from, limit);
  if (at > from && '"\'('.includes(text.charAt(at))) {
    TITLE.lastIndex = at;
    if (TITLE.test(text)) at = skipWhitespace(text, TITLE.lastIndex, limit);
  }
  return at < limit && text.charCodeAt(at) === CLOSE_PAREN ? at + 1 : undefined;
}

const TITLE = /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^()\\])*\)/y;

/**
 * The next parenthesis, backslash or whitespace, which is nearly always the parenthesis that closes the address. Uses the engine's
 * built-in searches: until V8 has optimized a loop over characters, they are several times faster.
 */
function nextDelimiter(text: string, from: number, limit: number): number {
  const part = text.slice(from, Math.min(limit, from + SEARCH_STEP_CHARS));
  const close = part.indexOf(')');
  const other = (close < 0 ? part : part.slice(0, close)).search(DELIMITER);
  if (other >= 0) return from + other;
  if (close >= 0) return from + close;
  return part.length < SEARCH_STEP_CHARS ? limit : nextDelimiter(text, from + SEARCH_STEP_CHARS, limit);
}

const DELIMITER = /[\s(\\]/;
const SEARCH_STEP_CHARS = 4096;

/** Whether the whitespace that ends at the offset only splits the scheme at the start of the address. */
function splitsScheme(text: string, from: number, at: number): boolean {
  return at - from <= 8 && /^https?:(?: \/|\/ )\//.test(text.slice(from, at + 2));
}

function closeOfProse(text: string, from: number, limit: number): number | undefined {
  const first = skipWhitespace(text, from, limit);
  if (text[first] === '/' || text[first] === '[' || text.slice(from, first).includes('\n')) return undefined;
  const end = Math.min(limit, first + MAX_PROSE_CHARS);
  for (let at = first; at < end; at++) {
    const char = text.charCodeAt(at);
    if (char === CLOSE_PAREN) return at;
    if (char === OPEN_BRACKET || char === LINE_FEED || char === CARRIAGE_RETURN) return undefined;
  }
  return undefined;
}

/** A parenthesis further on belongs to some other sentence. */
const MAX_PROSE_CHARS = 500;

/** Skips Kramdown attributes after a link, such as `{:target="_blank"}`, which are part of the link. */
function skipAttributes(text: string, at: number): number {
  if (!text.startsWith('{:', at)) return at;
  return at + text.slice(at, at + MAX_ATTRIBUTES_CHARS).indexOf('}') + 1;
}

const MAX_ATTRIBUTES_CHARS = 60;

export function startsWithScheme(text: string, at: number): boolean {
  return text.startsWith('http://', at) || text.startsWith('https://', at);
}

/** Whether there is a `(` followed by a web address. */
export function opensAddress(text: string, at: number): boolean {
  return (
    at < text.length &&
    text.charCodeAt(at) === OPEN_PAREN &&
    (text.startsWith('http', at + 1) || text.startsWith('www.', at + 1))
  );
}

export function skipWhitespace(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && text.charCodeAt(at) <= SPACE) at++;
  return at;
}

/** The range without whitespace at either end. */
export function trimSpan(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && text.charCodeAt(start) <= SPACE) start++;
  while (end > start && text.charCodeAt(end - 1) <= SPACE) end--;
  return { from: start, to: end };
}
