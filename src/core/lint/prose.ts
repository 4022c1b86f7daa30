import type { Block, Entry, Link } from '../entry/entry.ts';
import { isDigit, isLetter } from '../text/characters.ts';
import { APOSTROPHE, CURLY_APOSTROPHE, HYPHEN } from '../text/charCodes.ts';
import { lowerBound } from '../text/lowerBound.ts';
import type { Span } from '../text/text.ts';

/**
 * The span of prose around an offset, without citation groups and link addresses. Links split the prose. The name of a link
 * is a span of its own if it contains a space; a host (`[daybook.In](…)`) never does.
 */
export function proseAround(text: string, { content, links, citationGroups }: Block, offset: number): Span | undefined {
  if (offset < content.from || offset >= content.to) return undefined;
  const groupIndex = indexOfLastStart(citationGroups, offset);
  const linkIndex = indexOfLastStart(links, offset);
  const link = links[linkIndex];
  if ((citationGroups[groupIndex]?.to ?? 0) > offset) return undefined;
  if (link && link.to > offset) {
    const { from, to } = link.name;
    return offset >= from && offset < to && text.slice(from, to).includes(' ') ? { from, to } : undefined;
  }
  return {
    from: Math.max(content.from, link?.to ?? 0, citationGroups[groupIndex]?.to ?? 0),
    to: Math.min(
      content.to,
      links[linkIndex + 1]?.from ?? content.to,
      citationGroups[groupIndex + 1]?.from ?? content.to,
    ),
  };
}

/** The block around an offset, or the last one before it. */
export function blockAt({ blocks }: Entry, offset: number): Block | undefined {
  return blocks[indexOfLastStart(blocks, offset)];
}

/** The link around an offset. */
export function linkAround(entry: Entry, offset: number): Link | undefined {
  const links = blockAt(entry, offset)?.links ?? [];
  const link = links[indexOfLastStart(links, offset)];
  return link && offset < link.to ? link : undefined;
}

/** The index of the last span that starts at or before the offset; -1 if there is none. The spans must be in order. */
export function indexOfLastStart(spans: readonly Span[], offset: number): number {
  return lowerBound(spans, ({ from }) => from <= offset) - 1;
}

/** A letter, a digit, or a character that occurs inside words: `'` `-` `’`. */
export function isWordCharacter(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === APOSTROPHE || code === HYPHEN || code === CURLY_APOSTROPHE;
}
