import { type ItemSummary, type Summary, summarize } from '../../archive/summary.ts';
import { anchorOf } from '../../entry/anchor.ts';
import type { Day } from '../../entry/day.ts';
import type { Entry } from '../../entry/entry.ts';
import { fileNameOf } from '../../files/paths.ts';
import { safeAddress } from './cite.ts';

/** An item of an earlier entry, to be linked to. */
export interface EarlierItem {
  readonly day: Day;
  readonly entry: Entry;
  /** Where the item's block begins in the entry; undefined for the entry as a whole. */
  readonly from: number | undefined;
  /** The anchors of its page, where they are known; a link to one that is not there would not get beyond the page's top. */
  readonly anchors?: readonly string[] | undefined;
}

/**
 * `[Day 12](https://log.example/2031/01/31/day-12/#1-the-mayor-resigned)`, or with other words than the day's. The site is
 * what stands before an entry's path: `https://log.example`, or nothing. Undefined where the day has no date.
 */
export function earlierLink(item: EarlierItem, site: string, words = nameOf(item.day)): string | undefined {
  const address = earlierAddress(item, site);
  return address === undefined ? undefined : `[${words}](${address})`;
}

/**
 * The item as a bullet that takes the reader back: `* **📌 [Day 12](…): The mayor resigned**. She left at noon. ([Herald](…))`,
 * with all that the item said and cited then.
 */
export function threadBullet(item: EarlierItem, site: string): string | undefined {
  const { entry, from } = item;
  const link = earlierLink(item, site);
  const block = entry.blocks.find((one) => one.from === from);
  if (link === undefined || !block) return undefined;
  const { text } = entry;
  const { headline, story } = block;
  const said = (start: number): string => text.slice(start, story.to).replace(/\s*\r?\n\s*/g, ' ');
  if (!headline?.close) return `* **📌 ${link}**: ${said(story.from)}`;
  return `* **📌 ${link}: ${text.slice(headline.words.from, headline.words.to)}**${said(headline.to)}`;
}

/** Where the site shows the entry, at the item. */
export function earlierAddress({ day, entry, from, anchors }: EarlierItem, site: string): string | undefined {
  const anchor = from === undefined ? '' : anchorAt(entry, from);
  return dayAddress(day, site, anchors?.includes(anchor) === false ? '' : anchor);
}

/** Where the site shows the entry of a day, at an anchor where one is named. */
export function dayAddress({ date, path }: Day, site: string, anchor = ''): string | undefined {
  const name = /^(?:\d{4}-\d\d-\d\d-)?(.+)\.\w+$/.exec(fileNameOf(path))?.[1];
  if (date === undefined || name === undefined) return undefined;
  // An anchor that was cut amid an emoji cannot be written in an address.
  const place = anchor === '' || /\p{Surrogate}/u.test(anchor) ? '' : `#${encodeURIComponent(anchor)}`;
  return safeAddress(`${site.replace(/\/+$/, '')}/${date.replaceAll('-', '/')}/${name}/${place}`);
}

/** The anchor that the site gives to the item whose block begins there; empty where it has none. */
export function anchorAt(entry: Entry, from: number): string {
  return anchorIn(summarize(entry), from);
}

/** The same from what the archive keeps of the entry. */
export function anchorIn({ items }: Pick<Summary, 'items'>, from: number): string {
  const index = items.findIndex((item) => item.from === from);
  const base = anchorOf(items[index]?.lead ?? '');
  if (base === '') return '';
  // The site tells equal ones apart by a number from the second on.
  const before = items.slice(0, index).reduce((count, item) => count + (isNamed(item, base) ? 1 : 0), 0);
  return before === 0 ? base : `${base}-${before}`;
}

function isNamed({ kind, lead }: ItemSummary, base: string): boolean {
  return kind !== 'html' && anchorOf(lead) === base;
}

function nameOf({ number, date }: Day): string {
  return number === undefined ? (date ?? '') : `Day ${number}`;
}
