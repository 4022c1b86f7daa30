import { indexDays } from '../archive/dayIndex.ts';
import { summarize } from '../archive/entrySummary.ts';
import { itemAnchorInSummary } from '../compose/citations/earlierEntryLinks.ts';
import { decodeAnchor } from '../entry/anchor.ts';
import type { Day } from '../entry/day.ts';
import type { Entry } from '../entry/entry.ts';
import { fileNameOf } from '../files/paths.ts';
import { folderOfSite } from '../newsroom/siteConfig.ts';
import { hostOf } from '../urls/url.ts';

/** The archive's entry that an address points to. */
interface EntryLink {
  readonly day: Day;
  /** The decoded anchor; empty if the address points to the entry as a whole. */
  readonly anchor: string;
}

/**
 * Finds the entry that an address points to: `https://log.example/2031/01/30/day-11/#1-the-mayor`, with or without its host. If the
 * site's address is not known, any host will do, since the path alone is distinctive enough. `siteUrl` includes the folder that the site is
 * in: with `https://log.example/blog`, the path may start with `/blog`.
 */
export function entryLink(address: string, siteUrl: string | undefined, days: readonly Day[]): EntryLink | undefined {
  const [, host, folder = '', year, month, dayOfMonth, name = '', fragment = ''] = ENTRY_ADDRESS.exec(address) ?? [];
  if (year === undefined) return undefined;
  if (host !== undefined && siteUrl !== undefined && hostOf(address) !== hostOf(siteUrl)) return undefined;
  if (folder !== '' && folder !== folderOfSite(siteUrl)) return undefined;
  const daysOnDate = indexDays(days).byDate.get(`${year}-${month}-${dayOfMonth}`) ?? [];
  const day = daysOnDate.find(({ path }) => pageNameOf(path) === name.toLowerCase());
  return day && { day, anchor: decodeAnchor(fragment) };
}

/** The offset in an entry of the item with an anchor; undefined if there is no such item. */
export function itemAtAnchor(entry: Entry, anchor: string): number | undefined {
  if (anchor === '') return undefined;
  const summary = summarize(entry);
  return summary.items.find(({ from }) => itemAnchorInSummary(summary, from) === anchor)?.from;
}

/** `day-11` for `2031-01-30-day-11.markdown`. */
function pageNameOf(path: string): string | undefined {
  return /^\d{4}-\d\d-\d\d-(.+)\.\w+$/.exec(fileNameOf(path))?.[1]?.toLowerCase();
}

const ENTRY_ADDRESS =
  /^(https?:\/\/[^/?#]+)?((?:\/[^/?#]+)*?)\/(\d{4})\/(\d\d)\/(\d\d)\/([^/?#]+)\/?(?:\?[^#]*)?(?:#(.*))?$/i;
