import type { Block } from '../../entry/entry.ts';
import type { Span } from '../../text/text.ts';

/** A section label with a typo, and the number that it must have had. */
export interface DamagedLabel extends Span {
  readonly number: number;
  /** The digits of the number; empty, before the slash, if they are missing. */
  readonly name: Span;
}

/**
 * Reads a mistyped label before a headline: `2| **…`, `2./ **…`, `x2/ **…`, `/2 **…`, `/ **…`. It counts as a label only if its
 * number follows the number of the previous section and precedes that of the next section, if there is one.
 */
export function damagedLabel(
  text: string,
  { from }: Block,
  previousNumber: number,
  nextNumber: number | undefined,
): DamagedLabel | undefined {
  const match = DAMAGED_LABEL.exec(text.slice(from, from + 10));
  if (!match) return undefined;
  const [whole, before = '', digits = '', after = ''] = match;
  const expected = previousNumber + 1;
  const isLabel = digits === '' ? whole.includes('/') : Number(digits) === expected && before + after !== '';
  if (!isLabel || (nextNumber !== undefined && nextNumber !== expected + 1)) return undefined;
  const digitsFrom = digits === '' ? from : from + before.length;
  return {
    from,
    to: from + whole.trimEnd().length,
    number: expected,
    name: { from: digitsFrom, to: digitsFrom + digits.length },
  };
}

/** A cheap test for whether a paragraph may start with a damaged label. */
export function mayHaveDamagedLabel(text: string, { from }: Block): boolean {
  return DAMAGED_LABEL.test(text.slice(from, from + 10));
}

const DAMAGED_LABEL = /^(?!\*)([^\d\s*~\\])?(\d{0,3})([^\d\s*~]{0,2}) ?(?=\*\*[^\s*])/;
