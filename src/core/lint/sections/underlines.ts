import type { EngineName } from '../../engines/engine.ts';
import type { Block, BlockKind } from '../../entry/entry.ts';
import { CARRIAGE_RETURN, LINE_FEED, SPACE } from '../../text/charCodes.ts';
import { lineBreakOf } from '../../text/lineBounds.ts';
import { conflictMarkersIn } from '../conflictMarkers.ts';
import type { Finding, RuleEntry } from '../rule.ts';

/** Whether the divider is directly below a paragraph, where Markdown takes it for the underline of a heading that nobody wanted. */
export function isUnwantedUnderline(text: string, previous: Block, { from }: Block): boolean {
  const gap = text.slice(previous.to, from);
  return (
    PARAGRAPHS.has(previous.kind) &&
    previous.indent === 0 &&
    /^[ \t]*\r?\n$/.test(gap) &&
    text.startsWith('-', from) &&
    !isLongUnderline(text, previous, from) &&
    !isHeading(text, previous, previous.to)
  );
}

/** Whether so many hyphens are below one line of text that they are meant as its underline: a divider has three. */
function isLongUnderline(text: string, { kind, content }: Block, from: number): boolean {
  return (
    (kind === 'paragraph' || kind === 'note') &&
    text.startsWith('-'.repeat(MIN_UNDERLINE_CHARS), from) &&
    !text.slice(content.from, content.to).includes('\n')
  );
}

const MIN_UNDERLINE_CHARS = 6;

/** Whether the last line before `to` has another line of its paragraph above it. In kramdown, an underline then makes no heading. */
export function hasLineAbove(text: string, from: number, to: number): boolean {
  if (text.slice(from, to).trimEnd().includes('\n')) return true;
  const lineEnd = text.lastIndexOf('\n', from - 1);
  return lineEnd > 0 && text.slice(text.lastIndexOf('\n', lineEnd - 1) + 1, lineEnd).trim() !== '';
}

/** Kinds of blocks that are paragraphs in Markdown. */
const PARAGRAPHS: ReadonlySet<BlockKind> = new Set<BlockKind>([
  'section',
  'poll',
  'named',
  'paragraph',
  'note',
  'signoff',
]);

/** Kinds of blocks in which a line of equals signs shows as it is. */
const CONTAINERS: ReadonlySet<BlockKind> = new Set<BlockKind>(['bullet', 'ordered', 'quote', 'footnote']);

/** One short line that ends like a title: the underline is meant. */
function isHeading(text: string, { kind, content, links }: Block, to: number): boolean {
  if (kind !== 'paragraph' && kind !== 'note') return false;
  const line = text.slice(content.from, to).trimEnd();
  return line.length <= MAX_HEADING_CHARS && links.length === 0 && !/\n|[.,;:!?…]["”’*_]*$/.test(line);
}

const MAX_HEADING_CHARS = 80;

/** Lines of equals signs, which show, or turn the text above them into a heading. */
export function* equalsLines({ text, source, body, blocks }: RuleEntry, markdown: EngineName): Generator<Finding> {
  if (!mayHaveEqualsLine(text, body.from)) return;
  const conflictMarkers = new Set(conflictMarkersIn(source).map(({ from }) => from));
  for (const block of blocks) {
    const isParagraph = PARAGRAPHS.has(block.kind);
    if (!isParagraph && !CONTAINERS.has(block.kind)) continue;
    for (const { index, 0: line } of text.slice(block.from, block.to).matchAll(EQUALS_LINE)) {
      const from = block.from + index + line.length - line.trimStart().length;
      const to = block.from + index + line.trimEnd().length;
      const isFirst = from === block.from;
      if (conflictMarkers.has(from) || ((isFirst || !isParagraph) && to - from < 3)) continue;
      const isUnderline = markdown !== 'kramdown' || !hasLineAbove(text, block.from, block.from + index);
      const makesHeading = isUnderline && isParagraph && !isFirst && block.indent === 0;
      if (makesHeading && isHeading(text, block, block.from + index)) continue;
      yield equalsLine(text, { from, to }, isFirst, makesHeading);
      if (makesHeading) break; // what follows is another paragraph
    }
  }
}

/** A cheap check that rules out nearly every entry. An equals sign is rarer than a line break, and mostly in an address. */
function mayHaveEqualsLine(text: string, from: number): boolean {
  for (let at = text.indexOf('=', from + 1); at >= 0; at = text.indexOf('=', at + 1)) {
    const start = text.charCodeAt(at - 1) === SPACE ? at - 1 : at;
    if (start > from && text.charCodeAt(start - 1) === LINE_FEED) return true;
  }
  return false;
}

const EQUALS_LINE = /^ ?=+[ \t]*\r?$/gm;

function equalsLine(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  isFirst: boolean,
  makesHeading: boolean,
): Finding {
  const signs = text.slice(from, to);
  const lineBreak = lineBreakOf(text);
  return {
    from,
    to,
    severity: 'error',
    message: makesHeading
      ? `"${signs}" below the text: the site will show the text above it as a heading.`
      : `"${signs}" is not a divider in Markdown: the page will show it.`,
    suggestions: [
      { title: 'Make it a divider', edits: [{ from, to, text: isFirst ? '---' : `${lineBreak}---` }] },
      { title: 'Remove the line', edits: [{ from: isFirst ? from : endOfLineAbove(text, from), to, text: '' }] },
    ],
  };
}

function endOfLineAbove(text: string, from: number): number {
  const lineBreak = text.lastIndexOf('\n', from - 1);
  return text.charCodeAt(lineBreak - 1) === CARRIAGE_RETURN ? lineBreak - 1 : lineBreak;
}
