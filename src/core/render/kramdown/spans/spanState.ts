import type { KramdownDocument } from '../document.ts';
import type { Element } from '../element.ts';
import { createScanner, type Scanner } from '../scanner.ts';

/** Which spans are read: all, or only some of them, as inside raw HTML and in the cells of tables. */
export interface SpanKinds {
  readonly code: boolean;
  readonly html: boolean;
  readonly others: boolean;
}

export const ALL_SPANS: SpanKinds = { code: true, html: true, others: true };

/** What a span rule reads, and where it puts what it has read. */
export interface SpanState {
  readonly document: KramdownDocument;
  readonly scanner: Scanner;
  readonly hasSymbols: boolean;
  readonly hasLineBreaks: boolean;
  readonly isGfm: boolean;
  kinds: SpanKinds;
  parent: Element;
  depth: number;
  /** How many of the elements around the position are of these types. Neither contains itself. */
  openEmphases: number;
  openStrongs: number;
  openLinks: number;
  /**
   * How many characters may still be read in vain: an emphasis or a link that does not close is text, and what it would contain is read
   * again. Real texts use little of it. When it is used up nothing opens any more; this keeps hostile texts linear.
   */
  fuel: number;
  readonly parseSpans: (state: SpanState, element: Element, stop?: Stop) => boolean;
}

/** Where the content of an element ends. */
export interface Stop {
  /** Whether the end may be at an offset. */
  readonly matches: (offset: number) => boolean;
  /** Whether it is there. Asked once at each offset that matches. */
  readonly accepts: (offset: number) => boolean;
  /** Brackets and marks are text if their ends are not found; a tag is not. */
  readonly kind: 'bracket' | 'mark' | 'tag';
}

export function createSpanState(
  document: KramdownDocument,
  text: string,
  parent: Element,
  parseSpans: SpanState['parseSpans'],
  kinds: SpanKinds = ALL_SPANS,
): SpanState {
  const { input, hardWrap, gfmQuirks } = document.options;
  const isGfm = input === 'GFM';
  return {
    document,
    scanner: createScanner(text),
    hasSymbols: !(isGfm && gfmQuirks.includes('no_auto_typographic')),
    hasLineBreaks: !(isGfm && hardWrap),
    isGfm,
    kinds,
    parent,
    depth: 0,
    openEmphases: 0,
    openStrongs: 0,
    openLinks: 0,
    fuel: 16 * text.length + Math.min(20_000, 150 * text.length),
    parseSpans,
  };
}

/** Whether another element may open. */
export function canNest({ fuel, depth }: SpanState): boolean {
  return fuel > 0 && depth < MAX_DEPTH;
}

const MAX_DEPTH = 100;
