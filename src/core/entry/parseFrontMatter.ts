import { APOSTROPHE, BACKSLASH, CARRIAGE_RETURN, DOUBLE_QUOTE, HASH, HYPHEN, SPACE, TAB } from '../text/charCodes.ts';
import { endOfLine } from '../text/lineBounds.ts';
import type { Span } from '../text/text.ts';
import type { FrontMatter, Key } from './entry.ts';

/**
 * The front matter of a text that starts with a `---` line. Finds the keys by their position alone: nothing is evaluated, and an invalid
 * value does not hide the other keys. If the closing `---` is missing (so that the next one would be a divider in the body), the front
 * matter ends at its first blank line.
 */
export function parseFrontMatter(text: string): FrontMatter | undefined {
  const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  if (!text.startsWith('---', start) || text.startsWith('-', start + 3)) return undefined;
  const fenceEnd = endOfLine(text, start);
  const language = trimmedSpan(text, start + 3, fenceEnd);
  const from = startOfNextLine(text, fenceEnd);

  const keys: Key[] = [];
  let openKey: Key | undefined; // the key whose value following lines may continue
  let valueEnd = from;
  let contentEnd = from;
  let firstBlank = -1;
  const finishKey = () => {
    if (openKey) keys.push(valueEnd > openKey.to ? extendKey(text, openKey, valueEnd) : openKey);
    openKey = undefined;
  };
  for (let at = from; at < text.length; ) {
    let end = endOfLine(text, at);
    if (isFence(text, at, end)) {
      finishKey();
      const content = { from: Math.min(from, contentEnd), to: contentEnd };
      return { from: 0, to: startOfNextLine(text, end), language, content, close: { from: at, to: at + 3 }, keys };
    }
    if (firstBlank >= 0 && startsBody(text, at, end)) break;
    if (isBlank(text, at, end)) {
      if (firstBlank < 0) firstBlank = at;
    } else if (openKey && isContinuation(text, at, end)) {
      valueEnd = end;
    } else {
      finishKey();
      const key = keyAt(text, at, end);
      const close = key && endOfMultilineQuote(text, key, at);
      if (key && close !== undefined) {
        end = endOfLine(text, close);
        keys.push({ ...key, to: end, value: { from: key.value.from, to: close } });
      } else {
        openKey = key;
      }
    }
    contentEnd = end;
    at = startOfNextLine(text, end);
  }
  if (firstBlank >= 0) valueEnd = Math.min(trimEnd(text, from, firstBlank), valueEnd);
  finishKey();

  const to = firstBlank >= 0 ? firstBlank : text.length;
  const keysBefore = keys.filter((key) => key.from < to).map((key) => (key.to > to ? cutKey(text, key, to) : key));
  const content = { from: Math.min(from, to), to: Math.max(trimEnd(text, from, to), keysBefore.at(-1)?.to ?? 0) };
  return { from: 0, to, language, content, close: undefined, keys: keysBefore };
}

const BYTE_ORDER_MARK = 0xfeff;

/** The key without the lines from `limit` on. */
function cutKey(text: string, key: Key, limit: number): Key {
  const to = trimEnd(text, key.nameSpan.to + 1, limit);
  const { value } = key;
  return { ...key, to, value: { from: Math.min(value.from, to), to: Math.min(value.to, to) } };
}

function keyAt(text: string, from: number, to: number): Key | undefined {
  KEY.lastIndex = from;
  if (!KEY.test(text)) return undefined;
  const colon = KEY.lastIndex - 1;
  if (colon >= to || (colon + 1 < to && text.charCodeAt(colon + 1) > SPACE)) return undefined;
  const nameSpan = { from, to: colon };
  return { from, to, name: text.slice(from, colon), nameSpan, value: valueIn(text, colon + 1, to) };
}

const KEY = /[\w-]+:/y;

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
function isComment(text: string, from: number, to: number): boolean {
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

/** The end of a quoted value that continues over several lines; undefined if it ends on its first line, or never. */
function endOfMultilineQuote(text: string, { value, to }: Key, from: number): number | undefined {
  if (value.from < from || value.from >= to) return undefined;
  const first = text.charCodeAt(value.from);
  if ((first !== APOSTROPHE && first !== DOUBLE_QUOTE) || endOfQuote(text, value.from, to) !== undefined)
    return undefined;
  const close = endOfQuote(text, value.from, Math.min(text.length, value.from + MAX_VALUE_CHARS));
  if (close === undefined) return undefined;
  for (let at = startOfNextLine(text, to); at < close; ) {
    const end = endOfLine(text, at);
    if (isFence(text, at, end) || keyAt(text, at, end)) return undefined;
    at = startOfNextLine(text, end);
  }
  return close;
}

const MAX_VALUE_CHARS = 20_000;

/** The offset after the closing quotation mark of the value that starts with an opening one; undefined if there is none. */
function endOfQuote(text: string, start: number, to: number): number | undefined {
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

/** The key with a value that continues to the offset. */
function extendKey(text: string, key: Key, to: number): Key {
  let from = key.value.from;
  if (from === key.value.to) {
    from = key.to;
    while (from < to && text.charCodeAt(from) <= SPACE) from++;
  }
  const end = trimEnd(text, from, to);
  return { ...key, to, value: { from: Math.min(from, end), to: end } };
}

function isFence(text: string, from: number, to: number): boolean {
  if (to - from < 3 || text.charCodeAt(from) !== HYPHEN) return false;
  return text.startsWith('---', from) && isBlank(text, from + 3, to);
}

/** Whether a line is one that occurs in every body but in no front matter, such as an item or a heading. */
function startsBody(text: string, from: number, to: number): boolean {
  return /^(?:(?:\d+|TK|[Pp]oll) ?\/|[*>] ?\S|##|\*\*|\{%|\d+\. )/.test(text.slice(from, Math.min(to, from + 12)));
}

/** Whether a line may continue a value: it is indented or an item of a list. */
function isContinuation(text: string, from: number, to: number): boolean {
  if (from >= to) return false;
  const code = text.charCodeAt(from);
  return code === SPACE || code === TAB || (code === HYPHEN && from + 1 < to && text.charCodeAt(from + 1) === SPACE);
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) > SPACE) return false;
  return true;
}

function startOfNextLine(text: string, lineEnd: number): number {
  if (lineEnd >= text.length) return text.length;
  return text.charCodeAt(lineEnd) === CARRIAGE_RETURN ? lineEnd + 2 : lineEnd + 1;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && text.charCodeAt(end - 1) <= SPACE) end--;
  return end;
}

/** The range without whitespace at either end; undefined if it is blank. */
function trimmedSpan(text: string, from: number, to: number): Span | undefined {
  const end = trimEnd(text, from, to);
  let start = from;
  while (start < end && text.charCodeAt(start) <= SPACE) start++;
  return start < end ? { from: start, to: end } : undefined;
}
