import type { TimeZone } from '../../dates/timeZone.ts';
import type { Entry } from '../../entry/entry.ts';
import { textOf } from '../../text/text.ts';
import { renderBody } from '../body.ts';
import type { HtmlNode } from '../htmlTree.ts';
import { markedLiquid, quietTweet } from '../liquid.ts';
import { readHtml } from '../safeHtml.ts';
import { type HeadPart, pageHead, partOf } from './pageHead.ts';
import { countShownWords } from './readingTime.ts';

/** What every target but the bare body knows beyond its entry. */
export interface TargetOptions {
  /** `https://example.org`: links and pictures of the site are led there; without it they stay as they are written. */
  readonly siteUrl?: string;
  /** The zone that the site shows dates in; without it they are shown as they are written. */
  readonly zone?: TimeZone;
}

/** What these targets are made of. */
interface PageParts {
  readonly head: readonly HeadPart[];
  /** A tree that cannot act. */
  readonly body: readonly HtmlNode[];
}

/** The head and the body of an entry, for a target to put together; Liquid is as in the preview. */
export function pageParts(entry: Entry, { siteUrl, zone }: TargetOptions): PageParts {
  const html = renderBody(textOf(entry.text, entry.body), {
    ...(siteUrl !== undefined && { siteUrl }),
    tweet: quietTweet,
    unknown: markedLiquid,
  });
  const words = countShownWords(html);
  return { head: pageHead(entry, { words, ...(zone && { zone }) }), body: readHtml(html) };
}

/** `Day 1080: “Reign of terror.”`, as far as there is one. */
export function pageTitle(head: readonly HeadPart[]): string {
  const words = [partOf(head, 'title')?.text, partOf(head, 'description')?.text];
  return words.filter((text) => text !== undefined).join(': ') || 'Entry';
}
