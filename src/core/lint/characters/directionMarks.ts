import type { Span } from '../../text/text.ts';

/** Hebrew, Arabic and the other scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** What the direction marks of a piece of text are for. */
export interface Directions {
  /** Whether any of the text is written from right to left. */
  readonly isMixed: boolean;
  /** The offsets of isolates and embeddings that have no counterpart. */
  readonly unbalanced: ReadonlySet<number>;
}

export function directionsIn(text: string, { from, to }: Span): Directions {
  const slice = text.slice(from, to);
  const open: { readonly at: number; readonly close: string }[] = [];
  const unbalanced = new Set<number>();
  for (const { index, 0: mark } of slice.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
    const at = from + index;
    const isOpening = mark !== POP_EMBEDDING && mark !== POP_ISOLATE;
    if (isOpening) open.push({ at, close: mark < FIRST_ISOLATE ? POP_EMBEDDING : POP_ISOLATE });
    else if (open.at(-1)?.close === mark) open.pop();
    else unbalanced.add(at);
  }
  for (const { at } of open) unbalanced.add(at);
  return { isMixed: RIGHT_TO_LEFT.test(slice), unbalanced };
}

const POP_EMBEDDING = '\u202c';
const POP_ISOLATE = '\u2069';
const FIRST_ISOLATE = '\u2066';

/** Whether the character at an offset is a direction mark that the text needs. */
export function isNeededMark(code: number, at: number, { isMixed, unbalanced }: Directions): boolean {
  if (code >= 0x2066 && code <= 0x2069) return !unbalanced.has(at);
  if (code >= 0x202a && code <= 0x202e) return isMixed && !unbalanced.has(at);
  return (code === 0x200e || code === 0x200f) && isMixed;
}
