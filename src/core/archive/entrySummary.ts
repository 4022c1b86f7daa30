import { anchorOf, candidateLines, reserveAnchor, startOfLineText, type UsedAnchors } from '../entry/anchor.ts';
import type { Block, BlockKind, Entry, Link } from '../entry/entry.ts';
import { findKey, scalarValue } from '../entry/keys.ts';
import { parseEntry } from '../entry/parse.ts';
import { visibleText } from '../entry/visibleText.ts';
import { hostAt } from '../urls/url.ts';
import { pageHashAt } from './pageHash.ts';
import { tagsIn } from './tags.ts';

/** What the archive stores of an entry in addition to its day. */
export interface Summary<Citation = CitationSummary> {
  readonly title: string;
  readonly tags: readonly string[];
  /** Every block that readers see as text, in order. */
  readonly items: readonly ItemSummary<Citation>[];
}

/** What the archive stores of a section, bullet, notable, heading or paragraph. */
export interface ItemSummary<Citation = CitationSummary> {
  readonly kind: BlockKind;
  /** Start offset of its block in the file. */
  readonly from: number;
  /** `1/`; empty without a label. */
  readonly label: string;
  /** `Mayor resigns`, as readers see it; empty without a headline. */
  readonly headline: string;
  /** The first words as readers see them, with the label and the whole headline: `1/ Mayor resigns. She left`. Enough to make an anchor. */
  readonly lead: string;
  readonly citations: readonly Citation[];
}

/** What the archive stores of a citation. */
export interface CitationSummary {
  readonly outlet: string;
  readonly host: string;
  /** The hash of the cited page (see `pageHash`). */
  readonly page: number;
}

/** Summarizes an entry, in a fraction of the time it takes to parse it. */
export function summarize(entry: Entry): Summary {
  const { items, ...rest } = summaryWithLinks(entry);
  return {
    ...rest,
    items: items.map((item) => ({
      ...item,
      citations: item.citations.flatMap((link) => citationOf(entry.text, link)),
    })),
  };
}

/** The summary with its citations as the links they are: all of them whole, but some without a web address. */
export function summaryWithLinks({ text, frontMatter, blocks }: Entry): Summary<Link> {
  const title = findKey(frontMatter, 'title');
  const tags = findKey(frontMatter, 'tags');
  return {
    title: title ? scalarValue(text, title) : '',
    tags: tags ? tagsIn(text.slice(tags.value.from, tags.value.to)) : [],
    items: itemsOf(text, blocks),
  };
}

/** The anchors of an entry, like `anchorsOf` its summary, but without the cost of summarizing its citations. */
export function anchorsOfEntry({ text, blocks }: Entry): readonly string[] | undefined {
  return anchorsOf({ items: itemsOf(text, blocks) });
}

function itemsOf(text: string, blocks: readonly Block[]): readonly ItemSummary<Link>[] {
  const items: ItemSummary<Link>[] = [];
  for (const block of blocks) {
    if (HIDDEN_KINDS.has(block.kind)) continue;
    items.push(itemOf(text, block));
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
export function anchorsOf({ items }: Pick<Summary<unknown>, 'items'>): readonly string[] | undefined {
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

function itemOf(text: string, block: Block): ItemSummary<Link> {
  const { kind, from, content, links, headline } = block;
  const citations = citedLinks(block);
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
function laterParagraphs(text: string, { kind, content, links }: Block): ItemSummary<Link>[] {
  const emptyLines = text.slice(content.from, content.to).matchAll(/\n[ \t]*>[ \t]*(?=\r?\n)/g);
  return Array.from(emptyLines, ({ 0: emptyLine, index }) => {
    const from = content.from + index + emptyLine.length;
    const laterLinks = links.filter((link) => link.from >= from);
    const lead = visibleText(text, { from, to: content.to }, laterLinks, LEAD_CHARS).trimStart();
    return { kind, from, label: '', headline: '', lead, citations: [] };
  });
}

/** The whole links among the citations of a block. */
function citedLinks({ wellFormed, links, citationGroups }: Block): readonly Link[] {
  if (wellFormed) return links; // all of them are citations
  const cited: Link[] = [];
  for (const { pieces } of citationGroups) {
    for (const piece of pieces) if (piece.kind === 'citation' && piece.link.form === 'whole') cited.push(piece.link);
  }
  return cited;
}

/** Empty if the link has no web address. */
function citationOf(text: string, { name, address }: Link): readonly CitationSummary[] {
  const host = hostAt(text, address);
  const page = pageHashAt(text, address);
  if (host === undefined || page === undefined) return [];
  return [{ outlet: text.slice(name.from, name.to).trim(), host, page }];
}
