import type { Link } from '../../entry/entry.ts';
import { isDigit, isLetter, isWhitespaceOrThinSpace } from '../../text/characters.ts';
import {
  ASTERISK,
  COLON,
  COMMA,
  DOUBLE_QUOTE,
  FULL_STOP,
  OPENING_CURLY_QUOTE,
  SEMICOLON,
  SPACE,
} from '../../text/charCodes.ts';
import type { Edit } from '../../text/text.ts';
import type { Finding } from '../rule.ts';
import { missingSpace, replaceSpace } from './spaceFindings.ts';
import { isCertainlyMissing, isMidWord } from './wordBreak.ts';

/**
 * White space at either end of a link's text is underlined with it. The fix moves it out of the link, unless there is a space already.
 * Returns whether it was reported.
 */
export function checkLinkText(text: string, { form, from, to, name }: Link, findings: Finding[]): boolean {
  if (form !== 'whole' || name.from === name.to) return false;
  const startsWithSpace = isWhitespaceOrThinSpace(text.charCodeAt(name.from));
  const endsWithSpace = isWhitespaceOrThinSpace(text.charCodeAt(name.to - 1));
  if (!startsWithSpace && !endsWithSpace) return false;
  let start = name.from;
  let end = name.to;
  while (start < end && isWhitespaceOrThinSpace(text.charCodeAt(start))) start++;
  while (end > start && isWhitespaceOrThinSpace(text.charCodeAt(end - 1))) end--;
  if (start === end || STRAY_AT_EDGE.test(text.slice(start, end))) return false;
  const edits: Edit[] = [];
  if (start > name.from) {
    if (from > 0 && !isBreak(text.charAt(from - 1), OPENERS)) edits.push({ from, to: from, text: ' ' });
    edits.push({ from: name.from, to: start, text: '' });
  }
  if (end < name.to) {
    edits.push({ from: end, to: name.to, text: '' });
    const next = skipAsterisks(text, to);
    const isBold = from > 0 && text.charCodeAt(from - 1) === ASTERISK; // a space before the closing asterisks would show them
    const gap = isBold ? next : to;
    if (next < text.length && !isBreak(text.charAt(next), CLOSERS)) edits.push({ from: gap, to: gap, text: ' ' });
  }
  findings.push({
    from: start > name.from ? name.from : end,
    to: end < name.to ? name.to : start,
    message: 'Space at the start or end of the link text.',
    fix: { title: 'Move the space outside the link', edits },
  });
  return true;
}

/** Whether nothing is missing beside a character: it is white space, or one of those that may touch a link. */
function isBreak(character: string, touching: string): boolean {
  return isWhitespaceOrThinSpace(character.charCodeAt(0)) || touching.includes(character);
}

const OPENERS = '([{“‘"\'—–-/*_~\\';
const CLOSERS = ')]}”’"\'—–-/*_~.,;:!?…\\';

/** White space at either end of an address: the page does not show it, but it is copied with the address. */
export function checkAddress(text: string, { form, to, name, address }: Link, findings: Finding[]): void {
  if (form !== 'whole' || address.from === address.to) return;
  const message = 'Space inside the brackets of the address.';
  const open = name.to + 2;
  const isPointy = text[address.from - 1] === '<' && text[address.to] === '>';
  const start = isPointy ? address.from - 1 : address.from;
  const end = isPointy ? address.to + 1 : address.to;
  if (start > open) findings.push(replaceSpace(open, start, message, ''));
  if (text.charCodeAt(end) > SPACE) return;
  const rest = text.slice(end, to);
  const gap = rest.length - rest.trimStart().length;
  if (gap > 0 && rest[gap] === ')') findings.push(replaceSpace(end, end + gap, message, '')); // not before a title
}

function skipAsterisks(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) === ASTERISK) at++;
  return at;
}

/** A bracket or a separator at either end of a name, which is reported as a broken link. */
const STRAY_AT_EDGE = /^[.,\s]*[(/]|[)/]$/;

/** Reports a link in a sentence that touches the word before or after it. */
export function checkProseLink(text: string, link: Link, start: number, end: number, findings: Finding[]): void {
  const { form, to } = link;
  if (!link.plain && !ADDRESS.test(text.slice(link.address.from, link.address.to))) return; // `f[x](y)` is no link
  checkSpaceBeforeLink(text, link, start, findings);
  // A single letter is an ending, as in `[fact](…)s`.
  if (form === 'whole' && to + 2 < end && isLetter(text.charCodeAt(to)) && isLetter(text.charCodeAt(to + 1))) {
    const words = text.slice(link.name.from, link.name.to);
    const next = WORD_AT_START.exec(text.slice(to, Math.min(end, to + MAX_WORD_CHARS)))?.[0] ?? '';
    if (isMidWord(words, next)) return;
    const isCertain = isCertainlyMissing(words, next);
    findings.push(missingSpace(to, 'Missing space after the link.', isCertain));
  }
}

const ADDRESS = /^(?:[a-z]+:|[/#.\uFFFC]|$)/i;
const CHARACTER_REFERENCE = /&#?\w+;$/;
const WORD_AT_START = /^\p{L}+/u;
const WORD_AT_END = /\p{L}+$/u;
const MAX_WORD_CHARS = 30;

/** Reports a link that touches the word before it. */
export function checkSpaceBeforeLink(
  text: string,
  { form, from, name }: Link,
  start: number,
  findings: Finding[],
): void {
  if (form !== 'whole' || from - 1 <= start || !needsSpaceAfter(text.charCodeAt(from - 1))) return;
  const first = text.charCodeAt(name.from);
  if (!isLetter(first) && first !== DOUBLE_QUOTE && first !== OPENING_CURLY_QUOTE) return;
  const previous = text.charCodeAt(from - 1);
  if (previous === COLON && text.charCodeAt(from - 2) === COLON) return; // a path in code
  const textBefore = text.slice(Math.max(start, from - MAX_WORD_CHARS), from);
  if (previous === SEMICOLON && CHARACTER_REFERENCE.test(textBefore)) return; // `&nbsp;`
  const isCertain = isLetterOrDigit(previous)
    ? isCertainlyMissing(WORD_AT_END.exec(textBefore)?.[0] ?? '', text.slice(name.from, name.to))
    : previous === COMMA || previous === SEMICOLON || !isLowerCase(text.charAt(name.from));
  findings.push(missingSpace(from, 'Missing space before the link.', isCertain));
}

function isLowerCase(character: string): boolean {
  return character !== character.toUpperCase();
}

/** Letters, digits and the punctuation that ends a phrase. Quotation marks, brackets and dashes may touch a link. */
function needsSpaceAfter(code: number): boolean {
  return isLetterOrDigit(code) || code === COMMA || code === FULL_STOP || code === COLON || code === SEMICOLON;
}

function isLetterOrDigit(code: number): boolean {
  return isLetter(code) || isDigit(code);
}
