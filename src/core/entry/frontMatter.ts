import type { Span } from '../text/text.ts';
import type { FrontMatter, Key } from './entry.ts';

/**
 * The front matter of a text that starts with a `---` line, its keys found by their place alone: nothing is
 * evaluated, and a broken value does not hide the others. Where the closing `---` is missing (the next one would be a
 * divider of the body) it ends at the first blank line.
 */
export function parseFrontMatter(text: string): FrontMatter | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith('---', start) || text.startsWith('-', start + 3)) return undefined;
  const firstEnd = endOfLine(text, start);
  const language = trimmed(text, start + 3, firstEnd);
  const from = nextLine(text, firstEnd);

  const keys: Key[] = [];
  let open: Key | undefined;
  let valueEnd = from;
  let contentEnd = from;
  let blank = -1;
  const finish = () => {
    if (open) keys.push(valueEnd > open.to ? extend(text, open, valueEnd) : open);
    open = undefined;
  };
  for (let at = from; at < text.length; ) {
    let end = endOfLine(text, at);
    if (isFence(text, at, end)) {
      finish();
      const content = { from: Math.min(from, contentEnd), to: contentEnd };
      return { from: 0, to: nextLine(text, end), language, content, close: { from: at, to: at + 3 }, keys };
    }
    if (blank >= 0 && startsBody(text, at, end)) break;
    if (isBlank(text, at, end)) {
      if (blank < 0) blank = at;
    } else if (open && isIndented(text, at, end)) {
      valueEnd = end;
    } else {
      finish();
      const key = keyAt(text, at, end);
      const close = key && endOfQuoted(text, key, at);
      if (key && close !== undefined) {
        end = endOfLine(text, close);
        keys.push({ ...key, to: end, value: { from: key.value.from, to: close } });
      } else {
        open = key;
      }
    }
    contentEnd = end;
    at = nextLine(text, end);
  }
  if (blank >= 0) valueEnd = Math.min(trimEnd(text, from, blank), valueEnd);
  finish();

  const to = blank >= 0 ? blank : text.length;
  const held = keys.filter((key) => key.from < to).map((key) => (key.to > to ? cutAt(text, key, to) : key));
  const content = { from: Math.min(from, to), to: Math.max(trimEnd(text, from, to), held.at(-1)?.to ?? 0) };
  return { from: 0, to, language, content, close: undefined, keys: held };
}

/** Lines behind the blank one are not the key's. */
function cutAt(text: string, key: Key, limit: number): Key {
  const to = trimEnd(text, key.nameSpan.to + 1, limit);
  const { value } = key;
  return { ...key, to, value: { from: Math.min(value.from, to), to: Math.min(value.to, to) } };
}

/** The key of that name, the last one where it stands twice. */
export function keyOf(frontMatter: FrontMatter | undefined, name: string): Key | undefined {
  return frontMatter?.keys.findLast((key) => key.name === name);
}

/** A key's value as a plain string: quotes taken off and their escapes resolved. For single-line scalars. */
export function scalar(text: string, key: Key): string {
  const raw = text.slice(key.value.from, key.value.to);
  if (raw.length > 1 && raw.startsWith("'") && raw.endsWith("'")) return raw.slice(1, -1).replaceAll("''", "'");
  if (raw.length > 1 && raw.startsWith('"') && raw.endsWith('"')) return raw.slice(1, -1).replace(/\\(["\\/])/g, '$1');
  return raw;
}

function keyAt(text: string, from: number, to: number): Key | undefined {
  KEY.lastIndex = from;
  if (!KEY.test(text)) return undefined;
  const at = KEY.lastIndex - 1;
  if (at >= to || (at + 1 < to && text.charCodeAt(at + 1) > 32)) return undefined;
  const nameSpan = { from, to: at };
  return { from, to, name: text.slice(from, at), nameSpan, value: valueIn(text, at + 1, to) };
}

const KEY = /[\w-]+:/y;

/** The value on the rest of a line, without a comment behind it. */
function valueIn(text: string, from: number, to: number): Span {
  let start = from;
  while (start < to && text.charCodeAt(start) <= 32) start++;
  const quote = start < to ? text.charCodeAt(start) : 0;
  const isQuoted = quote === SINGLE || quote === DOUBLE;
  const after = isQuoted ? (closingQuote(text, start, to) ?? to) : start;
  const end = isQuoted ? (isComment(text, after, to) ? after : to) : startOfComment(text, start, to);
  return { from: start, to: trimEnd(text, start, end) };
}

/** Whether only a comment stands on the rest of the line. */
function isComment(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && text.charCodeAt(at) <= 32) at++;
  return at > from && at < to && text.charCodeAt(at) === HASH;
}

/** Where ` #` starts, or the line's end. */
function startOfComment(text: string, from: number, to: number): number {
  const part = text.slice(from, to);
  for (let at = part.indexOf('#'); at >= 0; at = part.indexOf('#', at + 1)) {
    if (text.charCodeAt(from + at - 1) <= 32) return from + at;
  }
  return to;
}

/** Where a quoted value that goes on over several lines ends; undefined where it ends on its own, or never. */
function endOfQuoted(text: string, { value, to }: Key, from: number): number | undefined {
  if (value.from < from || value.from >= to) return undefined;
  const quote = text.charCodeAt(value.from);
  if ((quote !== SINGLE && quote !== DOUBLE) || closingQuote(text, value.from, to) !== undefined) return undefined;
  const close = closingQuote(text, value.from, Math.min(text.length, value.from + LONGEST_VALUE));
  if (close === undefined) return undefined;
  for (let at = nextLine(text, to); at < close; ) {
    const end = endOfLine(text, at);
    if (isFence(text, at, end) || keyAt(text, at, end)) return undefined;
    at = nextLine(text, end);
  }
  return close;
}

const LONGEST_VALUE = 20_000;

/** Behind the quotation mark that closes the value. */
function closingQuote(text: string, start: number, to: number): number | undefined {
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

/** Behind an odd number of backslashes; the value's own opening mark ends them. */
function isEscaped(part: string, at: number): boolean {
  let from = at;
  while (part.charCodeAt(from - 1) === BACKSLASH) from--;
  return (at - from) % 2 === 1;
}

const DOUBLE = 34;
const HASH = 35;
const SINGLE = 39;
const HYPHEN = 45;
const BACKSLASH = 92;

function extend(text: string, key: Key, to: number): Key {
  let from = key.value.from;
  if (from === key.value.to) {
    from = key.to;
    while (from < to && text.charCodeAt(from) <= 32) from++;
  }
  const end = trimEnd(text, from, to);
  return { ...key, to, value: { from: Math.min(from, end), to: end } };
}

function isFence(text: string, from: number, to: number): boolean {
  if (to - from < 3 || text.charCodeAt(from) !== HYPHEN) return false;
  return text.startsWith('---', from) && isBlank(text, from + 3, to);
}

/** A line that no front matter holds but every entry's body does: an item, a heading. */
function startsBody(text: string, from: number, to: number): boolean {
  return /^(?:(?:\d+|TK|[Pp]oll) ?\/|[*>] ?\S|##|\*\*|\{%|\d+\. )/.test(text.slice(from, Math.min(to, from + 12)));
}

function isIndented(text: string, from: number, to: number): boolean {
  if (from >= to) return false;
  const code = text.charCodeAt(from);
  return code === 32 || code === 9 || (code === HYPHEN && from + 1 < to && text.charCodeAt(from + 1) === 32);
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) > 32) return false;
  return true;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

function nextLine(text: string, lineEnd: number): number {
  if (lineEnd >= text.length) return text.length;
  return text.charCodeAt(lineEnd) === 13 ? lineEnd + 2 : lineEnd + 1;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && text.charCodeAt(end - 1) <= 32) end--;
  return end;
}

function trimmed(text: string, from: number, to: number): Span | undefined {
  const end = trimEnd(text, from, to);
  let start = from;
  while (start < end && text.charCodeAt(start) <= 32) start++;
  return start < end ? { from: start, to: end } : undefined;
}
