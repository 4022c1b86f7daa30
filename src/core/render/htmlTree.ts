import { escapeHtml } from './commonmark/escape.ts';

/** A piece of HTML: text, with its references decoded, or an element. */
export type HtmlNode = string | HtmlElement;

export interface HtmlElement {
  /** In lower case. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly HtmlNode[];
}

/** The nodes as HTML that every browser reads back as these nodes. */
export function writeHtml(nodes: readonly HtmlNode[]): string {
  let html = '';
  for (const node of nodes) {
    if (typeof node === 'string') {
      html += escapeHtml(node);
      continue;
    }
    html += `<${node.name}`;
    for (const [name, value] of node.attributes) html += ` ${name}="${escapeHtml(value)}"`;
    html += isVoid(node.name) ? '>' : `>${writeHtml(node.children)}</${node.name}>`;
  }
  return html;
}

/** The text of the nodes, as the document's `textContent` has it. */
export function shownText(nodes: readonly HtmlNode[]): string {
  let text = '';
  for (const node of nodes) text += typeof node === 'string' ? node : shownText(node.children);
  return text;
}

/** The nodes with each element changed by `change`, from the inside out; what it gives takes the element's place. */
export function mapElements(
  nodes: readonly HtmlNode[],
  change: (element: HtmlElement) => readonly HtmlNode[],
): readonly HtmlNode[] {
  return nodes.flatMap((node) =>
    typeof node === 'string' ? node : change({ ...node, children: mapElements(node.children, change) }),
  );
}

/** Whether such an element has no content and no end tag. */
export function isVoid(name: string): boolean {
  return name === 'br' || name === 'hr' || name === 'img' || name === 'wbr' || name === 'col';
}
