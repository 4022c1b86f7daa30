import { CARRIAGE_RETURN, GREATER_THAN, SPACE, TAB } from '../text/charCodes.ts';
import type { Span } from '../text/text.ts';
import { HTML_BLOCKS, LONE_TAG } from './htmlPatterns.ts';
import { definitionAt } from './linkDefinitions.ts';
import type { Literal, LiteralKind } from './literals.ts';
import { paragraphText } from './paragraphText.ts';

/** Finds code, HTML blocks and definitions as CommonMark does, and the paragraphs that remain to be scanned. */
export interface BlockScan {
  readonly text: string;
  readonly literals: Literal[];
  /** The lines of each paragraph and heading, without indentation and without the markers of lists and quotes. */
  readonly paragraphs: (readonly Span[])[];
  /** The labels of the link definitions, normalized. */
  readonly labels: Set<string>;
  /** The quotes and list items that are open, from the outermost on. */
  containers: Container[];
  leaf: Leaf | undefined;
  /** What Markdown takes each line for that is not blank, by the offset of its start; only filled if asked for. */
  readonly roles: Map<number, string> | undefined;
}

/** A scan that has not read anything yet. */
export function startBlockScan(text: string, roles?: Map<number, string>): BlockScan {
  return { text, literals: [], paragraphs: [], labels: new Set(), containers: [], leaf: undefined, roles };
}

/**
 * Reads lines from an offset on, up to the first blank line after `until` that ends a block, and returns the offset of that line; past `to`
 * if there is none. The next call may go on from there, or start anew further down with `containers` empty.
 */
export function scanBlocks(scan: BlockScan, start: number, to: number, until: number): number {
  let from = start;
  while (from < to) {
    const lineEnd = endOfLine(scan.text, from, to);
    scanLine(scan, { text: scan.text, to: lineEnd, at: from, column: 0, remaining: 0 });
    if (lineEnd === from && from > until && !scan.leaf) return from;
    from = lineEnd + (scan.text.charCodeAt(lineEnd) === CARRIAGE_RETURN ? 2 : 1);
  }
  finishLeaf(scan);
  return from;
}

/** A quote, or a list item or footnote, whose lines are indented by a number of columns. */
interface Container {
  readonly kind: 'quote' | 'item';
  readonly width: number;
  /** An item without content ends at a blank line. */
  isEmpty: boolean;
}

/** The block that the next line may continue. */
interface Leaf {
  readonly kind: 'paragraph' | 'fence' | 'indented' | 'html';
  readonly literalKind: LiteralKind;
  readonly lines: Span[];
  /** What ends it: the closing line of a fence, or text in the last line of HTML. */
  readonly end: RegExp | undefined;
}

/** A position in a line. A tab extends to the next column that is a multiple of four. */
interface Cursor {
  readonly text: string;
  /** The end of the line. */
  readonly to: number;
  at: number;
  column: number;
  /** The remaining columns of a tab that belongs partly to a container. */
  remaining: number;
}

function scanLine(scan: BlockScan, cursor: Cursor): void {
  const start = cursor.at;
  const matched = matchContainers(cursor, scan.containers);
  const isInside = matched === scan.containers.length;
  if (isInside && scan.leaf && continuesLiteral(scan, cursor, scan.leaf)) {
    scan.roles?.set(start, 'literal');
    return;
  }
  const paragraph = scan.leaf?.kind === 'paragraph' ? scan.leaf : undefined;
  if (!paragraph) finishLeaf(scan);
  const containers = scan.containers.slice(0, matched);
  const isNested = startContainers(cursor, containers, isInside && paragraph !== undefined);
  const { columns, at } = indentation(cursor);
  const rest = cursor.text.slice(at, cursor.to);
  const open = paragraph && !isNested ? paragraph : undefined; // this line may be its lazy continuation
  const kind = rest === '' ? 'blank' : lineKind(rest, columns, open !== undefined, isInside);
  if (kind !== 'blank') scan.roles?.set(start, `${kind} in ${containers.length - matched} of ${matched}`);
  if (open && kind === 'text') {
    open.lines.push({ from: at, to: cursor.to });
    return;
  }
  finishLeaf(scan);
  scan.containers = containers;
  const innermost = containers.at(-1);
  if (kind !== 'blank' && innermost) innermost.isEmpty = false;
  startLeaf(scan, cursor, kind, columns < 4 ? at : cursor.at, rest);
}

type LineKind = 'blank' | 'text' | 'indented' | 'fence' | 'html' | 'heading' | 'underline' | 'divider';

/** The kind of a line after the markers of its containers. An underline makes a heading of the paragraph above. */
function lineKind(rest: string, columns: number, isParagraphOpen: boolean, isInside: boolean): LineKind {
  if (columns >= 4) return isParagraphOpen ? 'text' : 'indented';
  if (FENCE.test(rest)) return 'fence';
  if (rest.startsWith('<') && htmlBlockEnd(rest, isParagraphOpen) !== undefined) return 'html';
  if (/^#{1,6}(?:[ \t]|$)/.test(rest)) return 'heading';
  if (isParagraphOpen && isInside && /^(?:=+|-+)[ \t]*$/.test(rest)) return 'underline';
  return DIVIDER.test(rest) ? 'divider' : 'text';
}

const FENCE = /^(?:(`{3,})[^`]*|(~{3,}).*)$/;
const DIVIDER = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;

/** What ends the HTML block that starts with the line: text, or (`false`) a blank line. Undefined if none starts. */
function htmlBlockEnd(rest: string, isParagraphOpen: boolean): RegExp | false | undefined {
  const block = HTML_BLOCKS.find(({ start }) => start.test(rest));
  if (block) return block.end ?? false;
  return !isParagraphOpen && LONE_TAG.test(rest) ? false : undefined;
}

function startLeaf(scan: BlockScan, { to }: Cursor, kind: LineKind, from: number, rest: string): void {
  const lines = [{ from, to }];
  switch (kind) {
    case 'text':
      scan.leaf = { kind: 'paragraph', literalKind: 'code', lines, end: undefined };
      return;
    case 'heading':
      scan.paragraphs.push(lines);
      return;
    case 'indented':
      scan.leaf = { kind, literalKind: 'code', lines, end: undefined };
      return;
    case 'fence': {
      const [, backticks, tildes = ''] = FENCE.exec(rest) ?? [];
      const fence = backticks ?? tildes;
      const end = new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*$`);
      scan.leaf = { kind, literalKind: 'code', lines, end };
      return;
    }
    case 'html': {
      const end = htmlBlockEnd(rest, false) || undefined;
      scan.leaf = { kind, literalKind: rest.startsWith('<!--') ? 'comment' : 'html', lines, end };
      if (end?.test(rest)) finishLeaf(scan);
      return;
    }
  }
}

/** Whether the line belongs to the open code or HTML, which it may end. */
function continuesLiteral(scan: BlockScan, cursor: Cursor, leaf: Leaf): boolean {
  if (leaf.kind === 'paragraph') return false;
  const { columns, at } = indentation(cursor);
  const isBlank = at === cursor.to;
  if (leaf.kind === 'indented' && isBlank) return true;
  if (leaf.kind === 'indented' ? columns < 4 : isBlank && leaf.kind === 'html' && !leaf.end) return false;
  leaf.lines.push({ from: cursor.at, to: cursor.to });
  if (leaf.end?.test(cursor.text.slice(cursor.at, cursor.to))) finishLeaf(scan);
  return true;
}

function finishLeaf(scan: BlockScan): void {
  const { leaf } = scan;
  if (!leaf) return;
  scan.leaf = undefined;
  if (leaf.kind === 'paragraph') finishParagraph(scan, leaf.lines);
  else {
    const from = leaf.lines[0]?.from ?? 0;
    scan.literals.push({ kind: leaf.literalKind, from, to: leaf.lines.at(-1)?.to ?? from, isBlock: true });
  }
}

/** Definitions can only be at the start of a paragraph. */
function finishParagraph({ text, literals, labels, paragraphs }: BlockScan, lines: Span[]): void {
  const [first] = lines;
  if (!first || text[first.from] !== '[') {
    paragraphs.push(lines);
    return;
  }
  const { content, sourceOffset } = paragraphText(text, lines);
  let at = 0;
  for (let definition = definitionAt(content, 0); definition; definition = definitionAt(content, at)) {
    literals.push({ kind: 'definition', from: sourceOffset(at), to: sourceOffset(definition.to), isBlock: true });
    labels.add(definition.label);
    at = definition.to + 1;
  }
  const end = at === 0 ? 0 : sourceOffset(Math.min(at, content.length));
  const rest = lines.filter(({ from }) => from >= end);
  if (at < content.length && rest.length > 0) paragraphs.push(rest);
}

/** Moves the cursor over the markers and the indentation of the open containers that the line continues. Returns their number. */
function matchContainers(cursor: Cursor, containers: readonly Container[]): number {
  let matched = 0;
  for (const { kind, width, isEmpty } of containers) {
    const { columns, at } = indentation(cursor);
    const isBlank = at === cursor.to;
    if (kind === 'quote') {
      if (columns > 3 || cursor.text.charCodeAt(at) !== GREATER_THAN || isBlank) break;
      skipQuoteMarker(cursor, columns);
    } else if (isBlank) {
      if (isEmpty) break;
    } else {
      if (columns < width) break;
      skipColumns(cursor, width);
    }
    matched++;
  }
  return matched;
}

/** Adds the containers that start on the line. Returns whether there are any. */
function startContainers(cursor: Cursor, containers: Container[], isParagraphOpen: boolean): boolean {
  const count = containers.length;
  while (containers.length < MAX_DEPTH) {
    const { columns, at } = indentation(cursor);
    if (columns > 3 || at === cursor.to) break;
    const container =
      cursor.text.charCodeAt(at) === GREATER_THAN
        ? quoteAt(cursor, columns)
        : itemAt(cursor, columns, cursor.text.slice(at, cursor.to), isParagraphOpen && containers.length === count);
    if (!container) break;
    const outer = containers.at(-1);
    if (outer) outer.isEmpty = false;
    containers.push(container);
  }
  return containers.length > count;
}

/** Nobody nests deeper, and a limit keeps hostile texts linear. Renderers have one as well. */
const MAX_DEPTH = 100;

function quoteAt(cursor: Cursor, columns: number): Container {
  skipQuoteMarker(cursor, columns);
  return { kind: 'quote', width: 0, isEmpty: false };
}

/** Only a list that starts with 1, and with text, interrupts a paragraph. */
function itemAt(cursor: Cursor, columns: number, rest: string, isParagraphOpen: boolean): Container | undefined {
  const footnote = /^\[\^[^\]\s]+\]:/.exec(rest)?.[0];
  if (footnote !== undefined) {
    skipMarker(cursor, columns, footnote.length);
    skipColumns(cursor, indentation(cursor).columns);
    return { kind: 'item', width: 4, isEmpty: false };
  }
  const marker = /^(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/.exec(rest)?.[0];
  if (marker === undefined || DIVIDER.test(rest)) return undefined;
  if (isParagraphOpen && (/^\d/.test(marker) ? Number.parseInt(marker, 10) !== 1 : false)) return undefined;
  const isEmpty = rest.slice(marker.length).trim() === '';
  if (isParagraphOpen && isEmpty) return undefined;
  skipMarker(cursor, columns, marker.length);
  const spaces = indentation(cursor).columns;
  const gap = isEmpty || spaces > 4 ? 1 : spaces;
  skipColumns(cursor, gap);
  return { kind: 'item', width: columns + marker.length + gap, isEmpty };
}

function skipQuoteMarker(cursor: Cursor, columns: number): void {
  skipMarker(cursor, columns, 1);
  skipColumns(cursor, 1);
}

function skipMarker(cursor: Cursor, columns: number, chars: number): void {
  skipColumns(cursor, columns);
  cursor.at += chars;
  cursor.column += chars;
}

/** Moves the cursor over at most so many columns of whitespace. */
function skipColumns(cursor: Cursor, columns: number): void {
  for (let left = columns; left > 0; ) {
    if (cursor.remaining === 0) {
      const code = cursor.at < cursor.to ? cursor.text.charCodeAt(cursor.at) : 0;
      if (code !== SPACE && code !== TAB) return;
      cursor.remaining = code === TAB ? 4 - (cursor.column % 4) : 1;
      cursor.at++;
    }
    const skipped = Math.min(left, cursor.remaining);
    cursor.remaining -= skipped;
    cursor.column += skipped;
    left -= skipped;
  }
}

/** The columns of whitespace at the cursor, and the offset after it. */
function indentation({ text, to, at, column, remaining }: Cursor): { readonly columns: number; readonly at: number } {
  let end = column + remaining;
  let next = at;
  for (; next < to; next++) {
    const code = text.charCodeAt(next);
    if (code === TAB) end += 4 - (end % 4);
    else if (code === SPACE) end++;
    else break;
  }
  return { columns: end - column, at: next };
}

function endOfLine(text: string, from: number, limit: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0 || end >= limit) return limit;
  return end > from && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
}
