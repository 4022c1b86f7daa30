import {
  formatPercent,
  type OutletShare,
  type OutletShares,
  type ShareComparison,
  shareBar,
} from '../archive/outletShares.ts';
import { plural } from '../text/plural.ts';

/** What an outlet's share is compared with. */
export interface OutletShareContext {
  /** The number of citations in the entry. */
  readonly total: number;
  /** Whether there is an archive that shows what is usual. */
  readonly hasArchive: boolean;
}

/**
 * An outlet as a row of a chart: `12 ▰▰▰▱▱ Harbor Radio`. The count comes first, padded to the width of the largest, since narrow rows are cut
 * off at the end. Outlets cited once, usually most of them, have no bar.
 */
export function outletShareLabel(
  { name, citations: { length: count }, share }: OutletShare,
  { shares: [most] }: Pick<OutletShares, 'shares'>,
): string {
  const width = formatCount(most?.citations.length ?? count).length;
  const bar = count > 1 ? [shareBar(share, most?.share ?? share)] : [];
  return [formatCount(count).padStart(width, FIGURE_SPACE), ...bar, name].join(' ');
}

/** As wide as a digit. */
const FIGURE_SPACE = '\u2007';

function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** What an outlet's count is compared with: `↑ usually 6`, `new`; its share if nothing is known to be usual: `25%`. */
export function outletShareComparison(outlet: OutletShare, { total, hasArchive }: OutletShareContext): string {
  const { share, usualShare, comparison } = outlet;
  if (!hasArchive) return formatPercent(share);
  return `${SYMBOLS[comparison]}${comparison === 'new' ? 'new' : usualCountText(usualShare, total)}`;
}

const SYMBOLS: Readonly<Record<ShareComparison, string>> = { new: '', more: '↑ ', less: '↓ ', similar: '' };

/** The number of citations that an outlet usually has in an entry with `total` citations: `usually 6`, `rarely`. */
export function usualCountText(usualShare: number, total: number): string {
  const count = Math.round(usualShare * total);
  return count === 0 ? 'rarely' : `usually ${formatCount(count)}`;
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
  return `${formatCount(count)} in the archive, the latest on ${lastDay.date ?? lastDay.path}`;
}
