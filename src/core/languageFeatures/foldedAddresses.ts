import type { Entry } from '../entry/entry.ts';
import { endOfLine, startOfLine } from '../text/lineBounds.ts';
import type { Span } from '../text/text.ts';

/** The addresses of whole links, in order, except those on a line that one of the spans touches. The name stays: `[NPR](…)`. */
export function foldedAddresses({ text, blocks }: Entry, unfolded: readonly Span[]): Span[] {
  const unfoldedLines = unfolded.map(({ from, to }) => ({ from: startOfLine(text, from), to: endOfLine(text, to) }));
  return blocks
    .flatMap(({ links }) => links)
    .filter(({ form, address, from, to }) => {
      if (form !== 'whole' || address.to - address.from < MIN_CHARS) return false;
      return !unfoldedLines.some((line) => from <= line.to && line.from <= to);
    })
    .map(({ address }) => ({ from: address.from, to: address.to }));
}

/** Shorter addresses are not worth folding: `#one`, `/about/`. */
const MIN_CHARS = 8;
