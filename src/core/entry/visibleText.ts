import type { Span } from '../text/text.ts';
import type { Link } from './entry.ts';

/**
 * What readers see of a stretch of Markdown: no marks of bold, no addresses, no escapes, quotes curled as the site does. Not a
 * renderer, but as good as one for the beginnings that anchors are made of. With `enough` it ends where so many letters and digits have been seen.
 */
export function visibleText(
  text: string,
  span: Span,
  links: readonly Link[],
  enough: number = Number.POSITIVE_INFINITY,
): string {
  let shown = '';
  let letters = 0;
  let start = span.from; // of what is shown as it stands, up to `at`
  let at = span.from;
  let next = 0;
  while (at < span.to && letters < enough) {
    const code = text.charCodeAt(at);
    const role = code < 128 ? (ROLES[code] ?? LETTER) : LETTER;
    if (role !== MARK) {
      letters += role;
      at++;
      continue;
    }
    while (next < links.length && (links[next]?.from ?? at) < at) next++;
    const link = code === BRACKET && next < links.length ? links[next] : undefined;
    const instead = link?.from === at ? nameOf(text, link) : markAt(text, at, code, span);
    if (instead === undefined) {
      at++;
      continue;
    }
    shown += text.slice(start, at) + instead.text;
    letters += instead.text.length;
    at = instead.to;
    start = at;
  }
  return start === span.from ? text.slice(start, at) : shown + text.slice(start, at);
}

/** What stands for something else: everything up to `to` is shown as `text`. */
interface Instead {
  readonly to: number;
  readonly text: string;
}

const MARK = 2;
const LETTER = 1;
const BRACKET = 91;

/** Of each ASCII character: 1 where an anchor keeps it, 0 where it does not, 2 where it may be markup. */
const ROLES: Uint8Array = new Uint8Array(128).fill(LETTER);
for (const sign of ' +$,:;=?@#}|^~%!]/()') ROLES[sign.charCodeAt(0)] = 0;
for (const sign of '\n\r\\*_`[{<&\'"-.') ROLES[sign.charCodeAt(0)] = MARK;

function nameOf(text: string, { name, to, form }: Link): Instead | undefined {
  if (form !== 'whole') return undefined;
  return { to, text: visibleText(text, name, []) };
}

/** Undefined where the character is what it looks like. */
function markAt(text: string, at: number, code: number, span: Span): Instead | undefined {
  switch (text[at]) {
    case '\n':
    case '\r':
      return { to: endOfBreak(text, at, span.to), text: '\n' };
    case '*':
      return isAlone(text, at, span) ? undefined : { to: endOfRun(text, at, span.to, code), text: '' };
    case '_':
      return isInWord(text, at, span) ? undefined : { to: at + 1, text: '' };
    case '`':
      return { to: at + 1, text: '' };
    case '\\':
      return at + 1 < span.to && isPunctuation(text.charCodeAt(at + 1))
        ? { to: at + 2, text: text.charAt(at + 1) }
        : undefined;
    case '"':
      return { to: at + 1, text: closes(text, at) ? '”' : '“' };
    case "'":
      return { to: at + 1, text: !closes(text, at) && hasPartner(text, at, span.to) ? '‘' : '’' };
    case '-':
    case '.':
      return signsAt(text, at, code, span.to);
    case '[':
      return text.startsWith('[^', at) ? { to: at + 2, text: '' } : undefined;
    case '{':
      return liquidAt(text, at, span.to);
    case '<':
      return tagAt(text, at, span.to);
    default:
      return entityAt(text, at, span.to);
  }
}

/** Over the line break and what a list or a quote puts behind it. */
function endOfBreak(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && (text.charCodeAt(end) <= 32 || text.charCodeAt(end) === QUOTE)) end++;
  return end;
}

const QUOTE = 62;

function endOfRun(text: string, at: number, limit: number, code: number): number {
  let end = at;
  while (end < limit && text.charCodeAt(end) === code) end++;
  return end;
}

/** Whether a space stands on either side. */
function isAlone(text: string, at: number, { from, to }: Span): boolean {
  return at > from && at + 1 < to && text.charCodeAt(at - 1) <= 32 && text.charCodeAt(at + 1) <= 32;
}

function isInWord(text: string, at: number, { from, to }: Span): boolean {
  return at > from && at + 1 < to && isWord(text.charCodeAt(at - 1)) && isWord(text.charCodeAt(at + 1));
}

/** Whether a quote ends something: a letter stands before it, or a sign does and no letter after it. */
function closes(text: string, at: number): boolean {
  const before = at > 0 ? text.charCodeAt(at - 1) : 32;
  if (isSpace(before)) return false;
  return !isSign(before) || at + 1 >= text.length || !isPlain(text.charCodeAt(at + 1));
}

/** Whether a single quote that may close another follows before the text ends. */
function hasPartner(text: string, at: number, limit: number): boolean {
  for (let next = text.indexOf("'", at + 1); next >= 0 && next < limit; next = text.indexOf("'", next + 1)) {
    if (
      next > at + 1 &&
      !isSpace(text.charCodeAt(next - 1)) &&
      (next + 1 >= text.length || !isPlain(text.charCodeAt(next + 1)))
    )
      return true;
  }
  return false;
}

function isPlain(code: number): boolean {
  return !isSpace(code) && !isSign(code);
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0;
}

function isSign(code: number): boolean {
  return code < 128 ? code > 32 && (code === 95 || !isWord(code)) : code >= 0x2010 && code <= 0x2027;
}

/** Two hyphens are a dash, three a long one, three dots an ellipsis. */
function signsAt(text: string, at: number, code: number, limit: number): Instead | undefined {
  const length = endOfRun(text, at, limit, code) - at;
  if (code === DOT) return length >= 3 ? { to: at + 3, text: '…' } : undefined;
  if (length === 1) return undefined;
  return { to: at + length, text: length % 3 === 0 ? '—'.repeat(length / 3) : '–'.repeat(length / 2) };
}

const DOT = 46;

function isWord(code: number): boolean {
  const letter = code | 32;
  return code >= 128 || code === 95 || (letter >= 97 && letter <= 122) || (code >= 48 && code <= 57);
}

function isPunctuation(code: number): boolean {
  return code > 32 && code < 127 && (code === 95 || !isWord(code));
}

/** `<br>`, `</b>`, and `<https://…>`, which shows its address. */
function tagAt(text: string, at: number, limit: number): Instead | undefined {
  const end = text.slice(at, Math.min(limit, at + LONGEST_TAG)).indexOf('>');
  if (end < 0 || !/^<[a-z/!]/i.test(text.slice(at, at + 2))) return undefined;
  const inside = text.slice(at + 1, at + end);
  return { to: at + end + 1, text: /^https?:/i.test(inside) ? inside : '' };
}

const LONGEST_TAG = 500;

/** Of `{% twitter https://… %}` the site shows the address, or something in its place. */
function liquidAt(text: string, at: number, limit: number): Instead | undefined {
  const match = /^\{%-?\s*\w+\s*/.exec(text.slice(at, Math.min(limit, at + 40)));
  return match ? { to: at + match[0].length, text: '' } : undefined;
}

function entityAt(text: string, at: number, limit: number): Instead | undefined {
  const match = /^&(?:#(\d{1,7})|(amp|lt|gt|quot|nbsp));/.exec(text.slice(at, Math.min(limit, at + 10)));
  if (!match) return undefined;
  const [whole, decimal, name] = match;
  const code = Number(decimal);
  const shown =
    name === undefined ? (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD') : NAMED[name];
  return { to: at + whole.length, text: shown ?? whole };
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' };
