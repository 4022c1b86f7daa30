import { indexDays } from '../archive/dayIndex.ts';
import { summarize } from '../archive/summary.ts';
import { anchorIn } from '../compose/citations/earlierEntry.ts';
import { decodeAnchor } from '../entry/anchor.ts';
import type { Day } from '../entry/day.ts';
import type { Entry } from '../entry/entry.ts';
import { fileNameOf } from '../files/paths.ts';
import { hostOf } from '../urls/url.ts';

/** An entry of the archive that an address leads to. */
interface EntryLink {
  readonly day: Day;
  /** As it is in the page, decoded; empty where the address leads to the entry as a whole. */
  readonly anchor: string;
}

/**
 * The entry that an address leads to: `https://log.example/2031/01/30/day-11/#1-the-mayor`, with or without its host. Undefined
 * where it leads anywhere else. Where the site's address is not known, any host will do, as the path says enough.
 */
export function entryLink(address: string, siteUrl: string | undefined, days: readonly Day[]): EntryLink | undefined {
  const [, host, year, month, day, name = '', fragment = ''] = ADDRESS.exec(address) ?? [];
  if (year === undefined) return undefined;
  if (host !== undefined && siteUrl !== undefined && hostOf(address) !== hostOf(siteUrl)) return undefined;
  const there = indexDays(days).byDate.get(`${year}-${month}-${day}`) ?? [];
  const found = there.find(({ path }) => nameIn(path) === name.toLowerCase());
  return found && { day: found, anchor: decodeAnchor(fragment) };
}

/** Where in an entry the item with that anchor begins; undefined where none has it. */
export function itemAtAnchor(entry: Entry, anchor: string): number | undefined {
  if (anchor === '') return undefined;
  const summary = summarize(entry);
  return summary.items.find(({ from }) => anchorIn(summary, from) === anchor)?.from;
}

/** `2031-01-30-day-11.markdown` is `day-11`. */
function nameIn(path: string): string | undefined {
  return /^\d{4}-\d\d-\d\d-(.+)\.\w+$/.exec(fileNameOf(path))?.[1]?.toLowerCase();
}

const ADDRESS = /^(https?:\/\/[^/?#]+)?\/(\d{4})\/(\d\d)\/(\d\d)\/([^/?#]+)\/?(?:\?[^#]*)?(?:#(.*))?$/i;
