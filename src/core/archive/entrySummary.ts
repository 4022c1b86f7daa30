import { anchorOf, candidateLines, reserveAnchor, startOfLineText, type UsedAnchors } from '../entry/anchor.ts';
import type { Block, BlockKind, Entry, Link } from '../entry/entry.ts';
import { findKey, scalarValue } from '../entry/keys.ts';
import { parseEntry } from '../entry/parse.ts';
import { visibleText } from '../entry/visibleText.ts';
import { hostAt } from '../urls/url.ts';
import { pageHashes } from './pageHash.ts';
import { tagsIn } from './tags.ts';

/** What the archive stores of an entry in addition to its day. */
export interface Summary {
  readonly title: string;
  readonly tags: readonly string[];
  /** Every block that readers see as text, in order. */
  readonly items: readonly ItemSummary[];
}

/** What the archive stores of a section, bullet, notable, heading or paragraph. */
export interface ItemSummary {
  readonly kind: BlockKind;
  /** Start offset of its block in the file. */
  readonly from: number;
  /** `1/`; empty without a label. */
  readonly label: string;
  /** `Mayor resigns`, as readers see it; empty without a headline. */
  readonly headline: string;
  /** The first words as readers see them, with the label and the whole headline: `1/ Mayor resigns. She left`. Enough to make an anchor. */
  readonly lead: string;
  readonly citations: readonly CitationSummary[];
}

/** What the archive stores of a citation. */
export interface CitationSummary {
  readonly outlet: string;
  readonly host: string;
  /** The hash of the cited page (see `pageHashes`). */
  readonly page: number;
}

/** Summarizes an entry, in a fraction of the time it takes to parse it. */
export function summarize({ text, frontMatter, blocks }: Entry): Summary {
  const title = findKey(frontMatter, 'title');
  const tags = findKey(frontMatter, 'tags');
  return {
    title: title ? scalarValue(text, title) : '',
    tags: tags ? tagsIn(text.slice(tags.value.from, tags.value.to)) : [],
    items: itemsOf(text, blocks, citationsIn(text, blocks)),
  };
}

/** The anchors of an entry, like `anchorsOf` its summary, but without the cost of summarizing its citations. */
export function anchorsOfEntry({ text, blocks }: Entry): readonly string[] | undefined {
  return anchorsOf({ items: itemsOf(text, blocks, []) });
}

function itemsOf(
  text: string,
  blocks: readonly Block[],
  citations: readonly (readonly CitationSummary[])[],
): readonly ItemSummary[] {
  const items: ItemSummary[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (!block || HIDDEN_KINDS.has(block.kind)) continue;
    items.push(itemOf(text, block, citations[index] ?? NO_CITATIONS));
    if (block.kind === 'quote') items.push(...laterParagraphs(text, block));
  }
  return items;
}

/** Whether an item of the text certainly has the anchor. Only looks at a line or two: if the result is false, an item may still have it. */
export function definitelyHasAnchor(text: string, anchor: string): boolean {
  return candidateLines(text, anchor).some((line) => startsWithAnchor(line, anchor));
}

/** Whether the item that starts at the beginning of the text certainly has the anchor. Only looks at its first line. */
export function startsWithAnchor(text: string, anchor: string): boolean {
  const line = startOfLineText(text, 0);
  return PLAIN_SECTION.test(line)
    ? anchorOf(visibleText(line, { from: 0, to: line.length }, [], LEAD_CHARS)) === anchor
    : (anchorsOfEntry(parseEntry(`\n${line}`))?.includes(anchor) ?? false);
}

/** A numbered section without links: its visible text is known without parsing it. */
const PLAIN_SECTION = /^\d+\/ [^[]*$/;

/** The anchors of an entry as the site makes them, and a few more that it may make; undefined if raw HTML may hold others. */
export function anchorsOf({ items }: Pick<Summary, 'items'>): readonly string[] | undefined {
  const anchors: UsedAnchors = new Map();
  let footnotes = 0;
  for (const { kind, lead } of items) {
    if (kind === 'html') return undefined;
    const anchor = anchorOf(lead);
    reserveAnchor(anchor, anchors);
    // The first line of a quote's paragraph may be a heading.
    if (kind === 'quote' && lead.includes('\n')) reserveAnchor(anchorOf(lead.slice(0, lead.indexOf('\n'))), anchors);
    // In a list with blank lines between its items, each item holds a paragraph with an anchor of its own.
    if (kind === 'bullet' || kind === 'ordered' || kind === 'footnote') reserveAnchor(anchor, anchors);
    if (kind === 'footnote') {
      footnotes++;
      reserveAnchor(`fn${footnotes}`, anchors);
      reserveAnchor(`fnref${footnotes}`, anchors);
    }
  }
  anchors.delete('');
  return [...anchors.keys()];
}

const HIDDEN_KINDS: ReadonlySet<BlockKind> = new Set<BlockKind>(['divider', 'tweet', 'marker', 'code', 'definition']);

/** More letters and digits than an anchor holds, because it drops apostrophes and merges repeated signs. */
const LEAD_CHARS = 48;

function itemOf(text: string, block: Block, citations: readonly CitationSummary[]): ItemSummary {
  const { kind, from, content, links, headline } = block;
  const start = block.label?.from ?? content.from;
  const label = block.label ? text.slice(start, block.label.to) : '';
  if (kind === 'html') return { kind, from, label, headline: '', lead: '', citations };
  if (!headline?.close) {
    const lead = visibleText(text, { from: start, to: content.to }, links, LEAD_CHARS);
    return { kind, from, label, headline: '', lead, citations };
  }
  const words = visibleText(text, headline.words, links);
  let lead = visibleText(text, { from: start, to: headline.from }, links) + words;
  if (lead.length < LEAD_CHARS) lead += visibleText(text, { from: headline.to, to: content.to }, links, LEAD_CHARS);
  return { kind, from, label, headline: words, lead, citations };
}

/** The paragraphs of a quote after its first. */
function laterParagraphs(text: string, { kind, content, links }: Block): ItemSummary[] {
  const emptyLines = text.slice(content.from, content.to).matchAll(/\n[ \t]*>[ \t]*(?=\r?\n)/g);
  return Array.from(emptyLines, ({ 0: emptyLine, index }) => {
    const from = content.from + index + emptyLine.length;
    const laterLinks = links.filter((link) => link.from >= from);
    const lead = visibleText(text, { from, to: content.to }, laterLinks, LEAD_CHARS).trimStart();
    return { kind, from, label: '', headline: '', lead, citations: NO_CITATIONS };
  });
}

const NO_CITATIONS: readonly CitationSummary[] = [];

/** The complete citations of each block, in the order of the blocks. */
function citationsIn(text: string, blocks: readonly Block[]): readonly (readonly CitationSummary[])[] {
  const links: Link[] = [];
  const addresses: string[] = [];
  const blockEnds: number[] = []; // for each block, the index after its last link
  for (const { citationGroups } of blocks) {
    for (let group = 0; group < citationGroups.length; group++) {
      const pieces = citationGroups[group]?.pieces ?? [];
      for (let at = 0; at < pieces.length; at++) {
        const piece = pieces[at];
        if (piece?.kind !== 'citation' || piece.link.form !== 'whole') continue;
        const { link } = piece;
        links.push(link);
        addresses.push(text.slice(link.address.from, link.address.to));
      }
    }
    blockEnds.push(links.length);
  }
  const pages = pageHashes(addresses);
  let next = 0;
  return blockEnds.map((end) => {
    if (end === next) return NO_CITATIONS;
    const citations: CitationSummary[] = [];
    for (; next < end; next++) {
      const link = links[next];
      const page = pages[next];
      if (!link || page === undefined) continue;
      const host = hostAt(text, link.address);
      if (host !== undefined) citations.push({ outlet: text.slice(link.name.from, link.name.to).trim(), host, page });
    }
    return citations;
  });
}
