import { isWhitespace } from '../text/characters.ts';
import {
  DIGIT_0,
  DIGIT_9,
  FULL_STOP,
  GREATER_THAN,
  LOWER_A,
  LOWER_Z,
  OPEN_BRACKET,
  SPACE,
  TILDE,
  UNDERSCORE,
} from '../text/charCodes.ts';
import type { Span } from '../text/text.ts';
import type { Link } from './entry.ts';

/**
 * The text that readers see for a span of Markdown: without emphasis, addresses and escapes, and with the curly quotes of the site. Not a
 * complete renderer, but accurate enough for the anchors of elements. Stops after `maxLetters` letters and digits.
 */
export function visibleText(
  text: string,
  span: Span,
  links: readonly Link[],
  maxLetters: number = Number.POSITIVE_INFINITY,
): string {
  let visible = '';
  let letters = 0;
  let copiedTo = span.from; // the text from here to `at` is visible as it is
  let at = span.from;
  let nextLink = 0;
  while (at < span.to && letters < maxLetters) {
    const code = text.charCodeAt(at);
    const role = code < 128 ? (ASCII_ROLES[code] ?? LETTER) : LETTER;
    if (role !== MARKUP) {
      letters += role;
      at++;
      continue;
    }
    while (nextLink < links.length && (links[nextLink]?.from ?? at) < at) nextLink++;
    const link = code === OPEN_BRACKET && nextLink < links.length ? links[nextLink] : undefined;
    const replacement = link?.from === at ? linkText(text, link) : replacementAt(text, at, code, span);
    if (replacement === undefined) {
      at++;
      continue;
    }
    visible += text.slice(copiedTo, at) + replacement.text;
    letters += replacement.text.length;
    at = replacement.to;
    copiedTo = at;
  }
  return copiedTo === span.from ? text.slice(copiedTo, at) : visible + text.slice(copiedTo, at);
}

/** The text that is visible in the place of the source up to `to`. */
interface Replacement {
  readonly to: number;
  readonly text: string;
}

/** The roles of characters. The first two are also the numbers of letters that they count. */
const OTHER = 0;
const LETTER = 1;
const MARKUP = 2;

/** For each ASCII character: `LETTER` if it is kept in an anchor, `MARKUP` if it may be markup, otherwise `OTHER`. */
const ASCII_ROLES: Uint8Array = new Uint8Array(128).fill(LETTER);
for (const char of ' +$,:;=?@#}|^~%!]/()') ASCII_ROLES[char.charCodeAt(0)] = OTHER;
for (const char of '\n\r\\*_`[{<&\'"-.') ASCII_ROLES[char.charCodeAt(0)] = MARKUP;

function linkText(text: string, { name, to, form }: Link): Replacement | undefined {
  if (form !== 'whole') return undefined;
  return { to, text: visibleText(text, name, []) };
}

/** The replacement for markup at the offset; undefined if the character is visible as it is. */
function replacementAt(text: string, at: number, code: number, span: Span): Replacement | undefined {
  switch (text[at]) {
    case '\n':
    case '\r':
      return { to: endOfLineBreak(text, at, span.to), text: '\n' };
    case '*':
      return isBetweenSpaces(text, at, span) ? undefined : { to: endOfRun(text, at, span.to, code), text: '' };
    case '_':
      return isInWord(text, at, span) ? undefined : { to: at + 1, text: '' };
    case '`':
      return { to: at + 1, text: '' };
    case '\\':
      return at + 1 < span.to && isAsciiPunctuation(text.charCodeAt(at + 1))
        ? { to: at + 2, text: text.charAt(at + 1) }
        : undefined;
    case '"':
      return { to: at + 1, text: isClosingQuote(text, at) ? '”' : '“' };
    case "'":
      return { to: at + 1, text: !isClosingQuote(text, at) && hasClosingQuote(text, at, span.to) ? '‘' : '’' };
    case '-':
    case '.':
      return dashOrEllipsis(text, at, code, span.to);
    case '[':
      return text.startsWith('[^', at) ? { to: at + 2, text: '' } : undefined;
    case '{':
      return liquidTag(text, at, span.to);
    case '<':
      return htmlTag(text, at, span.to);
    default:
      return entity(text, at, span.to);
  }
}

/** The offset after a line break and the indentation or quote markers of the next line. */
function endOfLineBreak(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && (text.charCodeAt(end) <= SPACE || text.charCodeAt(end) === GREATER_THAN)) end++;
  return end;
}

function endOfRun(text: string, at: number, limit: number, code: number): number {
  let end = at;
  while (end < limit && text.charCodeAt(end) === code) end++;
  return end;
}

/** Whether there is whitespace on both sides. */
function isBetweenSpaces(text: string, at: number, { from, to }: Span): boolean {
  return at > from && at + 1 < to && text.charCodeAt(at - 1) <= SPACE && text.charCodeAt(at + 1) <= SPACE;
}

function isInWord(text: string, at: number, { from, to }: Span): boolean {
  return (
    at > from && at + 1 < to && isWordCharacter(text.charCodeAt(at - 1)) && isWordCharacter(text.charCodeAt(at + 1))
  );
}

/** Whether a quotation mark is a closing one: it follows a letter, or punctuation and no letter follows it. */
function isClosingQuote(text: string, at: number): boolean {
  const previous = at > 0 ? text.charCodeAt(at - 1) : SPACE;
  if (isWhitespace(previous)) return false;
  return !isPunctuation(previous) || at + 1 >= text.length || !isLetterLike(text.charCodeAt(at + 1));
}

/** Whether a single quote that may close the one at the offset follows before the limit. */
function hasClosingQuote(text: string, at: number, limit: number): boolean {
  for (let next = text.indexOf("'", at + 1); next >= 0 && next < limit; next = text.indexOf("'", next + 1)) {
    if (
      next > at + 1 &&
      !isWhitespace(text.charCodeAt(next - 1)) &&
      (next + 1 >= text.length || !isLetterLike(text.charCodeAt(next + 1)))
    )
      return true;
  }
  return false;
}

/** Neither whitespace nor punctuation. */
function isLetterLike(code: number): boolean {
  return !isWhitespace(code) && !isPunctuation(code);
}

/** ASCII punctuation, or the dashes, quotes and dots of prose. */
function isPunctuation(code: number): boolean {
  return code < 128
    ? code > SPACE && (code === UNDERSCORE || !isWordCharacter(code))
    : code >= 0x2010 && code <= 0x2027;
}

/** Two hyphens become an en dash, three an em dash, three full stops an ellipsis. */
function dashOrEllipsis(text: string, at: number, code: number, limit: number): Replacement | undefined {
  const length = endOfRun(text, at, limit, code) - at;
  if (code === FULL_STOP) return length >= 3 ? { to: at + 3, text: '…' } : undefined;
  if (length === 1) return undefined;
  return { to: at + length, text: length % 3 === 0 ? '—'.repeat(length / 3) : '–'.repeat(length / 2) };
}

/** An ASCII letter, digit or underscore, or any character beyond ASCII. */
function isWordCharacter(code: number): boolean {
  const lower = code | 0x20;
  return (
    code >= 128 || code === UNDERSCORE || (lower >= LOWER_A && lower <= LOWER_Z) || (code >= DIGIT_0 && code <= DIGIT_9)
  );
}

function isAsciiPunctuation(code: number): boolean {
  return code > SPACE && code <= TILDE && (code === UNDERSCORE || !isWordCharacter(code));
}

/** `<br>` and `</b>`, which are not visible, and `<https://…>`, which is visible as its address. */
function htmlTag(text: string, at: number, limit: number): Replacement | undefined {
  const end = text.slice(at, Math.min(limit, at + MAX_TAG_CHARS)).indexOf('>');
  if (end < 0 || !/^<[a-z/!]/i.test(text.slice(at, at + 2))) return undefined;
  const inside = text.slice(at + 1, at + end);
  return { to: at + end + 1, text: /^https?:/i.test(inside) ? inside : '' };
}

const MAX_TAG_CHARS = 500;

/** The start of a Liquid tag. For `{% twitter https://… %}` the site displays the address or an embedded post. */
function liquidTag(text: string, at: number, limit: number): Replacement | undefined {
  const match = /^\{%-?\s*\w+\s*/.exec(text.slice(at, Math.min(limit, at + 40)));
  return match ? { to: at + match[0].length, text: '' } : undefined;
}

function entity(text: string, at: number, limit: number): Replacement | undefined {
  const match = /^&(?:#(\d{1,7})|(amp|lt|gt|quot|nbsp));/.exec(text.slice(at, Math.min(limit, at + 10)));
  if (!match) return undefined;
  const [source, decimal, name] = match;
  const code = Number(decimal);
  const character =
    name === undefined ? (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD') : ENTITIES[name];
  return { to: at + source.length, text: character ?? source };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' };
