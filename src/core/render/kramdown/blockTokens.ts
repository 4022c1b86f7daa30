import Parser, { type Token } from 'markdown-it';
import type { KramdownDocument } from './document.ts';
import type { Element } from './element.ts';
import { writeHtml } from './html/writeHtml.ts';
import { readSpans } from './parseDocument.ts';

/** What the token of a top-level block holds. */
interface BlockMeta extends Record<string, unknown> {
  readonly kramdown: { readonly document: KramdownDocument; readonly elements: readonly Element[] };
}

/**
 * The tokens of a document: one pair for each top-level block with the lines of its source, around one for each list item in it. Blocks
 * that share a line, as text after an end tag does, share their tokens. What is written at the end has a token without lines.
 */
export function blockTokens(document: KramdownDocument): Token[] {
  const tokens: Token[] = [];
  for (const elements of groupByLines(document.root.children)) {
    const [first] = elements;
    const open = createToken('kramdown_block_open', 1, [first?.line ?? 0, elements.at(-1)?.endLine ?? 0]);
    open.meta = { kramdown: { document, elements } } satisfies BlockMeta;
    const items: number[] = [];
    for (const element of elements) addItemLines(document, element, items);
    tokens.push(open);
    for (const line of items) tokens.push(createToken('list_item_open', 0, [line, line + 1]));
    tokens.push(createToken('kramdown_block_close', -1));
  }
  if (document.htmlAtEnd !== '') {
    const end = createToken('html_block', 0);
    end.content = document.htmlAtEnd;
    tokens.push(end);
  }
  return tokens;
}

/** Writes the tokens of one block or of several. */
export function writeTokens(tokens: readonly Token[]): string {
  let html = '';
  for (const { type, meta, content } of tokens) {
    if (type === 'html_block') html += content;
    if (!isBlockMeta(meta)) continue;
    const { document, elements } = meta.kramdown;
    for (const element of elements) {
      readSpans(document, element);
      html += writeHtml(document, element, document.root, 0);
    }
  }
  return html;
}

function isBlockMeta(meta: Record<string, unknown> | null): meta is BlockMeta {
  return meta !== null && 'kramdown' in meta;
}

function groupByLines(elements: readonly Element[]): Element[][] {
  const groups: Element[][] = [];
  let endLine = 0;
  for (const element of elements) {
    if (element.type === 'blank') continue;
    const group = groups.at(-1);
    if (group !== undefined && element.line < endLine) group.push(element);
    else groups.push([element]);
    endLine = Math.max(endLine, element.endLine);
  }
  return groups;
}

/** Adds the line of each list item that is written, in their order. */
function addItemLines(document: KramdownDocument, element: Element, lines: number[]): void {
  const inserted = document.insertedHtml.get(element);
  if (inserted !== undefined) {
    for (const _ of inserted.matchAll(/<li[ >]/g)) lines.push(element.line);
    return;
  }
  if (element.type === 'listItem') lines.push(element.line);
  for (const child of element.children) if (!child.isInline) addItemLines(document, child, lines);
}

function createToken(type: string, nesting: -1 | 0 | 1, map: [number, number] | null = null): Token {
  const token = new Parser.Token(type, '', nesting);
  token.map = map;
  return token;
}
