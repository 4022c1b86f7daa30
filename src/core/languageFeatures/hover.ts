import type { CitationLookup } from '../archive/archiveIndex.ts';
import { earlierDays } from '../archive/earlierDays.ts';
import type { OutletUsage, OutletUsages } from '../archive/outletUsage.ts';
import { isDate } from '../dates/calendar.ts';
import type { Day } from '../entry/day.ts';
import type { Block, Entry, Label, Link } from '../entry/entry.ts';
import { itemAt } from '../entry/items.ts';
import { countWords } from '../reports/stats.ts';
import { contains, type Span } from '../text/text.ts';
import { hostOf } from '../urls/url.ts';

/** What there is to say of what stands at an offset. */
type Hover = CitationHover | LabelHover;

export interface CitationHover extends Span {
  readonly kind: 'citation';
  readonly outlet: string;
  readonly host: string;
  /** How the archive cites the outlet; undefined where it never did. */
  readonly use: OutletUsage | undefined;
  /** The days before this one that cite the same page, the latest first. */
  readonly earlier: readonly Day[];
  /** `YYYY-MM-DD` in the address, which is mostly the day on which the page was published. */
  readonly dated: string | undefined;
}

export interface LabelHover extends Span {
  readonly kind: 'label';
  readonly words: number;
  readonly bullets: number;
  /** The outlets of its citations, in order; one for each citation. */
  readonly outlets: readonly string[];
}

/** What is known beyond the entry. */
interface HoverContext {
  readonly uses: OutletUsages | undefined;
  readonly citing: Pick<CitationLookup, 'days'>;
  readonly own: Day;
}

/** What there is to say of a citation, or of a label: words and sources of its item. */
export function hoverAt(entry: Entry, offset: number, known: HoverContext): Hover | undefined {
  const block = entry.blocks.find(({ from, to }) => from <= offset && offset <= to);
  if (!block) return undefined;
  const { label } = block;
  if (label && label.from <= offset && offset <= label.to) return labelHover(entry, label);
  const link = linksOf(block).find(({ from, to }) => from <= offset && offset < to);
  return link && citationHover(entry.text, link, known);
}

/** The citations of a block. */
export function linksOf({ citations }: Pick<Block, 'citations'>): Link[] {
  return citations.flatMap(({ pieces }) => pieces.flatMap((piece) => (piece.kind === 'citation' ? piece.link : [])));
}

function citationHover(text: string, link: Link, { uses, citing, own }: HoverContext): CitationHover | undefined {
  const outlet = text.slice(link.name.from, link.name.to).trim();
  const address = text.slice(link.address.from, link.address.to);
  const host = hostOf(address);
  if (host === undefined) return undefined;
  const earlier = earlierDays(address, own, citing);
  const use = uses?.named(outlet);
  return { kind: 'citation', from: link.from, to: link.to, outlet, host, use, earlier, dated: dateInAddress(address) };
}

/** The date that an address tells: `/2031/01/30/`, `/2031/jan/30/`, `2031-01-30` or `/20310130/`. */
export function dateInAddress(address: string): string | undefined {
  for (const [, ...parts] of address.matchAll(DATES)) {
    const [year = '', month = '', day = ''] = parts.filter((part) => part !== undefined);
    const named = MONTHS.indexOf(month.toLowerCase());
    const number = named < 0 ? month : `${named / 3 + 1}`;
    const date = `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (isDate(date)) return date;
  }
  return undefined;
}

const DATES =
  /(?<!\d)(?:((?:19|20)\d\d)[/-](\d\d?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/-](\d\d?)|((?:19|20)\d\d)(\d\d)(\d\d))(?!\d)/gi;
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

function labelHover(entry: Entry, label: Label): LabelHover | undefined {
  const item = itemAt(entry, label.from);
  if (!item) return undefined;
  const span = { from: item.from, to: item.to };
  const blocks = entry.blocks.filter((block) => contains(span, block));
  const outlets = blocks
    .flatMap(linksOf)
    .map(({ name }) => entry.text.slice(name.from, name.to).trim())
    .filter((outlet) => outlet !== '');
  const words = countWords({ ...entry, blocks });
  return { kind: 'label', from: label.from, to: label.to, words, bullets: item.children.length, outlets };
}
