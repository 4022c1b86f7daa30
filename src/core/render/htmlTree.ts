import { escapeHtml } from './commonmark/escape.ts';

/** An element, or text with its character references decoded. */
export type HtmlNode = string | HtmlElement;

export interface HtmlElement {
  /** In lower case. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly HtmlNode[];
}

/** Writes the nodes as HTML that every browser parses into the same nodes. */
export function serializeHtml(nodes: readonly HtmlNode[]): string {
  let html = '';
  for (const node of nodes) {
    if (typeof node === 'string') {
      html += escapeHtml(node);
      continue;
    }
    html += `<${node.name}`;
    for (const [name, value] of node.attributes) html += ` ${name}="${escapeHtml(value)}"`;
    html += isVoidElement(node.name) ? '>' : `>${serializeHtml(node.children)}</${node.name}>`;
  }
  return html;
}

/** The text of the nodes, like the DOM's `textContent`. */
export function textContent(nodes: readonly HtmlNode[]): string {
  let text = '';
  for (const node of nodes) text += typeof node === 'string' ? node : textContent(node.children);
  return text;
}

/** Replaces each element by what `change` returns for it. Children are replaced before their parents. */
export function mapElements(
  nodes: readonly HtmlNode[],
  change: (element: HtmlElement) => readonly HtmlNode[],
): readonly HtmlNode[] {
  return nodes.flatMap((node) =>
    typeof node === 'string' ? node : change({ ...node, children: mapElements(node.children, change) }),
  );
}

/** Whether the element has no content and no end tag. */
export function isVoidElement(name: string): boolean {
  return name === 'br' || name === 'hr' || name === 'img' || name === 'wbr' || name === 'col';
}
