import type { KramdownOptions } from '../../engines/kramdownOptions.ts';
import { markAbbreviations } from './abbreviations.ts';
import { parseBlocks } from './blocks/parseBlocks.ts';
import { createDocument, type KramdownDocument } from './document.ts';
import type { Element } from './element.ts';
import { type FoundHeading, findReplacedList, finishBlocks, headingsIn } from './finishBlocks.ts';
import { breakLines } from './hardBreaks.ts';
import { footnotesHtml, numberFootnotes } from './html/footnotes.ts';
import { assignTermIds, createHeadingIds, type HeadingIds } from './html/headingIds.ts';
import { listedHeadings, tableOfContentsHtml } from './html/tableOfContents.ts';
import { createScanner } from './scanner.ts';
import { parseSource } from './spans/parseSpans.ts';

/** Reads a text: its blocks, and, if they depend on each other, their spans. If not, `readSpans` is called for each block. */
export function parseDocument(text: string, options: KramdownOptions): KramdownDocument {
  const document = createDocument(options);
  const { root } = document;
  // Options apply to all of the document, wherever they are set.
  document.isInterdependent = text.includes('{::options');
  if (options.input === 'GFM') {
    if (options.hardWrap) document.hardBreak = '\n';
    else if (text.includes('\\')) document.hardBreak = '\\\n';
  }
  parseBlocks(document, createScanner(text.endsWith('\n') ? text : `${text}\n`), root);
  finishBlocks(document, root);
  for (const content of document.footnotes.values()) finishBlocks(document, content);
  const lists = { toc: findReplacedList(root, 'toc'), footnotes: findReplacedList(root, 'footnotes') };
  if (lists.toc || lists.footnotes) document.isInterdependent = true;
  if (document.isInterdependent) readSources(document, root);
  const headings = headingsIn(root);
  for (const { element } of headings) readSources(document, element);
  const ids = createHeadingIds(document);
  assignIds(document, headings, ids);
  assignTermIds(document, root);
  if (document.isInterdependent) finishDocument(document, headings, ids, lists);
  return document;
}

/** Reads the spans of a top-level block, unless that has been done. */
export function readSpans(document: KramdownDocument, block: Element): void {
  if (document.isInterdependent) return;
  readSources(document, block);
  if (block.type !== 'html') breakLinesIn(document, block);
}

interface ReplacedLists {
  readonly toc: Element | undefined;
  readonly footnotes: Element | undefined;
}

/** Does what needs the whole document: abbreviations, the numbers of footnotes, the table of contents. */
function finishDocument(
  document: KramdownDocument,
  headings: readonly FoundHeading[],
  ids: HeadingIds,
  lists: ReplacedLists,
): void {
  const { root } = document;
  for (const part of [root, ...document.footnotes.values()]) {
    readSources(document, part);
    markAbbreviations(document, part);
  }
  breakLinesIn(document, root);
  // What is replaced is not looked into.
  for (const list of [lists.toc, lists.footnotes]) if (list !== undefined) document.insertedHtml.set(list, '');
  numberFootnotes(document);
  const headingsInFootnotes = document.usedFootnotes.flatMap(({ content }) => headingsIn(content));
  for (const { element } of headingsInFootnotes) ids.assign(element);
  const html = footnotesHtml(document);
  if (lists.footnotes === undefined) document.htmlAtEnd = html;
  else document.insertedHtml.set(lists.footnotes, html);
  if (lists.toc === undefined) return;
  const replaced = new Set(
    [lists.toc, lists.footnotes].flatMap((list) => (list ? headingsIn(list) : [])).map(elementOf),
  );
  const listed = [...headings, ...headingsInFootnotes].map(elementOf).filter((heading) => !replaced.has(heading));
  document.insertedHtml.set(lists.toc, tableOfContentsHtml(document, listedHeadings(document, listed), lists.toc));
}

function assignIds({ options }: KramdownDocument, headings: readonly FoundHeading[], ids: HeadingIds): void {
  if (options.input === 'GFM') {
    for (const { element, isInHtml } of headings) if (!isInHtml) ids.assignGfm(element);
  }
  for (const { element } of headings) ids.assign(element);
}

const elementOf = ({ element }: FoundHeading): Element => element;

function readSources(document: KramdownDocument, element: Element): void {
  if (element.source !== undefined) parseSource(document, element);
  else for (const child of element.children) readSources(document, child);
}

function breakLinesIn({ hardBreak }: KramdownDocument, element: Element): void {
  if (hardBreak !== undefined) breakLines(element, hardBreak);
}
