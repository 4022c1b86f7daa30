import { isDigit, isLetter } from '../text/characters.ts';

/**
 * Calls back with each word of a text in the form in which words are compared: small letters, no accents, and no ending that
 * changes with number or time (`resigned`, `resigns` and `resigning` are one). Words that say nothing are left out.
 */
export function eachTerm(text: string, take: (term: string) => void): void {
  const lower = text.toLowerCase();
  const { length } = lower;
  let at = 0;
  while (at < length) {
    while (at < length && !isWord(lower.charCodeAt(at))) at++;
    const from = at;
    while (at < length && isWord(lower.charCodeAt(at))) at++;
    if (at - from < 2) continue;
    const term = termOf(lower.slice(from, at));
    if (!SILENT.has(term)) take(term);
  }
}

export function termsIn(text: string): string[] {
  const terms: string[] = [];
  eachTerm(text, (term) => terms.push(term));
  return terms;
}

function isWord(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || isDigit(code);
  if (code >= 0x2000 && code < 0x3000) return false; // curly quotes, dashes and the like
  return isLetter(code) || (code >= 0x300 && code < 0x370) || code > 0x2fff;
}

/** Longer words are told apart by their beginnings. Strings of this length never keep the text alive that they were cut from. */
const LONGEST = 12;

function termOf(word: string): string {
  let stem = word;
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) < 128) continue;
    stem = word.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    break;
  }
  return stemOf(stem).slice(0, LONGEST);
}

/** A crude stem: enough for one word to be found by another form of it, and never less than three letters. */
function stemOf(word: string): string {
  let end = word.length;
  if (end < 4 || isDigit(word.charCodeAt(0))) return word;
  if (word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') && !word.endsWith('is')) end--;
  if (end > 5 && word.startsWith('ing', end - 3)) end = undoubled(word, end - 3);
  else if (end > 4 && word.startsWith('ed', end - 2)) end = undoubled(word, end - 2);
  if (end > 3 && word[end - 1] === 'e') end--;
  if (end > 3 && word[end - 1] === 'y') return `${word.slice(0, end - 1)}i`;
  return word.slice(0, end);
}

/** `planned` is of `plan`. */
function undoubled(word: string, end: number): number {
  const last = word[end - 1];
  return end > 3 && last === word[end - 2] && last !== 'l' && last !== 's' ? end - 1 : end;
}

const SILENT: ReadonlySet<string> = new Set(
  termList(
    'the and for that with from have has had was were are been will would this they their them which who what when where ' +
      'while than then there these those about after also but not his her him she its you your our out into over said says ' +
      'of to in on at by as an is it he be or if so up no we do all can could should may did how why more most other',
  ),
);

function termList(words: string): string[] {
  return words.split(' ').map((word) => stemOf(word));
}
