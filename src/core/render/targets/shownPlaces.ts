import { lowerBound } from '../../text/lowerBound.ts';
import type { Span } from '../../text/text.ts';
import { shownText } from '../htmlTree.ts';
import { readHtml } from '../safeHtml.ts';

/** A block's text as readers see it, and for each of its characters the offset in the source from which it comes. */
export interface ShownPlaces {
  readonly text: string;
  /** As long as the text; never falls. */
  readonly offsets: readonly number[];
}

/**
 * Finds what readers see in its source: markup, which they do not see, is passed over, and typographic signs are found
 * in what was typed for them. `unseen` lists spans of the source, in order, that are never shown, such as addresses. Words of `leads`
 * at the beginning are the page's own: they stand for what the value behind them begins with.
 */
export function shownPlaces(
  html: string,
  source: string,
  { from, to }: Span,
  unseen: readonly Span[],
  leads: readonly string[] = [],
): ShownPlaces {
  const text = shownText(readHtml(html));
  const lead = leads.find((words) => text.trimStart().startsWith(`${words} `));
  const ownWords = lead === undefined ? 0 : text.indexOf(lead) + lead.length + 1;
  const start = lead === undefined ? from : from + (/^[\w-]+:\s*["']?/.exec(source.slice(from, to))?.[0].length ?? 0);
  const offsets: number[] = new Array<number>(ownWords).fill(start);
  let next = start;
  let hidden = unseen.findIndex((span) => span.to > from);
  if (hidden < 0) hidden = unseen.length;
  for (let index = ownWords; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const sought = plain(code);
    if (code === LINE_FEED) {
      // Between elements it stands for nothing, else for the break that comes next.
      offsets.push(next);
      if (next < to && plain(source.charCodeAt(next)) === 32) next++;
      continue;
    }
    let at = next;
    let skip = hidden;
    for (let seen = 0; at < to && seen < FARTHEST; seen++) {
      const span = unseen[skip];
      if (span && at >= span.from) {
        at = Math.max(at, span.to);
        skip++;
        continue;
      }
      if (plain(source.charCodeAt(at)) === sought) break;
      at++;
    }
    const isFound = at < to && plain(source.charCodeAt(at)) === sought;
    offsets.push(isFound ? at : next);
    if (!isFound) continue;
    next = at + 1;
    hidden = skip;
  }
  return { text, offsets };
}

/** What of the text stands for the span; where all of it is unseen, the word next to it. Empty where there is no text. */
export function shownSpan({ text, offsets }: ShownPlaces, { from, to }: Span): Span {
  const start = lowerBound(offsets, (offset) => offset < from);
  let end = start;
  while (end < offsets.length && (offsets[end] ?? 0) < to) end++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return end > start ? { from: start, to: end } : wordAt(text, start);
}

/** Where in the source the character of the text comes from; behind its last one, where the text has ended. */
export function sourceOffset({ offsets }: ShownPlaces, index: number): number | undefined {
  return offsets[index] ?? (offsets.length === 0 ? undefined : (offsets.at(-1) ?? 0) + 1);
}

const LINE_FEED = 10;

/** More markup than this stands between no two characters that are seen. */
const FARTHEST = 300;

/** The last word before the index, or where there is none the first behind it. */
function wordAt(text: string, index: number): Span {
  let to = Math.min(index, text.length);
  while (to > 0 && isBlank(text.charCodeAt(to - 1))) to--;
  if (to === 0) {
    to = index;
    while (to < text.length && isBlank(text.charCodeAt(to))) to++;
    const from = to;
    while (to < text.length && !isBlank(text.charCodeAt(to))) to++;
    return { from, to };
  }
  let from = to;
  while (from > 0 && !isBlank(text.charCodeAt(from - 1))) from--;
  return { from, to };
}

function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0;
}

/** What a key types for it. */
function plain(code: number): number {
  switch (code) {
    case 0x2018:
    case 0x2019:
      return 39;
    case 0x201c:
    case 0x201d:
      return 34;
    case 0x2013:
    case 0x2014:
      return 45;
    case 0x2026:
      return 46;
    case 9:
    case 10:
    case 13:
    case 0xa0:
      return 32;
    default:
      return code;
  }
}
