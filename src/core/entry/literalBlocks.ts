import { CARRIAGE_RETURN } from '../text/charCodes.ts';
import { endOfLineWithin } from '../text/lineBounds.ts';
import type { Span } from '../text/text.ts';
import {
  type Container,
  type Cursor,
  DIVIDER,
  indentation,
  matchContainers,
  startContainers,
} from './blockContainers.ts';
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
    const lineEnd = endOfLineWithin(scan.text, from, to);
    scanLine(scan, { text: scan.text, to: lineEnd, at: from, column: 0, remaining: 0 });
    if (lineEnd === from && from > until && !scan.leaf) return from;
    from = lineEnd + (scan.text.charCodeAt(lineEnd) === CARRIAGE_RETURN ? 2 : 1);
  }
  finishLeaf(scan);
  return from;
}

/** The block that the next line may continue. */
interface Leaf {
  readonly kind: 'paragraph' | 'fence' | 'indented' | 'html';
  readonly literalKind: LiteralKind;
  readonly lines: Span[];
  /** What ends it: the closing line of a fence, or text in the last line of HTML. */
  readonly end: RegExp | undefined;
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
