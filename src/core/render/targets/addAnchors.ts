import { anchorOf, reserveAnchor, type UsedAnchors } from '../../entry/anchor.ts';
import { type HtmlElement, type HtmlNode, textContent } from '../htmlTree.ts';

/** Adds the ids that the site gives to paragraphs, list items and third-level headings without an id. */
export function addAnchors(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  const usedAnchors: UsedAnchors = new Map();
  collectIds(nodes, usedAnchors);
  return addAnchorsTo(nodes, usedAnchors);
}

function collectIds(nodes: readonly HtmlNode[], usedAnchors: UsedAnchors): void {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    const id = node.attributes.get('id');
    if (id !== undefined) usedAnchors.set(id, 1);
    collectIds(node.children, usedAnchors);
  }
}

/** Handles parents before children, because the first of two equal anchors gets no number. */
function addAnchorsTo(nodes: readonly HtmlNode[], usedAnchors: UsedAnchors): readonly HtmlNode[] {
  return nodes.map((node) => {
    if (typeof node === 'string') return node;
    const needsAnchor = ANCHORED_ELEMENTS.has(node.name) && !node.attributes.has('id');
    const anchor = needsAnchor ? uniqueAnchor(node, usedAnchors) : '';
    const attributes = anchor === '' ? node.attributes : new Map([['id', anchor], ...node.attributes]);
    return { ...node, attributes, children: addAnchorsTo(node.children, usedAnchors) };
  });
}

function uniqueAnchor({ children }: HtmlElement, usedAnchors: UsedAnchors): string {
  const text = textContent(children).trimStart().slice(0, MAX_ANCHOR_SOURCE_CHARS);
  return reserveAnchor(anchorOf(text), usedAnchors);
}

const ANCHORED_ELEMENTS: ReadonlySet<string> = new Set(['p', 'li', 'h3']);

/** How much of the text the anchor is made of. An anchor is much shorter, but punctuation in the text collapses. */
const MAX_ANCHOR_SOURCE_CHARS = 400;
