import type { Day } from '../../entry/day.ts';
import { literalsTouching } from '../../entry/literals.ts';
import { parseEntry } from '../../entry/parse.ts';
import { folderOfSite } from '../../newsroom/siteConfig.ts';
import { escapeRegExp } from '../../text/escapeRegExp.ts';
import type { Edit } from '../../text/text.ts';
import { hostOf } from '../../urls/url.ts';
import { dayAddress } from '../citations/earlierEntryLinks.ts';

/** The old and new path of an entry's page on the site: `/2031/01/31/day-12` and `/2031/02/01/day-13`. */
export interface MovedPage {
  readonly from: string;
  readonly to: string;
}

/** The page of an entry that becomes another day; undefined if its path stays the same, or if it has no page. */
export function movedPage(before: Day, after: Day): MovedPage | undefined {
  const from = dayAddress(before, '')?.replace(/\/$/, '');
  const to = dayAddress(after, '')?.replace(/\/$/, '');
  return from === undefined || to === undefined || from === to ? undefined : { from, to };
}

/**
 * The edits that point every link in a text to the page's new path; anchors, code and comments stay. If the site's address is not known,
 * links on any host are changed, since the path alone is distinctive enough. `siteUrl` includes the folder that the site is in.
 */
export function redirectLinks(text: string, { from, to }: MovedPage, siteUrl: string | undefined): Edit[] {
  const siteHost = siteUrl === undefined ? undefined : hostOf(siteUrl);
  const folder = folderOfSite(siteUrl);
  const oldPath = new RegExp(`(${escapeRegExp(folder)}|)${escapeRegExp(from)}(?=$|[/?#)\\]"'<>\\s])`, 'gi');
  const edits: Edit[] = [];
  for (const { 0: match, 1: before = '', index } of text.matchAll(oldPath)) {
    const [, origin] = ORIGIN_BEFORE_PATH.exec(text.slice(Math.max(0, index - MAX_ORIGIN_CHARS), index)) ?? [];
    if (origin === undefined) continue;
    if (siteHost !== undefined && origin.startsWith('http') && hostOf(origin) !== siteHost) continue;
    edits.push({ from: index + before.length, to: index + match.length, text: to });
  }
  if (edits.length === 0) return edits;
  const { literals } = parseEntry(text);
  return edits.filter(
    (edit) => !literalsTouching(literals, edit).some(({ kind }) => kind === 'code' || kind === 'comment'),
  );
}

/** The part of an address before its path: scheme and host, Liquid variables of the site, or nothing. */
const ORIGIN_BEFORE_PATH = /(?:^|[\s("'<=])((?:https?:\/\/[^/\s()"'<>{]+)?(?:\{\{[^}\n]*\}\})*)$/;

/** Upper bound for scheme and host. */
const MAX_ORIGIN_CHARS = 300;
