import { APOSTROPHE, BACKSLASH, DOUBLE_QUOTE, HASH, SPACE } from '../text/charCodes.ts';
import type { Span } from '../text/text.ts';
import type { Key } from './entry.ts';
import { KNOWN_KEYS } from './knownKeys.ts';

/** The key at an offset: `title: x`, also `title : x`, `"title": x` and, for a known key, `title:x` without the space that YAML needs. */
export function keyAt(text: string, from: number, to: number): Key | undefined {
  if (text.charCodeAt(from) <= SPACE) return undefined; // as in the many lines that continue a value
  PLAIN_KEY.lastIndex = from;
  if (PLAIN_KEY.test(text)) {
    const end = PLAIN_KEY.lastIndex;
    if (end > to) return undefined;
    const nameSpan = { from, to: end - 1 };
    return { from, to, name: text.slice(from, end - 1), nameSpan, value: valueIn(text, end, to) };
  }
  return unusualKeyAt(text, from, to);
}

/** The form of nearly every key. */
const PLAIN_KEY = /[\w-]+:(?![^\0- ])/y;

function unusualKeyAt(text: string, from: number, to: number): Key | undefined {
  const isQuoted = isQuoteAt(text, from);
  const nameFrom = isQuoted ? from + 1 : from;
  KEY.lastIndex = nameFrom;
  if (!KEY.test(text)) return undefined;
  const colon = KEY.lastIndex - 1;
  if (colon >= to) return undefined;
  let nameTo = colon;
  while (text.charCodeAt(nameTo - 1) <= SPACE) nameTo--;
  if (isQuoteAt(text, nameTo - 1)) {
    nameTo--;
    if (!isQuoted || text.charCodeAt(nameTo) !== text.charCodeAt(from)) return undefined;
  } else if (isQuoted) {
    return undefined;
  }
  const name = text.slice(nameFrom, nameTo);
  if (colon + 1 < to && text.charCodeAt(colon + 1) > SPACE && !(KNOWN_KEYS.has(name) && startsValue(text, colon + 1))) {
    return undefined;
  }
  return { from, to, name, nameSpan: { from: nameFrom, to: nameTo }, value: valueIn(text, colon + 1, to) };
}

function isQuoteAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === DOUBLE_QUOTE || code === APOSTROPHE;
}

/** Whether a value can start at the offset: `Day 12`, `"`, `/uploads`, `[`. */
function startsValue(text: string, at: number): boolean {
  return /[\p{L}\p{N}"'“‘/[]/u.test(text.charAt(at));
}

const KEY = /[\w-]+["']?[ \t]*:/y;

/** The known key that an indented line contains by mistake: where no value is open, that is never valid YAML. */
export function misindentedKeyAt(text: string, from: number, to: number): Key | undefined {
  let start = from;
  while (start < to && text.charCodeAt(start) <= SPACE) start++;
  const key = keyAt(text, start, to);
  if (!key || !KNOWN_KEYS.has(key.name)) return undefined;
  const hasSpace = key.value.from === key.value.to || text.charCodeAt(key.value.from - 1) <= SPACE;
  return hasSpace ? key : undefined;
}

/** The value in the rest of a line, without a comment after it. */
function valueIn(text: string, from: number, to: number): Span {
  let start = from;
  while (start < to && text.charCodeAt(start) <= SPACE) start++;
  const first = start < to ? text.charCodeAt(start) : 0;
  const isQuoted = first === APOSTROPHE || first === DOUBLE_QUOTE;
  const quotedEnd = isQuoted ? (endOfQuote(text, start, to) ?? to) : start;
  const end = isQuoted ? (isComment(text, quotedEnd, to) ? quotedEnd : to) : startOfComment(text, start, to);
  return { from: start, to: trimEnd(text, start, end) };
}

/** Whether the rest of the line is whitespace and a comment. */
export function isComment(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && text.charCodeAt(at) <= SPACE) at++;
  return at > from && at < to && text.charCodeAt(at) === HASH;
}

/** The offset of the first ` #`, or the end of the line. */
function startOfComment(text: string, from: number, to: number): number {
  const part = text.slice(from, to);
  for (let at = part.indexOf('#'); at >= 0; at = part.indexOf('#', at + 1)) {
    if (text.charCodeAt(from + at - 1) <= SPACE) return from + at;
  }
  return to;
}

/** The offset after the closing quotation mark of the value that starts with an opening one; undefined if there is none. */
export function endOfQuote(text: string, start: number, to: number): number | undefined {
  const part = text.slice(start, to);
  const quote = part.charAt(0);
  for (let at = part.indexOf(quote, 1); at >= 0; at = part.indexOf(quote, at + 1)) {
    if (quote === '"') {
      if (!isEscaped(part, at)) return start + at + 1;
    } else if (part.startsWith("'", at + 1)) at++;
    else return start + at + 1;
  }
  return undefined;
}

/** Whether an odd number of backslashes precedes the offset. There is always an opening quotation mark before them. */
function isEscaped(part: string, at: number): boolean {
  let from = at;
  while (part.charCodeAt(from - 1) === BACKSLASH) from--;
  return (at - from) % 2 === 1;
}

/** Whether a range contains nothing but whitespace. */
export function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) > SPACE) return false;
  return true;
}

/** The end of a range without whitespace. */
export function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && text.charCodeAt(end - 1) <= SPACE) end--;
  return end;
}
