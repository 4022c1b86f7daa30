import type { CommonMarkOptions } from '../../engines/commonMarkOptions.ts';
import { CLOSE_BRACKET, CLOSE_PAREN } from '../../text/charCodes.ts';
import { characterAt, characterBefore, isPunctuation, isUnicodeWhitespace } from './characterClasses.ts';

/** The tags around the text between a pair of delimiters or brackets. */
export interface InlineElement {
  readonly open: string;
  readonly close: string;
}

const EMPHASIS: InlineElement = { open: '<em>', close: '</em>' };
export const STRONG: InlineElement = { open: '<strong>', close: '</strong>' };
const DELETED: InlineElement = { open: '<del>', close: '</del>' };

/**
 * A run of one delimiter character. It is written as the elements it closes, the characters that remain without a partner, and
 * the elements it opens. In `***a* b**`, the first run opens a strong element and, inside it, an emphasis; no character remains.
 */
export interface DelimiterRun {
  /** What is written for each remaining character: the character itself, or a curly quote. */
  glyph: string;
  remaining: number;
  readonly character: string;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  readonly closes: InlineElement[];
  readonly opens: InlineElement[];
}

/** A run that never pairs, such as a bracket that may yet become a link. */
export function textRun(character: string, remaining = 1): DelimiterRun {
  return {
    glyph: character,
    remaining,
    character,
    length: remaining,
    canOpen: false,
    canClose: false,
    closes: [],
    opens: [],
  };
}

/** Reads the run of `*`, `_`, `~` or `'` at an offset. Single quotes form runs of one character only. */
export function scanDelimiterRun(text: string, from: number, options: CommonMarkOptions): DelimiterRun {
  const character = text.charAt(from);
  let to = from + 1;
  if (character !== "'") while (to < text.length && text[to] === character) to++;
  const { left, right, before, after } = flankingOf(text, from, to, options.strikethrough && character !== '~');
  let canOpen = left;
  let canClose = right;
  if (character === '_') {
    canOpen = left && (!right || isPunctuation(before));
    canClose = right && (!left || isPunctuation(after));
  } else if (character === "'") {
    canOpen = canQuoteOpen(left, right, before);
  } else if (character === '~' && (to - from > 2 || (options.doubleTilde && to - from < 2))) {
    canOpen = false;
    canClose = false;
  }
  const length = to - from;
  const glyph = character === "'" ? '’' : character;
  return { glyph, remaining: length, character, length, canOpen, canClose, closes: [], opens: [] };
}

/** The curly quote for a double quote. Only its neighbors decide; it needs no partner. */
export function curlyDoubleQuoteAt(text: string, from: number, options: CommonMarkOptions): string {
  return flankingOf(text, from, from + 1, options.strikethrough).right ? '”' : '“';
}

/**
 * CommonMark's “process emphasis” procedure, which handles quotes and strikethrough in the same pass. Pairs the runs from index
 * `bottom` on and removes them from the list. Called for the runs inside brackets, and at the end of the text for the rest.
 */
export function processEmphasis(runs: DelimiterRun[], bottom: number): void {
  if (runs.length - bottom > 1) {
    const floors = new Map<string, number>();
    const openers: Opener[] = [];
    for (let index = bottom; index < runs.length; index++) {
      const run = runs[index];
      if (run !== undefined) pairWithOpeners(run, index, openers, floors);
    }
  }
  runs.length = bottom;
}

interface Opener {
  readonly run: DelimiterRun;
  /** The run's index among all runs. A closer skips openers below its floor: an equal closer already found no match there. */
  readonly index: number;
}

function pairWithOpeners(run: DelimiterRun, index: number, openers: Opener[], floors: Map<string, number>): void {
  while (run.canClose && run.remaining > 0) {
    const floorKey = `${run.character}${run.length % 3}`;
    const at = findOpener(run, openers, floors.get(floorKey) ?? 0);
    const opener = openers[at]?.run;
    if (opener === undefined) {
      floors.set(floorKey, index);
      break;
    }
    if (run.character === "'") {
      opener.glyph = '‘';
      openers.splice(at, 1);
      return;
    }
    // Openers between the two are now enclosed and can no longer pair.
    openers.length = at + 1;
    if (run.character === '~') {
      openers.length = at;
      if (opener.length === run.length) wrapInElement(opener, run, DELETED, run.length);
      return;
    }
    if (opener.remaining >= 2 && run.remaining >= 2) wrapInElement(opener, run, STRONG, 2);
    else wrapInElement(opener, run, EMPHASIS, 1);
    if (opener.remaining === 0) openers.length = at;
  }
  if (run.canOpen && run.remaining > 0) openers.push({ run, index });
}

/** The index of the nearest opener that pairs with the closer; -1 if there is none. */
function findOpener(closer: DelimiterRun, openers: readonly Opener[], floor: number): number {
  for (let at = openers.length - 1; at >= 0; at--) {
    const opener = openers[at];
    if (opener === undefined || opener.index < floor) return -1;
    const { run } = opener;
    if (run.character !== closer.character) continue;
    const areOneWay = !closer.canOpen && !run.canClose;
    if (areOneWay || closer.length % 3 === 0 || (run.length + closer.length) % 3 !== 0) return at;
  }
  return -1;
}

function wrapInElement(opener: DelimiterRun, closer: DelimiterRun, element: InlineElement, used: number): void {
  opener.remaining -= used;
  closer.remaining -= used;
  opener.opens.unshift(element);
  closer.closes.push(element);
}

function canQuoteOpen(left: boolean, right: boolean, before: number): boolean {
  return left && !right && before !== CLOSE_BRACKET && before !== CLOSE_PAREN;
}

interface Flanking {
  /** Whether the run is left-flanking and right-flanking, as CommonMark defines it. */
  readonly left: boolean;
  readonly right: boolean;
  /** The code points on both sides. */
  readonly before: number;
  readonly after: number;
}

/** Runs other than tildes look past tildes if these strike through, because cmark ignores the characters of extensions. */
function flankingOf(text: string, from: number, to: number, skipsTildes: boolean): Flanking {
  let start = from;
  let end = to;
  if (skipsTildes) {
    while (start > 0 && text[start - 1] === '~') start--;
    while (end < text.length && text[end] === '~') end++;
  }
  const before = characterBefore(text, start);
  const after = characterAt(text, end);
  const spaceBefore = isUnicodeWhitespace(before);
  const spaceAfter = isUnicodeWhitespace(after);
  const punctuationBefore = isPunctuation(before);
  const punctuationAfter = isPunctuation(after);
  return {
    left: !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore),
    right: !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter),
    before,
    after,
  };
}
