import { isCapital, isDigit, isLetter } from '../text/characters.ts';
import type { Span } from '../text/text.ts';
import type { GroupToken } from './entry.ts';

/** Could be an outlet's name: short, starts with a capital, a digit or an @, and is no sentence. */
export function isOutletLike(text: string, span: Span): boolean {
  if (span.to - span.from > 45) return false;
  const name = nameIn(text, span);
  return startsName(name) && !/[.!?:;,"“”*]( |$)/.test(name) && name.split(' ').length <= 6;
}

/** The name that a mark stands for: `CNN`, also where it is all that is left of a link, `[CNN]`, `[CNN][1]`. */
export function nameIn(text: string, { from, to }: Span): string {
  const isBracketed = to > from && text.charCodeAt(from) === BRACKET;
  return isBracketed ? text.slice(from + 1, text.indexOf(']', from)) : text.slice(from, to);
}

const BRACKET = 91;

/** Everything between two links but white space, cut at brackets and separators. */
export function marks(text: string, from: number, to: number): GroupToken[] {
  const found: GroupToken[] = [];
  for (let mark = markAt(text, from, to, false); mark; mark = markAt(text, mark.to, to, false)) found.push(mark);
  return found;
}

/** The first mark at or behind `from`; with `stopAtBreak`, on the same line. */
export function markAt(text: string, from: number, to: number, stopAtBreak = true): GroupToken | undefined {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) {
    if (stopAtBreak && text.charCodeAt(at) === 10) return undefined;
    at++;
  }
  if (at >= to) return undefined;
  const escaped = text[at] === '\\' && at + 1 < to && '()/'.includes(text.charAt(at + 1));
  const kind = markKind(text.charCodeAt(escaped ? at + 1 : at));
  if (kind) return { kind, from: at, to: at + (escaped ? 2 : 1) };
  const end = endOfWords(text, at, to);
  return { kind: wordKind(text.slice(at, end)), from: at, to: end };
}

/** The mark that one character makes: a bracket or a separator. */
export function markKind(code: number): GroupToken['kind'] | undefined {
  switch (code) {
    case 40:
      return 'open';
    case 41:
      return 'close';
    case 47:
      return 'separator';
    case 44: // ,
    case 59: // ;
    case 124: // |
      return 'other-separator';
    default:
      return undefined;
  }
}

function endOfWords(text: string, from: number, to: number): number {
  const isAddress = startsAddress(text, from);
  const limit = Math.min(to, from + (isAddress ? LONGEST_ADDRESS : LONGEST_WORDS));
  let at = from;
  if (isAddress) {
    while (at < limit && !isSpace(text.charCodeAt(at)) && text.charCodeAt(at) !== 41) at++;
    return at;
  }
  const end = text.slice(at + 1, limit).search(END_OF_WORDS); // behind the first character: a mark is never empty
  at = end < 0 ? limit : at + 1 + end;
  while (at > from + 1 && (isSpace(text.charCodeAt(at - 1)) || text.charCodeAt(at - 1) === 92)) at--;
  return at;
}

/** A bracket, a separator, a line's end or an address: searched for, as a loop over characters is slow until an engine knows it well. */
const END_OF_WORDS = /[(),/;|\n]|\s(?:https?:\/\/|www\.)/;

/** Longer words than an outlet's name may have; what is cut here is prose to everyone who looks. */
const LONGEST_WORDS = 80;
const LONGEST_ADDRESS = 2000;

function startsAddress(text: string, at: number): boolean {
  return text.startsWith('http://', at) || text.startsWith('https://', at) || text.startsWith('www.', at);
}

function wordKind(words: string): GroupToken['kind'] {
  if (startsAddress(words, 0)) return 'address';
  if (/^(?:and|via|&|•|·|–|-)$/i.test(words)) return 'other-separator';
  if (startsName(words) || isBracketedName(words)) return 'name';
  const isWord =
    words.length > 1 &&
    isLetter(words.charCodeAt(0)) &&
    (isLetter(words.charCodeAt(1)) || isDigit(words.charCodeAt(1)));
  return isWord ? 'name' : 'stray';
}

/** `[CNN]`, `[CNN][1]` */
function isBracketedName(words: string): boolean {
  return words.charCodeAt(0) === BRACKET && /^\[[^[\]]+\](?:\[[^[\]]*\])?$/.test(words) && startsName(words.slice(1));
}

/** How many brackets are open at the end of the span, where so many were open at its beginning. */
export function depthAfter(text: string, { from, to }: Span, before: number): number {
  let depth = before;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 40) depth++;
    else if (code === 41 && depth > 0) depth--;
  }
  return depth;
}

/** White space as it comes between citations: no-break and thin spaces too. */
export function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x2009;
}

/** Starts with a capital, a digit, an `@` or a `#`. */
function startsName(words: string): boolean {
  if (words === '') return false;
  const code = words.charCodeAt(0);
  return isCapital(code) || isDigit(code) || code === 64 || code === 35;
}

/** Whether no more than so many characters stand on the rest of the line. */
export function endsLineWithin(text: string, from: number, to: number, most: number): boolean {
  return to <= from + most || text.slice(from, from + most + 1).includes('\n');
}
