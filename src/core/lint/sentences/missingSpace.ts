import { isAsciiLetter, isCapital, isDigit, isLetter } from '../../text/characters.ts';
import {
  APOSTROPHE,
  ASTERISK,
  CLOSE_PAREN,
  CLOSING_CURLY_QUOTE,
  COMMA,
  CURLY_APOSTROPHE,
  DOUBLE_QUOTE,
  OPEN_PAREN,
  OPENING_CURLY_QUOTE,
  PERCENT,
} from '../../text/charCodes.ts';
import type { Span } from '../../text/text.ts';
import { isWordCharacter } from '../prose.ts';
import type { Finding, Fix } from '../rule.ts';
import { joinedSentences, type NameContext } from './joinedSentences.ts';

/** Reports two words that run together at the punctuation mark at `at`. The span is the prose around it. */
export function missingSpace(text: string, { from, to }: Span, at: number, context: NameContext): Finding | undefined {
  const next = skipClosers(text, at + 1, to);
  if (next >= to || !mayStartWord(text.charCodeAt(next)) || endsEntity(text, from, at)) return undefined;
  const isCertain = runsTogether(text, { from, to }, at, next, context);
  if (isCertain === undefined) return undefined;
  const name = text[at] === '.' ? 'full stop' : text[at] === ',' ? 'comma' : `"${text[at]}"`;
  const gap = insertionPoint(text, at, next);
  const fix: Fix = { title: 'Insert a space', edits: [{ from: gap, to: gap, text: ' ' }] };
  return {
    from: startOfWord(text, from, at),
    to: endOfWord(text, gap + (isOpener(text.charCodeAt(gap)) ? 1 : 0), to),
    message: `Missing space after the ${name}.`,
    ...(isCertain ? { fix } : { suggestions: [fix] }),
  };
}

/** A cheap test for a letter, `(` or `“`. Few punctuation marks are followed by one. */
function mayStartWord(code: number): boolean {
  return code > 127 || code === OPEN_PAREN || isAsciiLetter(code);
}

/** Skips closing quotation marks and the asterisks that end bold or italic text. */
function skipClosers(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isCloser(text.charCodeAt(at))) at++;
  return at;
}

/** `"` `'` `*` `’` `”` */
function isCloser(code: number): boolean {
  return (
    code === DOUBLE_QUOTE ||
    code === APOSTROPHE ||
    code === ASTERISK ||
    code === CURLY_APOSTROPHE ||
    code === CLOSING_CURLY_QUOTE
  );
}

/** Whether the mark is the end of a character reference, such as `&nbsp;`. */
function endsEntity(text: string, from: number, at: number): boolean {
  return text[at] === ';' && /&#?\w+$/.test(text.slice(Math.max(from, at - 12), at));
}

/**
 * Whether the punctuation mark at `at` ends a word, and another word starts at `next` without a space between them. Undefined if it does
 * not; true if that is certain.
 */
function runsTogether(
  text: string,
  { from, to }: Span,
  at: number,
  next: number,
  context: NameContext,
): boolean | undefined {
  const opener = isOpener(text.charCodeAt(next));
  const first = next + (opener ? 1 : 0);
  if (first >= to || !isLetter(text.charCodeAt(first))) return undefined;
  const token = tokenAt(text, from, at, to);
  if (NOT_PROSE.test(token)) return undefined;
  const end = endOfBold(text, from, at);
  const before = text.charCodeAt(end - 1);
  const endsWord = isLetter(before) || isDigit(before) || before === CLOSE_PAREN || before === PERCENT;
  if (!endsWord) return undefined;
  const quote = text.slice(at + 1, next);
  const isSingle = /[’']/.test(quote) && !/["”]/.test(quote);
  const length = endOfWord(text, first, to) - first;
  if (text.charCodeAt(at) === COMMA) {
    if (isSingle || /^["”’']*[’']/.test(quote) || (!opener && length <= 1 && quote === '')) return undefined;
    if (quote !== '' || opener) return true;
    if (isQuoted(text, startOfWord(text, from, at), first + length)) return undefined;
    if (!SPACELESS_LIST.test(token) || LIST_OF_NAMES.test(token)) return true;
    return context.hasCode ? undefined : false;
  }
  if (isSingle || !isCapital(text.charCodeAt(first)) || ABBREVIATION.test(token)) return undefined;
  if (quote !== '') return true;
  if (opener) return !isCapital(before) || isAcronym(text, from, at) || undefined;
  if (length <= 1) return undefined;
  if (end < at) return true; // the end of bold text
  const left = text.slice(startOfWord(text, from, at), at);
  const right = text.slice(first, first + length);
  return joinedSentences(text, { from: at - left.length, to: first + length, left, right, token }, context);
}

/** An address, markup, or something written in a formal language. */
const NOT_PROSE = /:\/\/|www\.|[@/<>{}_=\\|$`]/;

/** `rsa,dsa,ecdsa`: more than one comma without a space is no slip, but in a list of names. */
const SPACELESS_LIST = /[^\s,],[^\s,]+,[^\s,]/;

/** `Chicago,IL,US` */
const LIST_OF_NAMES = /^\p{Lu}\p{Ll}+(?:,\p{Lu}(?:\p{Ll}+|\p{Lu}*))+(?![\p{L}\p{N}-])/u;

/** Whether straight or curly quotation marks enclose the span: `"a,b"`. */
function isQuoted(text: string, from: number, to: number): boolean {
  return '"“'.includes(text.charAt(from - 1) || ' ') && '"”'.includes(text.charAt(to) || ' ');
}

/** Whether the word before the punctuation mark ends with two capitals. */
function isAcronym(text: string, from: number, at: number): boolean {
  return at - 2 >= from && isCapital(text.charCodeAt(at - 1)) && isCapital(text.charCodeAt(at - 2));
}

/** The end of the word before a full stop, skipping asterisks between them: `resigned**.The`. */
function endOfBold(text: string, from: number, at: number): number {
  let end = at;
  while (end > from + 1 && text.charCodeAt(end - 1) === ASTERISK) end--;
  return end;
}

/** `"` `“` `(` */
function isOpener(code: number): boolean {
  return code === DOUBLE_QUOTE || code === OPEN_PAREN || code === OPENING_CURLY_QUOTE;
}

/** Everything between the white space or brackets around the punctuation mark. */
function tokenAt(text: string, from: number, at: number, to: number): string {
  const before = /[^\s([{"“]*$/.exec(text.slice(Math.max(from, at - 40), at))?.[0] ?? '';
  return before + (/^\S*/.exec(text.slice(at, Math.min(to, at + MAX_TOKEN_CHARS)))?.[0] ?? '');
}

/** A list in braces, `lib{std,core,…}`, is longer than a word. */
const MAX_TOKEN_CHARS = 120;

function startOfWord(text: string, from: number, at: number): number {
  let start = at;
  while (start > from && (isWordCharacter(text.charCodeAt(start - 1)) || ')%'.includes(text.charAt(start - 1))))
    start--;
  return start;
}

function endOfWord(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isWordCharacter(text.charCodeAt(at))) at++;
  return at;
}

/** Words with a full stop inside: names of sites and products, degrees, abbreviations. */
const ABBREVIATION =
  /(?:^|\W)(?:[a-z]\.){2,}|\.(?:com|org|net|gov|edu|io|co|news|tv|us|uk|eu|ai|fm|ly|me)\b|Ph\.D|e\.g|i\.e/i;

/**
 * Where the space belongs: before the word, or before its opening quotation mark. A straight mark opens a quotation if an even number
 * of them precedes it on the line.
 */
function insertionPoint(text: string, at: number, word: number): number {
  const mark = text.indexOf('"', at + 1);
  if (mark < 0 || mark >= word) return word;
  let marksBefore = 0;
  const start = Math.max(at - MAX_LINE_CHARS, 0);
  const line = start + text.slice(start, at).lastIndexOf('\n') + 1;
  for (let next = text.indexOf('"', line); next >= 0 && next < mark; next = text.indexOf('"', next + 1)) marksBefore++;
  const isOpening = marksBefore % 2 === 0;
  if (isOpening) return mark;
  return text[mark + 1] === '"' ? mark + 1 : word;
}

/** Hardly any line of prose is longer. In one that is, only the marks at its end are counted. */
const MAX_LINE_CHARS = 1500;
