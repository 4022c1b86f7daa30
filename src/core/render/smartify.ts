import { JEKYLL_KRAMDOWN, type KramdownOptions } from '../engines/kramdownOptions.ts';
import { type BlockState, MAX_DEPTH } from './kramdown/blocks/blockState.ts';
import { htmlBlock } from './kramdown/blocks/htmlBlock.ts';
import { readLooseText } from './kramdown/blocks/looseText.ts';
import { createDocument, type KramdownDocument } from './kramdown/document.ts';
import type { Element } from './kramdown/element.ts';
import { writeHtml } from './kramdown/html/writeHtml.ts';
import { createScanner, type Scanner } from './kramdown/scanner.ts';
import { readEntity } from './kramdown/spans/entity.ts';
import { readSpans } from './kramdown/spans/readSpans.ts';
import { readQuotes } from './kramdown/spans/smartQuotes.ts';
import { readSpanHtml } from './kramdown/spans/spanHtml.ts';
import { createSpanState, type SpanState, type Stop } from './kramdown/spans/spanState.ts';
import { readSymbol } from './kramdown/spans/symbols.ts';
import { startsTag } from './kramdown/tags.ts';

/**
 * Jekyll's `smartify` filter, through which the site puts `description` and `todayInOneSentence`. It is a parser of kramdown that knows
 * only quotes, character references, typographic symbols and HTML, whatever the engine of the body. An element without prose before it
 * is put on a line of its own.
 */
export function smartify(text: string): string {
  const document = createDocument(OPTIONS);
  const { root } = document;
  const scanner = createScanner(`${text.replace(/\r\n?/g, '\n').replace(/\n$/, '')}\n`);
  parseBlocks(document, scanner, root, 0);
  parseSources(document, root);
  const html = root.children.map((element) => writeHtml(document, element, root, 0)).join('');
  return html.replace(/\n$/, '');
}

const OPTIONS: KramdownOptions = { ...JEKYLL_KRAMDOWN, input: 'kramdown' };

/** Reads HTML and lines of prose into an element, up to the end tag of that. Returns whether the end tag has been read. */
function parseBlocks(document: KramdownDocument, scanner: Scanner, parent: Element, depth: number): boolean {
  const state: BlockState = {
    document,
    scanner,
    parent,
    depth,
    pendingAttributeList: undefined,
    isClosed: false,
    parseBlocks: (inner, element) => parseBlocks(document, inner, element, depth + 1),
  };
  while (scanner.position < scanner.text.length && !state.isClosed) {
    if (depth >= MAX_DEPTH || !htmlBlock(state)) readLooseText(state);
  }
  return state.isClosed;
}

function parseSources(document: KramdownDocument, element: Element): void {
  const { source } = element;
  element.source = undefined;
  if (source !== undefined) parseSpans(createSpanState(document, source, element, parseSpans), element);
  else for (const child of element.children) parseSources(document, child);
}

function parseSpans(state: SpanState, element: Element, stop?: Stop): boolean {
  return readSpans(state, element, stop, readSpan);
}

function readSpan(state: SpanState): boolean {
  const { scanner, kinds } = state;
  if (kinds.others && (readQuotes(state) || readEntity(state) || readSymbol(state))) return true;
  return startsTag(scanner.text, scanner.position) && readSpanHtml(state);
}
