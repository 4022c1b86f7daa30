import { isDigit } from '../text/characters.ts';
import { SPACE } from '../text/charCodes.ts';
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
  for (let at = nextDay(prose, body.from); at >= 0; at = nextDay(prose, at + 4)) {
    const line = isDigit(prose.charCodeAt(at - 1)) ? countdownAt(prose, body, at) : undefined;
    if (line) lines.push(line);
  }
  return lines;
}

/** Where the next ` day` starts, which may be the beginning of a longer word; -1 if there is none. */
export function nextDay(text: string, from: number): number {
  // To look for the space takes several times as long, since there are so many.
  let at = text.indexOf('day', from + 1);
  while (at >= 0 && text.charCodeAt(at - 1) !== SPACE) at = text.indexOf('day', at + 3);
  return at < 0 ? -1 : at - 1;
}

/** The countdown whose word `day` comes after the space at an offset. */
export function countdownAt(prose: string, { from: start }: Span, at: number): CountdownLine | undefined {
  const number = NUMBER_AT_END.exec(prose.slice(Math.max(start, at - MAX_NUMBER_CHARS), at))?.[1];
  if (number === undefined) return undefined;
  const from = at - number.length;
  const phrase = phraseBefore(prose.slice(Math.max(start, from - MAX_PHRASE_CHARS), from)) ?? phraseAfter(prose, at);
  return phrase === undefined ? undefined : { phrase, days: Number(number.replaceAll(',', '')) };
}

const NUMBER_AT_END = /(?:^|[^\p{L}\d,.])(\d{1,3}(?:,\d{3})+|\d{1,5})$/u;
const MAX_NUMBER_CHARS = 8;

/** Longer than the words for an event. */
const MAX_PHRASE_CHARS = 120;

/** `The midterm elections** are in `, `The levy election is now in ` */
function phraseBefore(text: string): string | undefined {
  const [line = ''] = /[^\n]*$/.exec(text) ?? [];
  const words =
    /([^.;:!?*_()[\]"“”\u2013\u2014\uFFFC]+)[*_"”]*\s+(?:is|are)(?:\s+(?:now|only|just|still))?\s+(?:in\s+)?[*_]*$/i.exec(
      line,
    )?.[1];
  return words === undefined ? undefined : eventIn(words);
}

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
  return /\p{L}/u.test(phrase) && phrase.split(/\s+/).length <= MAX_WORDS ? phrase : undefined;
}

const MAX_WORDS = 6;
