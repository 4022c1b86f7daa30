import type { Block } from '../../entry/entry.ts';
import type { Span } from '../../text/text.ts';

/** The label of a section in which a key went wrong, with the number that it has or must have had. */
export interface DamagedLabel extends Span {
  readonly number: number;
  /** The digits of the number; empty where they are missing, before the slash. */
  readonly name: Span;
}

/**
 * What stands for a label before a headline: `2| **…`, `2./ **…`, `x2/ **…`, `/2 **…`, `/ **…`. It is one where the section before
 * it is the `last`, and the one behind it, if any, would be the next.
 */
export function damagedLabel(
  text: string,
  { from }: Block,
  last: number,
  behind: number | undefined,
): DamagedLabel | undefined {
  const match = DAMAGED.exec(text.slice(from, from + 10));
  if (!match) return undefined;
  const [whole, before = '', digits = '', signs = ''] = match;
  const expected = last + 1;
  const isLabel = digits === '' ? whole.includes('/') : Number(digits) === expected && before + signs !== '';
  if (!isLabel || (behind !== undefined && behind !== expected + 1)) return undefined;
  const start = digits === '' ? from : from + before.length;
  return {
    from,
    to: from + whole.trimEnd().length,
    number: expected,
    name: { from: start, to: start + digits.length },
  };
}

/** Whether a paragraph may begin with one; for nearly all that is plain at once. */
export function mayBeDamaged(text: string, { from }: Block): boolean {
  return DAMAGED.test(text.slice(from, from + 10));
}

const DAMAGED = /^(?!\*)([^\d\s*~\\])?(\d{0,3})([^\d\s*~]{0,2}) ?(?=\*\*[^\s*])/;
