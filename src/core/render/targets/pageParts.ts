import type { TimeZone } from '../../dates/timeZone.ts';
import type { Entry } from '../../entry/entry.ts';
import { textOf } from '../../text/text.ts';
import { highlightedLiquid, tweetLink } from '../expandLiquid.ts';
import type { HtmlNode } from '../htmlTree.ts';
import { type RenderOptions, renderBody } from '../renderBody.ts';
import { parseSafeHtml } from '../safeHtml.ts';
import { type HeadPart, pageHead, partOf } from './pageHead.ts';
import { passiveHtml } from './passiveHtml.ts';
import { countRenderedWords } from './wordCount.ts';

/** What a target needs besides the entry. The address of the site makes its links and images absolute; without it, they stay as written. */
export interface TargetOptions extends Omit<RenderOptions, 'renderTweet' | 'renderUnknown'> {
  /** The zone in which the site shows dates. Without it, dates stay as written. */
  readonly zone?: TimeZone;
}

/** The sanitized parts of an entry. */
interface PageParts {
  readonly head: readonly HeadPart[];
  /** As `parseSafeHtml` returns it. */
  readonly body: readonly HtmlNode[];
}

/** Renders the head and the body of an entry for a target to assemble. Liquid is replaced as in the preview. */
export function pageParts(entry: Entry, { zone, ...site }: TargetOptions): PageParts {
  const html = renderBody(textOf(entry.text, entry.body), {
    ...site,
    renderTweet: tweetLink,
    renderUnknown: highlightedLiquid,
  });
  const wordCount = countRenderedWords(html);
  return {
    head: pageHead(entry, { wordCount, ...(zone && { zone }) }),
    body: parseSafeHtml(passiveHtml(html, site.engine)),
  };
}

/** The title and the description, as far as the entry has them: `Day 1080: “Reign of terror.”` */
export function pageTitle(head: readonly HeadPart[]): string {
  const words = [partOf(head, 'title')?.text, partOf(head, 'description')?.text];
  return words.filter((text) => text !== undefined).join(': ') || 'Entry';
}
