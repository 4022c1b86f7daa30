import type { Day } from '../../entry/day.ts';
import type { Edit } from '../../text/text.ts';
import { hostOf } from '../../urls/url.ts';
import { dayAddress } from '../citations/earlierEntry.ts';

/** An entry's page on the site, before and after: `/2031/01/31/day-12` and `/2031/02/01/day-13`. */
export interface MovedPage {
  readonly from: string;
  readonly to: string;
}

/** Where the site shows an entry that was one day and is another now; undefined where that is the same place, or none. */
export function movedPage(before: Day, after: Day): MovedPage | undefined {
  const from = dayAddress(before, '')?.replace(/\/$/, '');
  const to = dayAddress(after, '')?.replace(/\/$/, '');
  return from === undefined || to === undefined || from === to ? undefined : { from, to };
}

/**
 * The edits that lead every link in a text to the page's new place, whatever item it leads to. Where the site's address is not
 * known any host will do, as the path says enough.
 */
export function redirectLinks(text: string, { from, to }: MovedPage, siteUrl: string | undefined): Edit[] {
  const host = siteUrl === undefined ? undefined : hostOf(siteUrl);
  const path = new RegExp(`${from.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?=$|[/?#)\\]"'<>\\s])`, 'gi');
  const edits: Edit[] = [];
  for (const { 0: found, index } of text.matchAll(path)) {
    const [, before] = BEFORE.exec(text.slice(Math.max(0, index - LONGEST), index)) ?? [];
    if (before === undefined) continue;
    if (host !== undefined && before.startsWith('http') && hostOf(before) !== host) continue;
    edits.push({ from: index, to: index + found.length, text: to });
  }
  return edits;
}

/** All of an address that stands before its path: a host, a variable of the site, or nothing. */
const BEFORE = /(?:^|[\s("'<=])((?:https?:\/\/[^/\s()"'<>]+|\{\{[^}\n]*\}\})?)$/;

/** In characters; no host is longer. */
const LONGEST = 300;
