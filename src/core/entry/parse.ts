import { isWhitespace } from '../text/characters.ts';
import { BACKSLASH, CARRIAGE_RETURN, CLOSING_CURLY_QUOTE, DOUBLE_QUOTE, FULL_STOP, SPACE } from '../text/charCodes.ts';
import type { Span } from '../text/text.ts';
import { classifyLine, type Line } from './classifyLine.ts';
import type { Block, BlockKind, CitationGroup, Entry, Headline, Link } from './entry.ts';
import { headlineIn } from './headline.ts';
import { parseFrontMatter } from './parseFrontMatter.ts';
import { scanCitationGroups } from './scanCitationGroups.ts';
import { scanLinks } from './scanLinks.ts';

/** Parses an entry. Never throws; for any text, every span lies within it. Takes time linear in the length of the text. */
export function parseEntry(text: string): Entry {
  const frontMatter = parseFrontMatter(text);
  const body = { from: frontMatter?.to ?? 0, to: text.length };
  return { text, frontMatter, body, ...parseBlocks(text, body) };
}

function parseBlocks(text: string, body: Span): Pick<Entry, 'blocks' | 'nonstandard'> {
  const blocks: Block[] = [];
  const nonstandard: Block[] = [];
  let openLine: Line | undefined; // the first line of the block that following lines may continue
  let blockEnd = body.from;
  let fence: string | undefined;
  let isInTag = false; // inside a Liquid tag of several lines
  const finishBlock = () => {
    if (!openLine) return;
    const block = blockOf(text, openLine, blockEnd);
    blocks.push(block);
    if (!block.wellFormed) nonstandard.push(block);
    openLine = undefined;
  };
  for (let at = body.from; at < body.to; ) {
    const to = endOfLine(text, at, body.to);
    if (fence !== undefined) {
      blockEnd = to;
      if (text.slice(at, to).trimStart().startsWith(fence)) {
        fence = undefined;
        finishBlock();
      }
    } else if (to === at) {
      finishBlock();
      isInTag = false;
    } else {
      const line = classifyLine(text, at, to);
      if (line.kind === 'blank' || !openLine || !(isInTag || continues(openLine, line))) {
        finishBlock();
        if (line.kind !== 'blank') openLine = line;
        if (line.kind === 'code') fence = text.slice(line.contentStart, line.contentStart + 3);
        isInTag = line.kind === 'tweet';
      }
      if (isInTag) isInTag = !text.slice(at, to).includes('%}');
      if (line.kind !== 'blank') blockEnd = to;
    }
    at = to + (to < text.length && text.charCodeAt(to) === CARRIAGE_RETURN ? 2 : 1);
  }
  finishBlock();
  return { blocks, nonstandard };
}

/** Whether a line right below a block is part of it, like the lazy continuation lines of Markdown. */
function continues(openLine: Line, line: Line): boolean {
  if (!CONTINUABLE_KINDS.has(openLine.kind)) return false;
  if (openLine.kind === 'html') return true;
  return (
    line.kind === 'paragraph' ||
    line.kind === 'note' ||
    line.kind === 'signoff' ||
    (line.kind === 'quote' && openLine.kind === 'quote')
  );
}

/** The kinds of blocks that a line right below them may continue. */
export const CONTINUABLE_KINDS: ReadonlySet<Line['kind']> = new Set<BlockKind>([
  'section',
  'poll',
  'named',
  'bullet',
  'ordered',
  'quote',
  'html',
  'footnote',
  'signoff',
  'note',
  'paragraph',
]);

const KINDS_WITHOUT_CONTENT: ReadonlySet<Line['kind']> = new Set<BlockKind>([
  'divider',
  'tweet',
  'marker',
  'html',
  'code',
]);

/** The block of a first line; `lastLineEnd` is the end of its last line. */
function blockOf(text: string, line: Line, lastLineEnd: number): Block {
  const kind = line.kind as BlockKind;
  const { indent, marker, label } = line;
  const from = line.from + indent;
  const to = trimEnd(text, from, lastLineEnd);
  const start = Math.min(line.contentStart, to);
  if (KINDS_WITHOUT_CONTENT.has(kind)) {
    const content = { from: start, to };
    return {
      kind,
      from,
      to,
      indent,
      marker,
      label,
      content,
      headline: undefined,
      links: [],
      citationGroups: [],
      wellFormed: false,
    };
  }
  const content = { from: start, to: endOfContent(text, start, to) };
  const links = scanLinks(text, content);
  const citationGroups = scanCitationGroups(text, content, links);
  const headline = headlineIn(text, content, links, citationGroups);
  const wellFormed = isWellFormed(text, content, headline, links, citationGroups);
  return { kind, from, to, indent, marker, label, content, headline, links, citationGroups, wellFormed };
}

function isWellFormed(
  text: string,
  { from, to }: Span,
  headline: Headline | undefined,
  links: readonly Link[],
  citationGroups: readonly CitationGroup[],
): boolean {
  const group = citationGroups[0];
  if (!headline?.close || group === undefined || citationGroups.length > 1 || group.to !== to || !group.wellFormed)
    return false;
  // A well-formed group consists of two parentheses, the links, and one separator fewer than links.
  if (group.pieces.length !== 2 * links.length + 1 || !endsSentence(text, from, group.from)) return false;
  for (const { plain } of links) if (!plain) return false;
  return true;
}

/** Whether the range ends with a full stop, perhaps a quotation mark, and one space. */
function endsSentence(text: string, from: number, to: number): boolean {
  if (to - 3 <= from || text.charCodeAt(to - 1) !== SPACE) return false;
  const last = text.charCodeAt(to - 2);
  return (last === DOUBLE_QUOTE || last === CLOSING_CURLY_QUOTE ? text.charCodeAt(to - 3) : last) === FULL_STOP;
}

/** The end without whitespace and a hard line break (`\`). */
function endOfContent(text: string, from: number, to: number): number {
  const end = trimEnd(text, from, to);
  return end > from && text.charCodeAt(end - 1) === BACKSLASH ? trimEnd(text, from, end - 1) : end;
}

function endOfLine(text: string, from: number, limit: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0 || end >= limit) return limit;
  return end > from && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isWhitespace(text.charCodeAt(end - 1))) end--;
  return end;
}
