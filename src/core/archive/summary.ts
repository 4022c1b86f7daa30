import { anchorOf, linesFor, type TakenAnchors, takeAnchor } from '../entry/anchor.ts';
import type { Block, BlockKind, Entry, Link } from '../entry/entry.ts';
import { keyOf, scalar } from '../entry/frontMatter.ts';
import { parseEntry } from '../entry/parse.ts';
import { visibleText } from '../entry/visibleText.ts';
import { hostAt } from '../urls/url.ts';
import { pageNumbers } from './pageIndex.ts';
import { tagsIn } from './tags.ts';

/** What the archive keeps of one entry beside its day. */
export interface Summary {
  readonly title: string;
  readonly tags: readonly string[];
  /** Everything that a reader sees as a text of its own, in order. */
  readonly items: readonly ItemSummary[];
}

/** What is kept of a section, a bullet, a notable, a heading or a paragraph. */
export interface ItemSummary {
  readonly kind: BlockKind;
  /** Where its block begins in the file. */
  readonly from: number;
  /** `1/`; empty where it has none. */
  readonly label: string;
  /** `Mayor resigns`, as readers see it; empty where it has none. */
  readonly headline: string;
  /** How it begins for a reader, label and whole headline included: `1/ Mayor resigns. She left`. An anchor takes no more. */
  readonly lead: string;
  readonly citations: readonly CitationSummary[];
}

/** What is kept of a citation. */
export interface CitationSummary {
  readonly outlet: string;
  readonly host: string;
  /** Stands for the page (see `pageNumbers`): two addresses of one page have the same. */
  readonly page: number;
}

/** The summary of an entry. Costs a fraction of what parsing it did. */
export function summarize({ text, frontMatter, blocks }: Entry): Summary {
  const title = keyOf(frontMatter, 'title');
  const tags = keyOf(frontMatter, 'tags');
  return {
    title: title ? scalar(text, title) : '',
    tags: tags ? tagsIn(text.slice(tags.value.from, tags.value.to)) : [],
    items: itemsOf(text, blocks, citationsIn(text, blocks)),
  };
}

/** Every place of an entry that a link can lead to, as `anchorsOf` its summary, for which its citations need not be looked at. */
export function anchorsOfEntry({ text, blocks }: Entry): readonly string[] | undefined {
  return anchorsOf({ items: itemsOf(text, blocks, []) });
}

function itemsOf(
  text: string,
  blocks: readonly Block[],
  cited: readonly (readonly CitationSummary[])[],
): readonly ItemSummary[] {
  const items: ItemSummary[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (!block || UNSEEN.has(block.kind)) continue;
    items.push(itemOf(text, block, cited[index] ?? NONE));
    if (block.kind === 'quote') items.push(...laterParagraphs(text, block));
  }
  return items;
}

/** Whether an item of the text plainly has the anchor. Looks at a line or two; where it says no, it may have it all the same. */
export function plainlyHas(text: string, anchor: string): boolean {
  return linesFor(text, anchor).some((line) =>
    PLAIN.test(line)
      ? anchorOf(visibleText(line, { from: 0, to: line.length }, [], ENOUGH)) === anchor
      : anchorsOfEntry(parseEntry(`\n${line}`))?.includes(anchor),
  );
}

/** A numbered item without a link: nothing of it need be parsed to know what is shown. */
const PLAIN = /^\d+\/ [^[]*$/;

/** The anchors of an entry as the site makes them, and a few more; undefined where raw HTML may hold others. */
export function anchorsOf({ items }: Pick<Summary, 'items'>): readonly string[] | undefined {
  const taken: TakenAnchors = new Map();
  let notes = 0;
  for (const { kind, lead } of items) {
    if (kind === 'html') return undefined;
    const anchor = anchorOf(lead);
    takeAnchor(anchor, taken);
    // What looks like one paragraph in a quote may be a heading and what follows it.
    if (kind === 'quote' && lead.includes('\n')) takeAnchor(anchorOf(lead.slice(0, lead.indexOf('\n'))), taken);
    // Where blank lines part the items of a list, each holds a paragraph, with an anchor of its own.
    if (kind === 'bullet' || kind === 'ordered' || kind === 'footnote') takeAnchor(anchor, taken);
    if (kind === 'footnote') {
      notes++;
      takeAnchor(`fn${notes}`, taken);
      takeAnchor(`fnref${notes}`, taken);
    }
  }
  taken.delete('');
  return [...taken.keys()];
}

const UNSEEN: ReadonlySet<BlockKind> = new Set<BlockKind>(['divider', 'tweet', 'marker', 'code']);

/** So many letters and digits fill an anchor, with some to spare: an apostrophe goes, and of several signs one stays. */
const ENOUGH = 48;

function itemOf(text: string, block: Block, citations: readonly CitationSummary[]): ItemSummary {
  const { kind, from, story, links, headline } = block;
  const start = block.label?.from ?? story.from;
  const label = block.label ? text.slice(start, block.label.to) : '';
  if (kind === 'html') return { kind, from, label, headline: '', lead: '', citations };
  if (!headline?.close) {
    const lead = visibleText(text, { from: start, to: story.to }, links, ENOUGH);
    return { kind, from, label, headline: '', lead, citations };
  }
  const words = visibleText(text, headline.words, links);
  let lead = visibleText(text, { from: start, to: headline.from }, links) + words;
  if (lead.length < ENOUGH) lead += visibleText(text, { from: headline.to, to: story.to }, links, ENOUGH);
  return { kind, from, label, headline: words, lead, citations };
}

/** Those of a quote, behind its first. */
function laterParagraphs(text: string, { kind, story, links }: Block): ItemSummary[] {
  const breaks = text.slice(story.from, story.to).matchAll(/\n[ \t]*>[ \t]*(?=\r?\n)/g);
  return Array.from(breaks, ({ 0: empty, index }) => {
    const from = story.from + index + empty.length;
    const own = links.filter((link) => link.from >= from);
    const lead = visibleText(text, { from, to: story.to }, own, ENOUGH).trimStart();
    return { kind, from, label: '', headline: '', lead, citations: NONE };
  });
}

const NONE: readonly CitationSummary[] = [];

/** The whole citations of each block, in the order of the blocks. */
function citationsIn(text: string, blocks: readonly Block[]): readonly (readonly CitationSummary[])[] {
  const links: Link[] = [];
  const addresses: string[] = [];
  const ends: number[] = []; // up to which link each block has them
  for (const { citations } of blocks) {
    for (const { pieces } of citations) {
      for (const piece of pieces) {
        if (piece.kind !== 'citation' || piece.link.form !== 'whole') continue;
        const { link } = piece;
        links.push(link);
        addresses.push(text.slice(link.address.from, link.address.to));
      }
    }
    ends.push(links.length);
  }
  const pages = pageNumbers(addresses);
  let next = 0;
  return ends.map((end) => {
    if (end === next) return NONE;
    const cited: CitationSummary[] = [];
    for (; next < end; next++) {
      const link = links[next];
      const page = pages[next];
      if (!link || page === undefined) continue;
      const host = hostAt(text, link.address);
      if (host !== undefined) cited.push({ outlet: text.slice(link.name.from, link.name.to).trim(), host, page });
    }
    return cited;
  });
}
