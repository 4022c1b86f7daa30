import type { Entry } from '../entry/entry.ts';
import type { Span } from '../text/text.ts';
import type { OutletUsage, OutletUsages } from './outletUsage.ts';

/** An outlet's share of an entry's citations, compared with its usual share in the archive. Shares are fractions of 1. */
export interface OutletShare {
  readonly name: string;
  /** Its citations in the entry. */
  readonly citations: readonly Span[];
  readonly share: number;
  /** Its share of the archive's citations, weighted by age (see `OutletUsage.weight`); 0 if the archive does not cite it. */
  readonly usualShare: number;
  /** Undefined if the archive does not cite it. */
  readonly usage: OutletUsage | undefined;
  readonly comparison: ShareComparison;
}

/** `new`: cited for the first time; `more`: at least twice the usual share; `less`: at most half of it; `similar`: anything between. */
export type ShareComparison = 'new' | 'more' | 'less' | 'similar';

/** The outlets of an entry. */
export interface OutletShares {
  /** The number of citations. */
  readonly total: number;
  /** The most cited first. */
  readonly shares: readonly OutletShare[];
  /** Outlets that an entry with this many citations usually cites, but this one does not; the likeliest first. */
  readonly absent: readonly Pick<OutletShare, 'name' | 'usualShare' | 'usage'>[];
}

/** The outlets that an entry cites, by name as written, compared with how the archive cites them. */
export function outletSharesOf({ text, blocks }: Entry, usages: OutletUsages): OutletShares {
  const citationsByName = new Map<string, Span[]>();
  let total = 0;
  for (const { citationGroups } of blocks) {
    for (const { pieces } of citationGroups) {
      for (const piece of pieces) {
        if (piece.kind !== 'citation' || piece.link.form !== 'whole') continue;
        const name = text.slice(piece.link.name.from, piece.link.name.to).trim();
        if (name === '') continue;
        total++;
        const citations = citationsByName.get(name);
        if (citations) citations.push(piece);
        else citationsByName.set(name, [piece]);
      }
    }
  }
  const totalWeight = usages.all.reduce((sum, { weight }) => sum + weight, 0);
  const usualShareOf = (usage: OutletUsage | undefined): number =>
    usage && totalWeight > 0 ? usage.weight / totalWeight : 0;
  const shares = Array.from(citationsByName, ([name, citations]): OutletShare => {
    const share = citations.length / total;
    const usage = usages.forName(name);
    const usualShare = usualShareOf(usage);
    const comparison = compareToUsual(share, usualShare, citations.length);
    return { name, citations, share, usualShare, usage, comparison };
  });
  const absent = usages.all
    .filter((usage) => !citationsByName.has(usage.name) && usualShareOf(usage) * total >= 1)
    .map((usage) => ({ name: usage.name, usualShare: usualShareOf(usage), usage }));
  return { total, shares: shares.sort(mostCitedFirst), absent };
}

/** A single citation is never more than usual. */
function compareToUsual(share: number, usualShare: number, count: number): ShareComparison {
  if (usualShare === 0) return 'new';
  if (count > 1 && share >= 2 * usualShare) return 'more';
  return share <= usualShare / 2 ? 'less' : 'similar';
}

function mostCitedFirst(a: OutletShare, b: OutletShare): number {
  return b.citations.length - a.citations.length || b.usualShare - a.usualShare || (a.name < b.name ? -1 : 1);
}

/** A bar such as `▰▰▰▱▱`, full for the largest share and never empty. */
export function shareBar(share: number, largestShare: number): string {
  const filled =
    largestShare > 0 ? Math.min(BAR_LENGTH, Math.max(1, Math.round((BAR_LENGTH * share) / largestShare))) : 1;
  return '▰'.repeat(filled) + '▱'.repeat(BAR_LENGTH - filled);
}

const BAR_LENGTH = 5;

/** A share as `12%`, or `under 1%`. */
export function formatPercent(share: number): string {
  return share > 0 && share < 0.01 ? 'under 1%' : `${Math.round(share * 100)}%`;
}
