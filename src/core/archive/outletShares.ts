import type { Entry } from '../entry/entry.ts';
import type { Span } from '../text/text.ts';
import type { OutletUsage, OutletUsages } from './outletUsage.ts';

/** How much of an entry's citations an outlet has, and how much of the archive's. Shares are parts of 1. */
export interface OutletShare {
  readonly name: string;
  /** Its citations in the entry. */
  readonly citations: readonly Span[];
  readonly share: number;
  /** Its part of what the archive cites, what is a year old counted half; 0 where it never did. */
  readonly usual: number;
  /** What the archive knows of it. */
  readonly use: OutletUsage | undefined;
  readonly against: Against;
}

/** An entry's share against the usual one: cited for the first time; twice as much or more; half or less; as always. */
export type Against = 'new' | 'more' | 'less' | 'alike';

/** The outlets of an entry. */
export interface OutletShares {
  /** How many citations it has. */
  readonly total: number;
  /** The most cited first. */
  readonly shares: readonly OutletShare[];
  /** Outlets that an entry of so many citations mostly has, and this one has not; the likeliest first. */
  readonly absent: readonly Pick<OutletShare, 'name' | 'usual' | 'use'>[];
}

/** The outlets that an entry cites, each by its name as written, against how the archive cites them. */
export function outletSharesOf({ text, blocks }: Entry, uses: OutletUsages): OutletShares {
  const cited = new Map<string, Span[]>();
  let total = 0;
  for (const { citations } of blocks) {
    for (const { pieces } of citations) {
      for (const piece of pieces) {
        if (piece.kind !== 'citation' || piece.link.form !== 'whole') continue;
        const name = text.slice(piece.link.name.from, piece.link.name.to).trim();
        if (name === '') continue;
        total++;
        const spans = cited.get(name);
        if (spans) spans.push(piece);
        else cited.set(name, [piece]);
      }
    }
  }
  const weight = uses.all.reduce((sum, use) => sum + use.weight, 0);
  const usualOf = (use: OutletUsage | undefined): number => (use && weight > 0 ? use.weight / weight : 0);
  const shares = Array.from(cited, ([name, citations]): OutletShare => {
    const share = citations.length / total;
    const use = uses.named(name);
    const usual = usualOf(use);
    return { name, citations, share, usual, use, against: againstUsual(share, usual, citations.length) };
  });
  const absent = uses.all
    .filter((use) => !cited.has(use.name) && usualOf(use) * total >= 1)
    .map((use) => ({ name: use.name, usual: usualOf(use), use }));
  return { total, shares: shares.sort(byCount), absent };
}

/** One citation alone is neither more nor less than usual. */
function againstUsual(share: number, usual: number, count: number): Against {
  if (usual === 0) return 'new';
  if (count > 1 && share >= 2 * usual) return 'more';
  return share <= usual / 2 ? 'less' : 'alike';
}

function byCount(a: OutletShare, b: OutletShare): number {
  return b.citations.length - a.citations.length || b.usual - a.usual || (a.name < b.name ? -1 : 1);
}

/** A bar of a chart, `▰▰▰▱▱`: as long as `share` is of `most`, and never empty. */
export function barOf(share: number, most: number): string {
  const length = most > 0 ? Math.min(BAR, Math.max(1, Math.round((BAR * share) / most))) : 1;
  return '▰'.repeat(length) + '▱'.repeat(BAR - length);
}

const BAR = 5;

/** `12%`; what is less than one in a hundred is not nothing. */
export function percent(share: number): string {
  return share > 0 && share < 0.01 ? 'under 1%' : `${Math.round(share * 100)}%`;
}
