import { isDigit } from '../text/characters.ts';
import { SPACE } from '../text/charCodes.ts';
import { searchFor } from '../text/searchFor.ts';
import type { Span } from '../text/text.ts';
import type { Entry } from './entry.ts';

/** A sentence that counts down to an event: `The 2026 midterms are in 209 days.` */
export interface CountdownLine {
  /** The words for the event, without an article: `2026 midterms`. */
  readonly phrase: string;
  readonly days: number;
}

/** The countdowns in the prose of an entry, in the order of the text. */
export function countdownLinesIn({ prose, body }: Pick<Entry, 'prose' | 'body'>): readonly CountdownLine[] {
  const lines: CountdownLine[] = [];
  // Quicker than `findCounts` for a text that has not been searched before.
  for (let at = prose.indexOf('day', body.from); at >= 0; at = prose.indexOf('day', at + 3)) {
    const isCount = prose.charCodeAt(at - 1) === SPACE && isDigit(prose.charCodeAt(at - 2));
    const line = isCount ? countdownAt(prose, body, at - 1) : undefined;
    if (line) lines.push(line);
  }
  return lines;
}

/** Finds the last digit in each `12 day` and `12 days`. */
export const findCounts = searchFor(/\d day/g);

/** The countdown whose word `day` comes after the space at an offset. */
export function countdownAt(prose: string, { from: start }: Span, at: number): CountdownLine | undefined {
  const near = prose.slice(Math.max(start, at - MAX_NUMBER_CHARS), at);
  const number = NUMBER_AT_END.exec(near)?.[0];
  if (number === undefined || continuesNumber(near.charAt(near.length - number.length - 1))) return undefined;
  const from = at - number.length;
  const phrase = phraseBefore(prose.slice(Math.max(start, from - MAX_PHRASE_CHARS), from)) ?? phraseAfter(prose, at);
  return phrase === undefined ? undefined : { phrase, days: Number(number.replaceAll(',', '')) };
}

const NUMBER_AT_END = /(?:\d{1,3}(?:,\d{3})+|\d{1,5})$/;
const MAX_NUMBER_CHARS = 8;

/** Whether the character before a number belongs to it or to a word with it: `1.5`, `A12`. */
function continuesNumber(character: string): boolean {
  return /[\d,.]/.test(character) || hasLetter(character);
}

/** Tries the letters of English first, because V8 needs milliseconds to compile a class of all letters. */
function hasLetter(text: string): boolean {
  return /[a-z]/i.test(text) || (/[^\0-\x7f]/.test(text) && /\p{L}/u.test(text));
}

/** Longer than the words for an event. */
const MAX_PHRASE_CHARS = 120;

/** `The midterm elections** are in `, `The levy election is now in ` */
function phraseBefore(text: string): string | undefined {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  const verb = VERB_AT_END.exec(line);
  const words = verb && WORDS_AT_END.exec(line.slice(0, verb.index))?.[0];
  return words ? eventIn(words) : undefined;
}

/** Tried before the words, since few counts follow a verb. */
const VERB_AT_END = /[*_"”]*\s+(?:is|are)(?:\s+(?:now|only|just|still))?\s+(?:in\s+)?[*_]*$/i;
const WORDS_AT_END = /[^.;:!?*_()[\]"“”\u2013\u2014\uFFFC]+$/;

/** ` days until the election` */
function phraseAfter(text: string, at: number): string | undefined {
  const [, words] =
    /^ days?[*_]*\s+(?:away\s+from|left\s+until|until|till|to)\s+([^\n.;:!?*_()[\]"“”\u2013\u2014\uFFFC]+)/i.exec(
      text.slice(at, at + MAX_PHRASE_CHARS),
    ) ?? [];
  return words === undefined ? undefined : eventIn(words);
}

/** The words without what joins them to the sentence: `and the 2026 midterms` as `2026 midterms`. */
function eventIn(words: string): string | undefined {
  const phrase = words
    .trim()
    .replace(/^.*,\s+(?=\S)/, '')
    .replace(/^(?:and|but|while)\s+/i, '')
    .replace(/^the\s+/i, '');
  return hasLetter(phrase) && phrase.split(/\s+/).length <= MAX_WORDS ? phrase : undefined;
}

const MAX_WORDS = 6;
