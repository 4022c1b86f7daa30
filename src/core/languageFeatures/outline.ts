import type { Block, Entry } from '../entry/entry.ts';
import { type Item, type ItemKind, itemRunsOf } from '../entry/items.ts';
import { visibleText } from '../entry/visibleText.ts';
import { indexOfLastStart } from '../lint/prose.ts';
import { leadSentence } from '../lint/sections/leadSentence.ts';
import { endOfLine, startOfLine } from '../text/lineBounds.ts';
import type { Span } from '../text/text.ts';
import { citationLinks } from './citationLinks.ts';

/** A node of an entry's outline. Its span is the whole item with its children, or a heading with everything below it. */
export interface OutlineNode extends Span {
  readonly kind: ItemKind | 'heading';
  /** `1/`, `poll/`, `TK/`; empty without a label. */
  readonly label: string;
  /** The words of the headline, or else the first sentence, as readers see them; empty if nothing is written yet. */
  readonly headline: string;
  /** The first line without its indent; the editor shows it when the node is selected. */
  readonly line: Span;
  /** The number of citations, without those of its children. */
  readonly citationCount: number;
  readonly children: readonly OutlineNode[];
}

/** The items of an entry as a tree: bullets inside their sections, and items after a heading, such as notables, inside that. */
export function outline(entry: Entry): OutlineNode[] {
  const roots: OutlineNode[] = [];
  let siblings = roots; // in the part of the current item run
  let previousPart: number | undefined;
  for (const { part, heading, items } of itemRunsOf(entry)) {
    if (part !== previousPart) {
      siblings = heading ? [] : roots;
      if (heading) roots.push(headingNode(entry, heading, siblings));
    }
    for (const item of items) siblings.push(itemNode(entry, item));
    previousPart = part;
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
    line: firstLineOf(entry, head),
    citationCount: blocks.reduce((sum, block) => sum + citationLinks(block).length, 0),
    children: item.children.map((child) => itemNode(entry, child)),
  };
}

function headingNode(entry: Entry, heading: Block, children: readonly OutlineNode[]): OutlineNode {
  const { text, blocks } = entry;
  let lastBlock = heading;
  for (let index = indexOfLastStart(blocks, heading.from) + 1; index < blocks.length; index++) {
    const block = blocks[index];
    if (!block || block.kind === 'heading' || block.kind === 'divider') break;
    if (block.kind !== 'signoff') lastBlock = block;
  }
  return {
    kind: 'heading',
    from: startOfLine(text, heading.from),
    to: endOfLine(text, lastBlock.to),
    label: '',
    headline: visibleText(text, heading.content, heading.links).trim(),
    line: firstLineOf(entry, heading),
    citationCount: 0,
    children,
  };
}

function firstLineOf({ text }: Entry, { from, to }: Block): Span {
  return { from, to: Math.min(to, endOfLine(text, from)) };
}

function headlineOf(entry: Entry, head: Block): string {
  const { content, headline, links } = head;
  if (content.from === content.to) return '';
  const { text } = entry;
  const words =
    visibleText(text, headline?.words ?? leadSentence(entry, head), links) || visibleText(text, content, links);
  const line = words.replace(/\s+/g, ' ').trim();
  if (line === '.') return ''; // an empty headline with its full stop, as Enter starts an item
  if (line.length <= MAX_HEADLINE_CHARS) return line;
  return `${line.slice(0, Math.max(1, line.lastIndexOf(' ', MAX_HEADLINE_CHARS)))}…`;
}

const MAX_HEADLINE_CHARS = 140;
