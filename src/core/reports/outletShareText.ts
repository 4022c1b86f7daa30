import { formatPercent, type OutletShare, type ShareComparison } from '../archive/outletShares.ts';
import { plural } from '../text/plural.ts';

/** What an outlet's share is compared with. */
export interface OutletShareContext {
  /** The number of citations in the entry. */
  readonly total: number;
  /** Whether there is an archive that shows what is usual. */
  readonly hasArchive: boolean;
}

/** An outlet's citations for a row: `12 ↑ usually 6`. The most important comes first, since narrow rows are cut off at the end. */
export function outletShareRow(outlet: OutletShare, { total, hasArchive }: OutletShareContext): string {
  const { citations, share, usualShare, comparison } = outlet;
  const count = citations.length.toLocaleString('en-US');
  if (!hasArchive) return `${count} · ${formatPercent(share)}`;
  return `${count} ${SYMBOLS[comparison]} ${comparison === 'new' ? 'new' : usualCountText(usualShare, total)}`;
}

const SYMBOLS: Readonly<Record<ShareComparison, string>> = { new: '·', more: '↑', less: '↓', similar: '·' };

/** The number of citations that an outlet usually has in an entry with `total` citations: `usually 6`, `rarely`. */
export function usualCountText(usualShare: number, total: number): string {
  const count = Math.round(usualShare * total);
  return count === 0 ? 'rarely' : `usually ${count.toLocaleString('en-US')}`;
}

/** An outlet's citations for a line of text: `Harbor Radio, 2 citations, 25%, usually 13%`. */
export function outletShareSentence(outlet: OutletShare, { hasArchive }: OutletShareContext): string {
  const { name, citations, share, usualShare, comparison } = outlet;
  const parts = [name, plural(citations.length, 'citation'), formatPercent(share)];
  if (hasArchive) parts.push(comparison === 'new' ? 'for the first time' : `usually ${formatPercent(usualShare)}`);
  return parts.join(', ');
}

/** An outlet's citations in the archive: `2,300 in the archive, the latest on 2031-01-30`. */
export function outletUsageText({ count, lastDay }: NonNullable<OutletShare['usage']>): string {
  return `${count.toLocaleString('en-US')} in the archive, the latest on ${lastDay.date ?? lastDay.path}`;
}
