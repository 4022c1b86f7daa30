import type { TimeZone } from '../../dates/timeZone.ts';
import type { Entry } from '../../entry/entry.ts';
import type { Values } from '../../newsroom/liquidValues.ts';
import { pageValuesOf } from '../../newsroom/siteValues.ts';
import { lazy } from '../../text/lazy.ts';
import type { Span } from '../../text/text.ts';
import { escapeHtml } from '../commonmark/escape.ts';
import { highlightedLiquid, tweetLink } from '../expandLiquid.ts';
import { createBlockRenderer, type RenderOptions } from '../renderBody.ts';
import { renderRichText } from './email.ts';
import { headHtml } from './headHtml.ts';
import { type HeadPart, pageHead } from './pageHead.ts';
import { passiveHtml } from './passiveHtml.ts';
import { renderPlainText } from './plainText.ts';
import { readingTimeLine } from './readingTime.ts';
import { htmlWithDirection } from './textDirection.ts';
import { countRenderedWords } from './wordCount.ts';

/** What a preview can show: the page on the site, the email, or the plain text of the email. */
type PreviewTarget = 'site' | 'email' | 'text';

/** A block of the page. The span covers its source in the entry, and is empty for a block without a source. */
export interface PageBlock extends Span {
  readonly html: string;
  /** The offset in the entry of each list item: one for each `li`, in order. */
  readonly itemOffsets: readonly number[];
}

/** The page as blocks, so that single blocks can be replaced. */
export interface PreviewPage {
  readonly head: readonly PageBlock[];
  readonly body: readonly PageBlock[];
}

export interface PreviewOptions {
  readonly target: PreviewTarget;
  /** The zone in which the site shows dates. If undefined, dates stay as written. */
  readonly zone: TimeZone | undefined;
  /** The path of the entry below the root of its site, with `/`; its name will do. */
  readonly path?: string;
}

/** What the site determines about its pages. */
export type PreviewSite = Omit<RenderOptions, 'renderTweet' | 'renderUnknown' | 'pageValues'>;

/**
 * Renders successive versions of an entry. Whatever has not changed since the previous version is not rendered again. If the site has
 * become another object, everything is.
 */
export function createPreviewRenderer(
  currentSite: () => PreviewSite = () => NO_SITE,
): (entry: Entry, options: PreviewOptions) => PreviewPage {
  let site: PreviewSite | undefined;
  let renderBlocks = createBlockRenderer();
  let pageValues = (): Values => ({});
  const countWordsOf = createWordCounter();
  const readHead = createHeadReader();
  return (entry, { target, zone, path = '' }) => {
    const { text, body } = entry;
    if (site !== currentSite()) {
      site = currentSite();
      renderBlocks = createBlockRenderer({
        ...site,
        pageValues: () => pageValues(),
        renderTweet: tweetLink,
        renderUnknown: highlightedLiquid,
      });
    }
    const { siteValues = () => ({}) } = site ?? NO_SITE;
    pageValues = lazy(() => pageValuesOf(entry, path, siteValues()));
    if (target === 'site') {
      const { engine } = site ?? NO_SITE;
      const blocks = renderBlocks(text.slice(body.from, body.to)).map(({ html, from, to, itemOffsets }) => ({
        html: htmlWithDirection(passiveHtml(html, engine)),
        from: body.from + from,
        to: body.from + to,
        itemOffsets: itemOffsets.map((offset) => body.from + offset),
      }));
      return { head: headBlocks(readHead(entry, zone, countWordsOf(blocks))), body: blocks };
    }
    const options = { ...site, pageValues, ...(zone && { zone }) };
    const html =
      target === 'email'
        ? deferStyles(renderRichText(entry, options))
        : `<pre>${escapeHtml(renderPlainText(entry, options))}</pre>`;
    return { head: [], body: [{ html, from: 0, to: text.length, itemOffsets: [] }] };
  };
}

const NO_SITE: PreviewSite = {};

/** The content security policy of the preview blocks style attributes, so its script applies these. */
function deferStyles(html: string): string {
  return html.replaceAll(' style="', ' data-style="');
}

/** Counts the words of each block only once, as long as it stays in the page. */
function createWordCounter(): (blocks: readonly PageBlock[]) => number {
  let cache: ReadonlyMap<string, number> = new Map();
  return (blocks) => {
    const nextCache = new Map<string, number>();
    let sum = 0;
    for (const { html } of blocks) {
      const words = nextCache.get(html) ?? cache.get(html) ?? countRenderedWords(html);
      nextCache.set(html, words);
      sum += words;
    }
    cache = nextCache;
    return sum;
  };
}

/** Reads the front matter only if it has changed. The number of words changes with nearly every keystroke. */
function createHeadReader(): (entry: Entry, zone: TimeZone | undefined, wordCount: number) => readonly HeadPart[] {
  let lastSource: string | undefined;
  let lastZone: TimeZone | undefined;
  let parts: readonly HeadPart[] = [];
  return (entry, zone, wordCount) => {
    const source = entry.text.slice(0, entry.body.from);
    if (source !== lastSource || zone !== lastZone) {
      parts = pageHead(entry, { wordCount, ...(zone && { zone }) });
      lastSource = source;
      lastZone = zone;
      return parts;
    }
    const line = readingTimeLine(wordCount);
    return parts.map((part) => (part.kind === 'readingTime' ? { ...part, text: line, html: line } : part));
  };
}

/** One block for the heading, which title and description share, and one for each other part. */
function headBlocks(parts: readonly HeadPart[]): PageBlock[] {
  const isHeading = ({ kind }: HeadPart) => kind === 'title' || kind === 'description';
  const heading = parts.filter(isHeading);
  const blocks = heading.length === 0 ? [] : [headBlock(heading)];
  for (const part of parts) {
    if (isHeading(part)) continue;
    const block = headBlock([part], blocks.at(-1));
    if (block.html !== '') blocks.push(block);
  }
  return blocks;
}

/** A part without a key gets an empty span after the previous block. */
function headBlock(parts: readonly HeadPart[], previous?: PageBlock): PageBlock {
  const span = parts.find((part) => part.span)?.span ?? { from: previous?.to ?? 0, to: previous?.to ?? 0 };
  return {
    html: htmlWithDirection(headHtml(parts, { resolveImage: (url) => url })),
    from: span.from,
    to: span.to,
    itemOffsets: [],
  };
}
