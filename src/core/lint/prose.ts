import type { Block, Entry } from '../entry/entry.ts';
import { lowerBound } from '../text/lowerBound.ts';
import type { Span } from '../text/text.ts';

/**
 * The stretch of a block's prose around an offset: no group, no address in it. A link in a sentence parts the prose; its name is
 * a stretch of its own where it has a space in it, as no host has (`[daybook.In](…)`).
 */
export function proseAround(text: string, { story, links, citations }: Block, at: number): Span | undefined {
  if (at < story.from || at >= story.to) return undefined;
  const group = lastStart(citations, at);
  const link = lastStart(links, at);
  const around = links[link];
  if ((citations[group]?.to ?? 0) > at) return undefined;
  if (around && around.to > at) {
    const { from, to } = around.name;
    return at >= from && at < to && text.slice(from, to).includes(' ') ? { from, to } : undefined;
  }
  return {
    from: Math.max(story.from, around?.to ?? 0, citations[group]?.to ?? 0),
    to: Math.min(story.to, links[link + 1]?.from ?? story.to, citations[group + 1]?.from ?? story.to),
  };
}

/** The block around an offset, or the last one before it. */
export function blockAt({ blocks }: Entry, at: number): Block | undefined {
  return blocks[lastStart(blocks, at)];
}

/** The index of the last span that begins at or before the offset; -1 where none does. */
export function lastStart(spans: readonly Span[], at: number): number {
  return lowerBound(spans, ({ from }) => from <= at) - 1;
}
