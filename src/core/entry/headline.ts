import { isDigit, isLetter } from '../text/characters.ts';
import type { Span } from '../text/text.ts';
import type { CitationGroup, Headline, Link } from './entry.ts';

/**
 * The bold text at the start of a block's content, which only an emoji, `\[a note\] ` or `*a note*: ` may precede. Asterisks inside a
 * link or a citation group are not part of it.
 */
export function headlineIn(
  text: string,
  content: Span,
  links: readonly Link[],
  citationGroups: readonly CitationGroup[],
): Headline | undefined {
  const { from: first, to } = content;
  if (text.startsWith('**', first)) {
    // A fast path for nearly every headline: it ends before the first link or group starts.
    const at = text.indexOf('**', first + 2);
    if (at >= 0 && at + 2 <= startOf(links, to) && at + 2 <= startOf(citationGroups, to)) {
      const words = { from: first + 2, to: at };
      const close = { from: at, to: at + 2 };
      return { from: first, to: at + 2, words, close };
    }
  }
  const from = skipLead(text, content);
  const start = from + 2;
  if (!text.startsWith('**', from) || asterisksOutside(text, from, content.to, links, citationGroups) !== from)
    return undefined;
  const at = asterisksOutside(text, start, content.to, links, citationGroups);
  if (at === undefined) return { from, to: content.to, words: { from: start, to: content.to }, close: undefined };
  const words = { from: start, to: at };
  const close = { from: at, to: at + 2 };
  return { from, to: at + 2, words, close };
}

/** The start of the first span, or `fallback` if there are none. */
function startOf(spans: readonly Span[], fallback: number): number {
  const first = spans.length > 0 ? spans[0] : undefined;
  return first ? first.from : fallback;
}

/** The first `**` in the range that does not overlap a link or a group. */
function asterisksOutside(
  text: string,
  from: number,
  to: number,
  links: readonly Link[],
  citationGroups: readonly CitationGroup[],
): number | undefined {
  let link = 0;
  let group = 0;
  for (let at = text.indexOf('**', from); at >= 0 && at + 2 <= to; ) {
    while (link < links.length && endsBefore(links[link], at)) link++;
    while (group < citationGroups.length && endsBefore(citationGroups[group], at)) group++;
    const end = Math.max(endOfOverlap(links[link], at), endOfOverlap(citationGroups[group], at));
    if (end === at) return at;
    at = text.indexOf('**', end);
  }
  return undefined;
}

function endsBefore(span: Span | undefined, at: number): boolean {
  return span !== undefined && span.to <= at;
}

/** The end of the span if it overlaps the two characters at the offset; otherwise the offset. */
function endOfOverlap(span: Span | undefined, at: number): number {
  return span && span.from < at + 2 ? span.to : at;
}

/** The offset after an emoji or a note at the start of the content. */
function skipLead(text: string, { from, to }: Span): number {
  if (from >= to || startsWord(text.charCodeAt(from))) return from;
  if ('*_\\'.includes(text.charAt(from))) {
    return text.startsWith('**', from)
      ? from
      : from + (LEADING_NOTE.exec(text.slice(from, Math.min(to, from + MAX_NOTE_CHARS)))?.[0].length ?? 0);
  }
  let at = from;
  while (at < to && !startsWord(text.charCodeAt(at)) && !'*_\\[('.includes(text.charAt(at))) at++;
  return at;
}

function startsWord(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

const LEADING_NOTE = /^(?:\\\[[^\]]*\\\] |\*[^*]+\*:? |_[^_]+_:? )/;
const MAX_NOTE_CHARS = 60;
