import type { TimeZone } from '../../dates/timeZone.ts';
import type { Entry } from '../../entry/entry.ts';
import type { Span } from '../../text/text.ts';
import { createBlockRenderer } from '../body.ts';
import { escapeHtml } from '../commonmark/escape.ts';
import { markedLiquid, quietTweet } from '../liquid.ts';
import { renderRichText } from './email.ts';
import { headHtml } from './headHtml.ts';
import { type HeadPart, pageHead } from './pageHead.ts';
import { renderText } from './plainText.ts';
import { countShownWords, readingLine } from './readingTime.ts';

/** What a preview can show: the page of the site, the mail that goes out, or its part without HTML. */
type Target = 'site' | 'email' | 'text';

/** A block of the page, and where in the entry its source stands; a block without a source of its own has no length. */
export interface ShownBlock extends Span {
  readonly html: string;
  /** Where in the entry its list items start; each is one `li`, in this order. */
  readonly items: readonly number[];
}

/** The page as blocks, each of which can be replaced on its own. */
export interface ShownPage {
  readonly head: readonly ShownBlock[];
  readonly body: readonly ShownBlock[];
}

export interface PreviewOptions {
  readonly target: Target;
  /** The zone that the site shows dates in; undefined shows them as they are written. */
  readonly zone: TimeZone | undefined;
}

/** Renders one version of an entry after the other; what has not changed since the one before is not rendered again. */
export function createPreviewRenderer(
  siteUrl: string | undefined,
): (entry: Entry, options: PreviewOptions) => ShownPage {
  const site = siteUrl === undefined ? {} : { siteUrl };
  const renderBlocks = createBlockRenderer({ ...site, tweet: quietTweet, unknown: markedLiquid });
  const words = createWordCount();
  const head = createHead();
  return (entry, { target, zone }) => {
    const { text, body } = entry;
    if (target === 'site') {
      const blocks = renderBlocks(text.slice(body.from, body.to)).map(({ html, from, to, items }) => ({
        html,
        from: body.from + from,
        to: body.from + to,
        items: items.map((start) => body.from + start),
      }));
      return { head: headBlocks(head(entry, zone, words(blocks))), body: blocks };
    }
    const options = { ...site, ...(zone && { zone }) };
    const html =
      target === 'email'
        ? inertStyles(renderRichText(entry, options))
        : `<pre>${escapeHtml(renderText(entry, options))}</pre>`;
    return { head: [], body: [{ html, from: 0, to: text.length, items: [] }] };
  };
}

/** The page's policy lets no style attribute act; the page's script puts these where they belong. */
function inertStyles(html: string): string {
  return html.replaceAll(' style="', ' data-style="');
}

/** Words are counted once for each block, however often it is shown. */
function createWordCount(): (blocks: readonly ShownBlock[]) => number {
  let known: ReadonlyMap<string, number> = new Map();
  return (blocks) => {
    const next = new Map<string, number>();
    let sum = 0;
    for (const { html } of blocks) {
      const words = next.get(html) ?? known.get(html) ?? countShownWords(html);
      next.set(html, words);
      sum += words;
    }
    known = next;
    return sum;
  };
}

/** Front matter is read anew only where it has changed; the words change with nearly every key. */
function createHead(): (entry: Entry, zone: TimeZone | undefined, words: number) => readonly HeadPart[] {
  let source: string | undefined;
  let readIn: TimeZone | undefined;
  let parts: readonly HeadPart[] = [];
  return (entry, zone, words) => {
    const written = entry.text.slice(0, entry.body.from);
    if (written !== source || zone !== readIn) {
      parts = pageHead(entry, { words, ...(zone && { zone }) });
      source = written;
      readIn = zone;
      return parts;
    }
    const line = readingLine(words);
    return parts.map((part) => (part.kind === 'readingTime' ? { ...part, text: line, html: line } : part));
  };
}

/** The heading, which two keys make, and a block for each other part. */
function headBlocks(parts: readonly HeadPart[]): ShownBlock[] {
  const isHeading = ({ kind }: HeadPart) => kind === 'title' || kind === 'description';
  const heading = parts.filter(isHeading);
  const blocks = heading.length === 0 ? [] : [blockOf(heading)];
  let above = blocks[0];
  for (const part of parts) {
    if (isHeading(part)) continue;
    const block = blockOf([part], above);
    if (block.html === '') continue;
    blocks.push(block);
    above = block;
  }
  return blocks;
}

/** What has no key of its own stands with what is above it. */
function blockOf(parts: readonly HeadPart[], above?: ShownBlock): ShownBlock {
  const span = parts.find((part) => part.span)?.span ?? { from: above?.to ?? 0, to: above?.to ?? 0 };
  return { html: headHtml(parts, { picture: (address) => address }), from: span.from, to: span.to, items: [] };
}
