import { isWhitespace } from '../../text/characters.ts';
import {
  APOSTROPHE,
  CARRIAGE_RETURN,
  CLOSING_CURLY_QUOTE,
  CURLY_APOSTROPHE,
  DOUBLE_QUOTE,
  FULL_STOP,
  HYPHEN,
  LINE_FEED,
  NO_BREAK_SPACE,
  OPENING_CURLY_QUOTE,
  SPACE,
  TAB,
} from '../../text/charCodes.ts';
import { lowerBound } from '../../text/lowerBound.ts';
import type { Span } from '../../text/text.ts';
import { textContent } from '../htmlTree.ts';
import { parseSafeHtml } from '../safeHtml.ts';

/** The visible text of a block, and the offset in its source of each character. */
export interface TextSourceMap {
  readonly text: string;
  /** One offset for each character of the text, in ascending order. */
  readonly offsets: readonly number[];
}

/**
 * Finds each visible character of a block in its source. Markup is skipped, and typographic characters match what was typed for
 * them. `hiddenSpans` lists parts of the source that are never visible, such as link addresses, in order. If the text starts
 * with one of `leadIns`, which are words that the page adds, these map to the start of the value.
 */
export function mapTextToSource(
  html: string,
  source: string,
  { from, to }: Span,
  hiddenSpans: readonly Span[],
  leadIns: readonly string[] = [],
): TextSourceMap {
  const text = textContent(parseSafeHtml(html));
  const leadIn = leadIns.find((words) => text.trimStart().startsWith(`${words} `));
  const leadInLength = leadIn === undefined ? 0 : text.indexOf(leadIn) + leadIn.length + 1;
  const start = leadIn === undefined ? from : from + (/^[\w-]+:\s*["']?/.exec(source.slice(from, to))?.[0].length ?? 0);
  const offsets: number[] = new Array<number>(leadInLength).fill(start);
  let next = start;
  let nextHidden = hiddenSpans.findIndex((span) => span.to > from);
  if (nextHidden < 0) nextHidden = hiddenSpans.length;
  for (let index = leadInLength; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const typedCode = asTyped(code);
    if (code === LINE_FEED) {
      // Matches the next line break in the source, if there is one here; between elements, there is none.
      offsets.push(next);
      if (next < to && asTyped(source.charCodeAt(next)) === SPACE) next++;
      continue;
    }
    let at = next;
    let hidden = nextHidden;
    for (let steps = 0; at < to && steps < MAX_HIDDEN_CHARS; steps++) {
      const span = hiddenSpans[hidden];
      if (span && at >= span.from) {
        at = Math.max(at, span.to);
        hidden++;
        continue;
      }
      if (asTyped(source.charCodeAt(at)) === typedCode) break;
      at++;
    }
    const isFound = at < to && asTyped(source.charCodeAt(at)) === typedCode;
    offsets.push(isFound ? at : next);
    if (!isFound) continue;
    next = at + 1;
    nextHidden = hidden;
  }
  return { text, offsets };
}

/** The part of the text that comes from a source span; the nearest word if none of it is visible; empty if there is no text. */
export function visibleSpan({ text, offsets }: TextSourceMap, { from, to }: Span): Span {
  const start = lowerBound(offsets, (offset) => offset < from);
  let end = start;
  while (end < offsets.length && (offsets[end] ?? 0) < to) end++;
  while (end > start && isWhitespace(text.charCodeAt(end - 1))) end--;
  return end > start ? { from: start, to: end } : nearestWord(text, start);
}

/** The source offset of a character of the text; the offset after the last one if the index is past the end. */
export function sourceOffsetAt({ offsets }: TextSourceMap, index: number): number | undefined {
  return offsets[index] ?? (offsets.length === 0 ? undefined : (offsets.at(-1) ?? 0) + 1);
}

/** Upper bound on the markup between two visible characters. */
const MAX_HIDDEN_CHARS = 300;

/** The last word before the index, or else the first word after it. */
function nearestWord(text: string, index: number): Span {
  let to = Math.min(index, text.length);
  while (to > 0 && isWhitespace(text.charCodeAt(to - 1))) to--;
  if (to === 0) {
    to = index;
    while (to < text.length && isWhitespace(text.charCodeAt(to))) to++;
    const from = to;
    while (to < text.length && !isWhitespace(text.charCodeAt(to))) to++;
    return { from, to };
  }
  let from = to;
  while (from > 0 && !isWhitespace(text.charCodeAt(from - 1))) from--;
  return { from, to };
}

/** The character that is typed for a typographic one: a straight quote, a hyphen, a full stop or a space. */
function asTyped(code: number): number {
  switch (code) {
    case OPENING_SINGLE_QUOTE:
    case CURLY_APOSTROPHE:
      return APOSTROPHE;
    case OPENING_CURLY_QUOTE:
    case CLOSING_CURLY_QUOTE:
      return DOUBLE_QUOTE;
    case EN_DASH:
    case EM_DASH:
      return HYPHEN;
    case ELLIPSIS:
      return FULL_STOP;
    case TAB:
    case LINE_FEED:
    case CARRIAGE_RETURN:
    case NO_BREAK_SPACE:
      return SPACE;
    default:
      return code;
  }
}

const EN_DASH = 0x2013;
const EM_DASH = 0x2014;
const OPENING_SINGLE_QUOTE = 0x2018;
const ELLIPSIS = 0x2026;
