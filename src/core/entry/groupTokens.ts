import { isCapital, isDigit, isLetter, isWhitespaceOrThinSpace } from '../text/characters.ts';
import {
  AT_SIGN,
  BACKSLASH,
  CLOSE_PAREN,
  COMMA,
  HASH,
  LINE_FEED,
  OPEN_BRACKET,
  OPEN_PAREN,
  PIPE,
  SEMICOLON,
  SLASH,
} from '../text/charCodes.ts';
import type { Span } from '../text/text.ts';
import type { GroupToken } from './entry.ts';
import { MASK } from './literals.ts';

/** The tokens between two links: everything but whitespace, split at parentheses and separators. */
export function groupTokens(text: string, from: number, to: number): GroupToken[] {
  const tokens: GroupToken[] = [];
  let token = groupTokenAt(text, from, to, false);
  for (; token; token = groupTokenAt(text, token.to, to, false)) tokens.push(token);
  return tokens;
}

/** The first token from `from` on; with `stopAtLineBreak`, on the same line. */
export function groupTokenAt(text: string, from: number, to: number, stopAtLineBreak = true): GroupToken | undefined {
  let at = from;
  while (at < to && isWhitespaceOrThinSpace(text.charCodeAt(at))) {
    if (stopAtLineBreak && text.charCodeAt(at) === LINE_FEED) return undefined;
    at++;
  }
  if (at >= to) return undefined;
  const isEscaped = text[at] === '\\' && at + 1 < to && '()/'.includes(text.charAt(at + 1));
  const kind = charTokenKind(text.charCodeAt(isEscaped ? at + 1 : at));
  if (kind) return { kind, from: at, to: at + (isEscaped ? 2 : 1) };
  const end = endOfWords(text, at, to);
  return { kind: wordTokenKind(text.slice(at, end)), from: at, to: end };
}

/** The kind of token that a single character is; undefined for a character that is part of a longer token. */
export function charTokenKind(code: number): GroupToken['kind'] | undefined {
  switch (code) {
    case OPEN_PAREN:
      return 'open';
    case CLOSE_PAREN:
      return 'close';
    case SLASH:
      return 'separator';
    case COMMA:
    case SEMICOLON:
    case PIPE:
      return 'other-separator';
    default:
      return undefined;
  }
}

function endOfWords(text: string, from: number, to: number): number {
  const isAddress = startsAddress(text, from);
  const limit = Math.min(to, from + (isAddress ? MAX_ADDRESS_CHARS : MAX_WORDS_CHARS));
  let at = from;
  if (isAddress) {
    while (at < limit && !isWhitespaceOrThinSpace(text.charCodeAt(at)) && text.charCodeAt(at) !== CLOSE_PAREN) at++;
    return at;
  }
  const end = text.slice(at + 1, limit).search(END_OF_WORDS); // after the first character: a token is never empty
  at = end < 0 ? limit : at + 1 + end;
  while (at > from + 1 && isWhitespaceOrBackslash(text.charCodeAt(at - 1))) at--;
  return at;
}

function isWhitespaceOrBackslash(code: number): boolean {
  return isWhitespaceOrThinSpace(code) || code === BACKSLASH;
}

/** A parenthesis, a separator, a line break or an address. Until V8 has optimized a loop over characters, a search is faster. */
const END_OF_WORDS = /[(),/;|\n]|\s(?:https?:\/\/|www\.)/;

/** Longer than any outlet's name: words cut off here are prose to every caller. */
const MAX_WORDS_CHARS = 80;
const MAX_ADDRESS_CHARS = 2000;

function startsAddress(text: string, at: number): boolean {
  return text.startsWith('http://', at) || text.startsWith('https://', at) || text.startsWith('www.', at);
}

function wordTokenKind(words: string): GroupToken['kind'] {
  if (startsAddress(words, 0)) return 'address';
  if (words.startsWith(MASK)) return words.endsWith(MASK) ? 'literal' : 'stray';
  if (/^(?:and|via|&|•|·|–|-)$/i.test(words)) return 'other-separator';
  if (startsLikeName(words) || isBracketedName(words)) return 'name';
  const isWord =
    words.length > 1 &&
    isLetter(words.charCodeAt(0)) &&
    (isLetter(words.charCodeAt(1)) || isDigit(words.charCodeAt(1)));
  return isWord ? 'name' : 'stray';
}

/** `[CNN]`, `[CNN][1]` */
function isBracketedName(words: string): boolean {
  return (
    words.charCodeAt(0) === OPEN_BRACKET &&
    /^\[[^[\]]+\](?:\[[^[\]]*\])?$/.test(words) &&
    startsLikeName(words.slice(1))
  );
}

/** Whether the text may be an outlet's name: it is short, starts like a name, and is not a sentence. */
export function isOutletLike(text: string, span: Span): boolean {
  if (span.to - span.from > MAX_OUTLET_CHARS) return false;
  const name = tokenName(text, span);
  return startsLikeName(name) && !/[.!?:;,"“”*]( |$)/.test(name) && name.split(' ').length <= 6;
}

const MAX_OUTLET_CHARS = 45;

/** The name in a token: `CNN`, even if brackets are all that remains of a link, as in `[CNN]` and `[CNN][1]`. */
export function tokenName(text: string, { from, to }: Span): string {
  const isBracketed = to > from && text.charCodeAt(from) === OPEN_BRACKET;
  return isBracketed ? text.slice(from + 1, text.indexOf(']', from)) : text.slice(from, to);
}

/** Whether the words start with a capital letter, a digit, an `@` or a `#`. */
function startsLikeName(words: string): boolean {
  if (words === '') return false;
  const code = words.charCodeAt(0);
  return isCapital(code) || isDigit(code) || code === AT_SIGN || code === HASH;
}

/** Whether a token is one or two stray keystrokes. Quotation marks and asterisks beside a link are intended. */
export function isTypo(text: string, { from, to }: GroupToken): boolean {
  return to - from <= 2 && !INTENDED.includes(text.charAt(from)) && !INTENDED.includes(text.charAt(to - 1));
}

const INTENDED = `"'“”‘’«»„*_~${MASK}`;

/** The number of parentheses open at the end of the span, if `depthBefore` are open at its start. */
export function parenDepthAfter(text: string, { from, to }: Span, depthBefore: number): number {
  let depth = depthBefore;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === OPEN_PAREN) depth++;
    else if (code === CLOSE_PAREN && depth > 0) depth--;
  }
  return depth;
}

/** Whether the line has at most `maxChars` more characters from `from` on; `to` is the end of the content. */
export function lineEndsWithin(text: string, from: number, to: number, maxChars: number): boolean {
  return to <= from + maxChars || text.slice(from, from + maxChars + 1).includes('\n');
}
