import type { CitationLookup } from '../archive/archiveIndex.ts';
import { earlierDays } from '../archive/earlierDays.ts';
import type { OutletUsage, OutletUsages } from '../archive/outletUsage.ts';
import { isDate } from '../dates/calendar.ts';
import type { Day } from '../entry/day.ts';
import type { Entry, Label, Link } from '../entry/entry.ts';
import { itemAt } from '../entry/items.ts';
import { countWords } from '../render/targets/wordCount.ts';
import { contains, type Span, textOf } from '../text/text.ts';
import { hostOf } from '../urls/url.ts';
import { citationLinks } from './citationLinks.ts';

type Hover = CitationHover | LabelHover;

export interface CitationHover extends Span {
  readonly kind: 'citation';
  readonly outlet: string;
  readonly host: string;
  /** The archive's citations of the outlet; undefined if there are none. */
  readonly usage: OutletUsage | undefined;
  /** The days before this one that cite the same page, the newest first. */
  readonly earlier: readonly Day[];
  /** The date in the address, `YYYY-MM-DD`. It is usually the date on which the page was published. */
  readonly publicationDate: string | undefined;
}

export interface LabelHover extends Span {
  readonly kind: 'label';
  readonly wordCount: number;
  readonly bulletCount: number;
  /** The outlets of the item's citations in order, repeated ones included. */
  readonly outlets: readonly string[];
}

/** Everything that a hover needs beyond the entry. */
interface HoverContext {
  readonly outletUsages: OutletUsages | undefined;
  readonly citationLookup: Pick<CitationLookup, 'daysCiting'>;
  readonly ownDay: Day;
}

/** Information about the citation at an offset, or about the item of the label there. */
export function hoverAt(entry: Entry, offset: number, context: HoverContext): Hover | undefined {
  const block = entry.blocks.find(({ from, to }) => from <= offset && offset <= to);
  if (!block) return undefined;
  const { label } = block;
  if (label && label.from <= offset && offset <= label.to) return labelHover(entry, label);
  const link = citationLinks(block).find(({ from, to }) => from <= offset && offset < to);
  return link && citationHover(entry.text, link, context);
}

function citationHover(text: string, link: Link, context: HoverContext): CitationHover | undefined {
  const { outletUsages, citationLookup, ownDay } = context;
  const outlet = textOf(text, link.name).trim();
  const address = textOf(text, link.address);
  const host = hostOf(address);
  if (host === undefined) return undefined;
  return {
    kind: 'citation',
    from: link.from,
    to: link.to,
    outlet,
    host,
    usage: outletUsages?.forName(outlet),
    earlier: earlierDays(address, ownDay, citationLookup),
    publicationDate: dateInAddress(address),
  };
}

/** The date in an address, as `YYYY-MM-DD`: `/2031/01/30/`, `/2031/jan/30/`, `2031-01-30` or `/20310130/`. */
export function dateInAddress(address: string): string | undefined {
  for (const [, ...groups] of address.matchAll(ADDRESS_DATE)) {
    const [year = '', month = '', day = ''] = groups.filter((group) => group !== undefined);
    const monthNumber = MONTH_NUMBERS[month.toLowerCase()] ?? month.padStart(2, '0');
    const date = `${year}-${monthNumber}-${day.padStart(2, '0')}`;
    if (isDate(date)) return date;
  }
  return undefined;
}

const MONTH_NUMBERS: Readonly<Record<string, string>> = {
  jan: '01',
  feb: '02',
  mar: '03',
  apr: '04',
  may: '05',
  jun: '06',
  jul: '07',
  aug: '08',
  sep: '09',
  oct: '10',
  nov: '11',
  dec: '12',
};

const ADDRESS_DATE =
  /(?<!\d)(?:((?:19|20)\d\d)[/-](\d\d?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/-](\d\d?)|((?:19|20)\d\d)(\d\d)(\d\d))(?!\d)/gi;

function labelHover(entry: Entry, label: Label): LabelHover | undefined {
  const item = itemAt(entry, label.from);
  if (!item) return undefined;
  const blocks = entry.blocks.filter((block) => contains(item, block));
  const outlets = blocks
    .flatMap(citationLinks)
    .map(({ name }) => textOf(entry.text, name).trim())
    .filter((outlet) => outlet !== '');
  const wordCount = countWords({ ...entry, blocks });
  return { kind: 'label', from: label.from, to: label.to, wordCount, bulletCount: item.children.length, outlets };
}
