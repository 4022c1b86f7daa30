import { anchorOf, type TakenAnchors, takeAnchor } from '../../entry/anchor.ts';
import { type HtmlElement, type HtmlNode, shownText } from '../htmlTree.ts';

/** The nodes with the anchors, as ids, that the site gives to paragraphs, list items and third-level headings that have none. */
export function withAnchors(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  const taken: TakenAnchors = new Map();
  collectIds(nodes, taken);
  return addAnchors(nodes, taken);
}

function collectIds(nodes: readonly HtmlNode[], taken: TakenAnchors): void {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    const id = node.attributes.get('id');
    if (id !== undefined) taken.set(id, 1);
    collectIds(node.children, taken);
  }
}

/** From the outside in, as the elements begin: that settles which of two alike gets a number. */
function addAnchors(nodes: readonly HtmlNode[], taken: TakenAnchors): readonly HtmlNode[] {
  return nodes.map((node) => {
    if (typeof node === 'string') return node;
    const anchor = ANCHORED.has(node.name) && !node.attributes.has('id') ? freeAnchor(node, taken) : '';
    const attributes = anchor === '' ? node.attributes : new Map([['id', anchor], ...node.attributes]);
    return { ...node, attributes, children: addAnchors(node.children, taken) };
  });
}

function freeAnchor({ children }: HtmlElement, taken: TakenAnchors): string {
  return takeAnchor(anchorOf(shownText(children).trimStart().slice(0, ENOUGH)), taken);
}

const ANCHORED: ReadonlySet<string> = new Set(['p', 'li', 'h3']);

/** Of a text this much makes the anchor: signs that collapse leave more than its length. */
const ENOUGH = 400;
