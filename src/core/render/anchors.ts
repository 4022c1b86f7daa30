import { anchorOf } from '../anchor.ts';
import { type HtmlElement, type HtmlNode, shownText } from './htmlTree.ts';

/** The nodes with the anchors, as ids, that the site gives to paragraphs, list items and third-level headings that have none. */
export function withAnchors(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  const taken: Taken = new Map();
  collectIds(nodes, taken);
  return addAnchors(nodes, taken);
}

/** The anchors that are given away, each with the number that the next one alike may get. */
type Taken = Map<string, number>;

function collectIds(nodes: readonly HtmlNode[], taken: Taken): void {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    const id = node.attributes.get('id');
    if (id !== undefined) taken.set(id, 1);
    collectIds(node.children, taken);
  }
}

/** From the outside in, as the elements begin: that settles which of two alike gets a number. */
function addAnchors(nodes: readonly HtmlNode[], taken: Taken): readonly HtmlNode[] {
  return nodes.map((node) => {
    if (typeof node === 'string') return node;
    const anchor = ANCHORED.has(node.name) && !node.attributes.has('id') ? freeAnchor(node, taken) : '';
    const attributes = anchor === '' ? node.attributes : new Map([['id', anchor], ...node.attributes]);
    return { ...node, attributes, children: addAnchors(node.children, taken) };
  });
}

function freeAnchor({ children }: HtmlElement, taken: Taken): string {
  const base = anchorOf(shownText(children).trimStart().slice(0, ENOUGH));
  let anchor = base;
  let count = taken.get(base);
  if (count !== undefined) {
    while (taken.has(`${base}-${count}`)) count++;
    anchor = `${base}-${count}`;
    taken.set(base, count + 1);
  }
  taken.set(anchor, 1);
  return anchor;
}

const ANCHORED: ReadonlySet<string> = new Set(['p', 'li', 'h3']);

/** Of a text this much makes the anchor: signs that collapse leave more than its length. */
const ENOUGH = 400;
