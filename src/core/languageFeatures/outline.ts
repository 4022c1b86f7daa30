import type { Block, Entry } from '../entry/entry.ts';
import { allItems, type Item, type ItemKind, zonesOf } from '../entry/items.ts';
import { visibleText } from '../entry/visibleText.ts';
import { lastStart } from '../lint/prose.ts';
import { leadSentence } from '../lint/sections/items.ts';
import { endOfLine, startOfLine } from '../text/lineBounds.ts';
import { contains, type Span } from '../text/text.ts';

/** A line of an entry's outline. Its span is the whole item with all that belongs to it, or a heading with what it heads. */
export interface OutlineNode extends Span {
  readonly kind: ItemKind | 'heading';
  /** `1/`, `poll/`, `TK/`; empty for what has none. */
  readonly label: string;
  /** The headline's words, else the first sentence; without markup. Empty where nothing is written yet. */
  readonly headline: string;
  /** The first line of it, without indent: what to show when it is picked. */
  readonly line: Span;
  /** How many citations it has, its children's not counted. */
  readonly sources: number;
  readonly children: readonly OutlineNode[];
}

/** The items of an entry as a tree: bullets in their sections, notables and what else follows a heading in that. */
export function outline(entry: Entry): OutlineNode[] {
  const roots: OutlineNode[] = [];
  let nodes = roots; // of the part that a zone is in
  let before: number | undefined;
  for (const { part, heading, items } of zonesOf(entry)) {
    if (part !== before) {
      nodes = heading ? [] : roots;
      if (heading) roots.push(headingNode(entry, heading, nodes));
    }
    for (const item of items) nodes.push(itemNode(entry, item));
    before = part;
  }
  return roots;
}

function itemNode(entry: Entry, item: Item): OutlineNode {
  const { kind, head, from, to, blocks } = item;
  const { label } = head;
  return {
    kind,
    from,
    to,
    label: label ? `${entry.text.slice(label.name.from, label.name.to)}/` : '',
    headline: headlineOf(entry, head),
    line: lineOf(entry, head),
    sources: blocks.reduce((sum, { citations }) => sum + countSources(citations), 0),
    children: item.children.map((child) => itemNode(entry, child)),
  };
}

function headingNode(entry: Entry, heading: Block, children: readonly OutlineNode[]): OutlineNode {
  const { text, blocks } = entry;
  let last = heading;
  for (let index = lastStart(blocks, heading.from) + 1; index < blocks.length; index++) {
    const block = blocks[index];
    if (!block || block.kind === 'heading' || block.kind === 'divider') break;
    if (block.kind !== 'signoff') last = block;
  }
  return {
    kind: 'heading',
    from: startOfLine(text, heading.from),
    to: endOfLine(text, last.to),
    label: '',
    headline: visibleText(text, heading.story, heading.links).trim(),
    line: lineOf(entry, heading),
    sources: 0,
    children,
  };
}

function lineOf({ text }: Entry, { from, to }: Block): Span {
  return { from, to: Math.min(to, endOfLine(text, from)) };
}

function countSources(groups: Block['citations']): number {
  let count = 0;
  for (const { pieces } of groups) for (const { kind } of pieces) if (kind === 'citation') count++;
  return count;
}

function headlineOf(entry: Entry, head: Block): string {
  const { story, headline, links } = head;
  if (story.from === story.to) return '';
  const { text } = entry;
  const words =
    visibleText(text, headline?.words ?? leadSentence(entry, head), links) || visibleText(text, story, links);
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, Math.max(1, line.lastIndexOf(' ', LONGEST)))}…` : line;
}

const LONGEST = 140;

/** What can be folded: the front matter, headings, items of more than a line. Each from a line's start to a line's end. */
export function foldings(entry: Entry): Span[] {
  const { text, frontMatter } = entry;
  const found: Span[] = [];
  if (frontMatter?.close) found.push({ from: frontMatter.from, to: frontMatter.close.to });
  for (const node of outline(entry)) if (node.kind === 'heading') found.push(node);
  for (const item of allItems(entry)) found.push({ from: item.head.from, to: item.to });
  return found.filter(({ from, to }) => endOfLine(text, from) < to).map(({ from, to }) => ({ from, to }));
}

/**
 * What holds an offset, from the innermost to the whole text, each larger than the one before: outlet or address, citation, group
 * without and with its brackets, headline, story, item, item with its bullets, what stands between two dividers.
 */
export function spansAround(entry: Entry, offset: number): Span[] {
  const here = { from: offset, to: offset };
  const chain: Span[] = [];
  for (const span of candidates(entry, offset)) {
    const last = chain.at(-1) ?? here;
    const isLarger = span.to - span.from > last.to - last.from;
    if (isLarger && contains(span, last)) chain.push({ from: span.from, to: span.to });
  }
  return chain;
}

function* candidates(entry: Entry, offset: number): Generator<Span> {
  const { text, frontMatter, blocks, body } = entry;
  for (const key of frontMatter?.keys ?? []) {
    yield key.value;
    yield key;
  }
  if (frontMatter) {
    yield frontMatter.content;
    yield frontMatter;
  }
  const block = blocks.find(({ from, to }) => from <= offset && offset <= to);
  if (block) yield* inBlock(block);
  const items = allItems(entry).filter(({ from, to }) => from <= offset && offset <= to);
  for (const { own, from, to } of items.toReversed()) {
    yield own;
    yield { from, to };
  }
  for (const node of outline(entry)) if (node.kind === 'heading') yield node;
  yield body;
  yield { from: 0, to: text.length };
}

function* inBlock(block: Block): Generator<Span> {
  const { label, headline, story, links, citations } = block;
  for (const link of links) {
    yield link.name;
    yield link.address;
    yield link;
  }
  for (const group of citations) {
    const first = group.pieces[0];
    const last = group.pieces.at(-1);
    if (first?.kind === 'open' && last?.kind === 'close') yield { from: first.to, to: last.from };
    yield group;
  }
  if (headline) {
    yield headline.words;
    yield headline;
  }
  if (label) {
    yield label.name;
    yield label;
  }
  yield { from: story.from, to: proseEnd(block) };
  yield story;
  yield block;
}

/** The end of a story's sentences, before the group that ends it. */
function proseEnd({ story, citations }: Block): number {
  const last = citations.at(-1);
  return last && last.to === story.to && last.from > story.from ? last.from : story.to;
}
