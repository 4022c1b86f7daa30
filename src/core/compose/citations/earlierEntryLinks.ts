import { type ItemSummary, type Summary, summarize } from '../../archive/entrySummary.ts';
import { anchorOf } from '../../entry/anchor.ts';
import type { Day } from '../../entry/day.ts';
import { dayName } from '../../entry/dayName.ts';
import type { Entry } from '../../entry/entry.ts';
import { fileNameOf } from '../../files/paths.ts';
import { escapeLinkAddress } from './formatCitations.ts';

/** An item of an earlier entry to link to. */
export interface EarlierItem {
  readonly day: Day;
  readonly entry: Entry;
  /** The offset of the item's block in the entry; undefined for the entry as a whole. */
  readonly from: number | undefined;
  /** The anchors of the entry's page; undefined if they are not known. Links never use an anchor that the page lacks. */
  readonly anchors?: readonly string[] | undefined;
}

/**
 * The Markdown link to an item of an earlier entry: `[Day 12](https://log.example/2031/01/31/day-12/#1-the-mayor-resigned)`. `site` is
 * the part of the address before the entry's path: `https://log.example`, or empty. Returns undefined if the day has no date.
 */
export function linkToEarlierItem(item: EarlierItem, site: string, linkText = dayName(item.day)): string | undefined {
  const address = earlierItemAddress(item, site);
  return address === undefined ? undefined : `[${linkText}](${address})`;
}

/**
 * Repeats an earlier item as a bullet that links back to it, with its text and citations:
 * `* **📌 [Day 12](…): The mayor resigned**. She left at noon. ([Herald](…))`.
 */
export function threadBullet(item: EarlierItem, site: string): string | undefined {
  const { entry, from } = item;
  const link = linkToEarlierItem(item, site);
  const block = entry.blocks.find((candidate) => candidate.from === from);
  if (link === undefined || !block) return undefined;
  const { text } = entry;
  const { headline, content } = block;
  const contentFrom = (start: number): string => text.slice(start, content.to).replace(/\s*\r?\n\s*/g, ' ');
  if (!headline?.close) return `* **📌 ${link}**: ${contentFrom(content.from)}`;
  return `* **📌 ${link}: ${text.slice(headline.words.from, headline.words.to)}**${contentFrom(headline.to)}`;
}

/** The address of an item on the site. */
export function earlierItemAddress({ day, entry, from, anchors }: EarlierItem, site: string): string | undefined {
  const anchor = from === undefined ? '' : itemAnchor(entry, from);
  return dayAddress(day, site, anchors?.includes(anchor) === false ? '' : anchor);
}

/** The address of an entry on the site, with the anchor unless that is empty. */
export function dayAddress({ date, path }: Day, site: string, anchor = ''): string | undefined {
  const name = /^(?:\d{4}-\d\d-\d\d-)?(.+)\.\w+$/.exec(fileNameOf(path))?.[1];
  if (date === undefined || name === undefined) return undefined;
  // An anchor that was cut in the middle of an emoji cannot be encoded in an address.
  const fragment = anchor === '' || /\p{Surrogate}/u.test(anchor) ? '' : `#${encodeURIComponent(anchor)}`;
  return escapeLinkAddress(`${site.replace(/\/+$/, '')}/${date.replaceAll('-', '/')}/${name}/${fragment}`);
}

/** The anchor on the site of the item whose block begins at `from`; empty if it has none. */
export function itemAnchor(entry: Entry, from: number): string {
  return itemAnchorInSummary(summarize(entry), from);
}

/** The anchor on the site of the item whose block begins at `from`, computed from the entry's summary in the archive. */
export function itemAnchorInSummary({ items }: Pick<Summary, 'items'>, from: number): string {
  const index = items.findIndex((item) => item.from === from);
  const anchor = anchorOf(items[index]?.lead ?? '');
  if (anchor === '') return '';
  // The site adds a number to every repetition of an anchor.
  const earlierCount = items.slice(0, index).filter((item) => hasAnchor(item, anchor)).length;
  return earlierCount === 0 ? anchor : `${anchor}-${earlierCount}`;
}

function hasAnchor({ kind, lead }: ItemSummary, anchor: string): boolean {
  return kind !== 'html' && anchorOf(lead) === anchor;
}
