import { type Against, type OutletShare, percent } from '../archive/outletShares.ts';
import { numbered } from '../lint/tally.ts';

// What is said of an entry's outlets, in few words and in many.

/** What an outlet's share is held against. */
export interface Whole {
  /** How many citations the entry has. */
  readonly total: number;
  /** Whether there is an archive to tell what is usual. */
  readonly isKnown: boolean;
}

/**
 * A row about an outlet: `12 ↑ usually 6`, which are citations of this entry. What matters most comes first, because rows are
 * narrow and are cut at their end.
 */
export function rowOf({ citations, share, usual, against }: OutletShare, { total, isKnown }: Whole): string {
  const count = citations.length.toLocaleString('en-US');
  if (!isKnown) return `${count} · ${percent(share)}`;
  return `${count} ${SIGNS[against]} ${against === 'new' ? 'new' : usuallyOf(usual, total)}`;
}

const SIGNS: Readonly<Record<Against, string>> = { new: '·', more: '↑', less: '↓', alike: '·' };

/** How many of so many citations an outlet mostly has: `usually 6`, `seldom`. */
export function usuallyOf(usual: number, total: number): string {
  const count = Math.round(usual * total);
  return count === 0 ? 'seldom' : `usually ${count.toLocaleString('en-US')}`;
}

/** The same for a line of its own: `Harbor Radio, 2 citations, 25%, usually 13%`. */
export function sentenceOf({ name, citations, share, usual, against }: OutletShare, { isKnown }: Whole): string {
  const said = [name, numbered(citations.length, 'citation'), percent(share)];
  if (isKnown) said.push(against === 'new' ? 'for the first time' : `usually ${percent(usual)}`);
  return said.join(', ');
}

/** How the archive cites an outlet: `2,300 in the archive, the latest on 2031-01-30`. */
export function useOf({ count, last }: NonNullable<OutletShare['use']>): string {
  return `${count.toLocaleString('en-US')} in the archive, the latest on ${last.date ?? last.path}`;
}
