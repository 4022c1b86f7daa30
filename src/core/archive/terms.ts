import { isDigit, isLetter } from '../text/characters.ts';
import { LOWER_A, LOWER_Z } from '../text/charCodes.ts';

/**
 * Calls back with each search term of a text: a word in lower case, without accents, and without endings that change with number or tense
 * (`resigned`, `resigns` and `resigning` are one term). Stop words are left out.
 */
export function forEachTerm(text: string, onTerm: (term: string) => void): void {
  const lower = text.toLowerCase();
  const { length } = lower;
  let at = 0;
  while (at < length) {
    while (at < length && !isWordChar(lower.charCodeAt(at))) at++;
    const from = at;
    while (at < length && isWordChar(lower.charCodeAt(at))) at++;
    if (at - from < 2) continue;
    const term = termOf(lower.slice(from, at));
    if (!STOP_WORDS.has(term)) onTerm(term);
  }
}

/** The search terms of a text, in order. */
export function termsIn(text: string): string[] {
  const terms: string[] = [];
  forEachTerm(text, (term) => terms.push(term));
  return terms;
}

/** Whether a character of lower-case text belongs to a word: a letter, a digit or a combining mark. */
function isWordChar(code: number): boolean {
  if (code < 128) return (code >= LOWER_A && code <= LOWER_Z) || isDigit(code);
  if (code >= 0x2000 && code < 0x3000) return false; // curly quotes, dashes and other symbols
  return isLetter(code) || (code >= 0x300 && code < 0x370) || code > 0x2fff;
}

/** Longer terms are cut. V8 copies a string this short instead of keeping the text alive that it was cut from. */
const MAX_TERM_CHARS = 12;

function termOf(word: string): string {
  let plainWord = word;
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) < 128) continue;
    plainWord = word.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    break;
  }
  return stemOf(plainWord).slice(0, MAX_TERM_CHARS);
}

/** A rough stem: good enough to find a word by another of its forms. Keeps at least three characters. */
function stemOf(word: string): string {
  let end = word.length;
  if (end < 4 || isDigit(word.charCodeAt(0))) return word;
  if (word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') && !word.endsWith('is')) end--;
  if (end > 5 && word.startsWith('ing', end - 3)) end = withoutDoubledConsonant(word, end - 3);
  else if (end > 4 && word.startsWith('ed', end - 2)) end = withoutDoubledConsonant(word, end - 2);
  if (end > 3 && word[end - 1] === 'e') end--;
  if (end > 3 && word[end - 1] === 'y') return `${word.slice(0, end - 1)}i`;
  return word.slice(0, end);
}

/** The end of `plan` in `planned`. */
function withoutDoubledConsonant(word: string, end: number): number {
  const last = word[end - 1];
  return end > 3 && last === word[end - 2] && last !== 'l' && last !== 's' ? end - 1 : end;
}

const STOP_WORDS: ReadonlySet<string> = new Set(
  stemsOf(
    'the and for that with from have has had was were are been will would this they their them which who what when where ' +
      'while than then there these those about after also but not his her him she its you your our out into over said says ' +
      'of to in on at by as an is it he be or if so up no we do all can could should may did how why more most other',
  ),
);

function stemsOf(words: string): string[] {
  return words.split(' ').map((word) => stemOf(word));
}
