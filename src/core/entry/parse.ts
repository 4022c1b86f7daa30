import { isDigit, isWhitespace } from '../text/characters.ts';
import {
  ASTERISK,
  BACKSLASH,
  CARRIAGE_RETURN,
  GREATER_THAN,
  HYPHEN,
  LINE_FEED,
  NO_BREAK_SPACE,
  OPEN_BRACKET,
  PLUS,
  SPACE,
  TAB,
} from '../text/charCodes.ts';
import { endOfLineWithin } from '../text/lineBounds.ts';
import type { Span } from '../text/text.ts';
import { classifyLine, type Line, unmarkedLine } from './classifyLine.ts';
import type { Block, BlockKind, CitationGroup, Entry, FrontMatter, Headline, Link } from './entry.ts';
import { headlineIn } from './headline.ts';
import type { Literal } from './literals.ts';
import { parseFrontMatter } from './parseFrontMatter.ts';
import { scanCitationGroups } from './scanCitationGroups.ts';
import { scanLinks } from './scanLinks.ts';
import { maskLiterals, scanLiterals } from './scanLiterals.ts';
import { type BlockParts, endsSentence, usualPartsIn } from './usualParts.ts';

/** Parses an entry. Never throws; for any text, every span lies within it. Takes time linear in the length of the text. */
export function parseEntry(text: string): Entry {
  return parseBody(text, parseFrontMatter(text));
}

/** Parses an entry whose front matter has been parsed already. */
export function parseBody(text: string, frontMatter: FrontMatter | undefined): Entry {
  const body = { from: frontMatter?.to ?? 0, to: text.length };
  let literals = scanLiterals(text, body, false);
  let prose = maskLiterals(text, literals);
  let parsed = parseBlocks(text, prose, literals, body);
  // References to a definition may be anywhere.
  if (parsed.mayHideLiterals || literals.some(({ kind }) => kind === 'definition')) {
    literals = scanLiterals(text, body, true);
    prose = maskLiterals(text, literals);
    parsed = parseBlocks(text, prose, literals, body);
  }
  const { blocks, nonstandard } = parsed;
  return { text, prose, literals, frontMatter, body, blocks, nonstandard };
}

/** The prose and the body of an entry, for searches that need none of its blocks. */
export function parseProse(text: string): Pick<Entry, 'prose' | 'body'> {
  const body = { from: parseFrontMatter(text)?.to ?? 0, to: text.length };
  return { prose: maskLiterals(text, scanLiterals(text, body, true)), body };
}

interface ParsedBlocks extends Pick<Entry, 'blocks' | 'nonstandard'> {
  /** Whether some line may be code or a definition, which only a thorough scan for literals finds. */
  readonly mayHideLiterals: boolean;
}

function parseBlocks(text: string, prose: string, literals: readonly Literal[], body: Span): ParsedBlocks {
  const blocks: Block[] = [];
  const nonstandard: Block[] = [];
  let openLine: Line | undefined; // the first line of the block that following lines may continue
  let blockEnd = body.from;
  let nextLiteral = 0;
  let mayHideLiterals = false;
  const finishBlock = (firstLine: Line) => {
    const block = blockOf(prose, firstLine, blockEnd);
    blocks.push(block);
    if (!block.wellFormed) nonstandard.push(block);
  };
  const end = body.to;
  for (let at = body.from; at < end; ) {
    let to = prose.charCodeAt(at) === LINE_FEED ? at : endOfLineWithin(prose, at, end);
    let line: Line | undefined; // undefined if it is blank
    if (to > at) {
      while (nextLiteral < literals.length && (literals[nextLiteral]?.to ?? at) <= at) nextLiteral++;
      const literal = nextLiteral < literals.length ? literals[nextLiteral] : undefined;
      line = literal && literal.from < to ? literalLineAt(text, prose, literal, at, to) : undefined;
      if (!line) {
        line = classifyLine(prose, at, to);
        mayHideLiterals ||= (line.kind !== 'section' || line.indent > 0) && mayHideLiteral(prose, line);
      }
      to = line.to;
      if (line.kind === 'blank') line = undefined;
    }
    if (!line || !openLine || !continues(openLine, line)) {
      if (openLine) finishBlock(openLine);
      openLine = line;
    }
    if (line) blockEnd = to;
    at = to + (to < end && text.charCodeAt(to) === CARRIAGE_RETURN ? 2 : 1);
  }
  if (openLine) finishBlock(openLine);
  return { blocks, nonstandard, mayHideLiterals };
}

/** Whether a line may be code by its indentation, or a definition, by itself or after the markers of lists and quotes. */
function mayHideLiteral(text: string, { from, to, indent, marker, contentStart }: Line): boolean {
  if (indent > 0 && (indent > 3 || text.slice(from, from + indent).includes('\t'))) return true;
  if (marker && contentStart > marker.to + 1 && /\t| {5}/.test(text.slice(marker.to, contentStart))) return true;
  if (marker && text.charCodeAt(marker.to) === TAB) return true;
  const code = contentStart < to ? text.charCodeAt(contentStart) : 0;
  if (code === OPEN_BRACKET) {
    const line = text.slice(contentStart, to);
    return (line.includes(']:') || !line.includes(']')) && !FOOTNOTE.test(line);
  }
  return marker !== undefined && startsMarker(text, contentStart) && /\t| {5}|\]:/.test(text.slice(contentStart, to));
}

const FOOTNOTE = /^\[\^[^\]\s]+\]:/;

/** Whether there may be the marker of another list or quote at the offset. */
function startsMarker(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === ASTERISK || code === HYPHEN || code === PLUS) return text.charCodeAt(at + 1) <= SPACE;
  return code === GREATER_THAN || isDigit(code);
}

/** The lines of a literal that is a block of its own, as one line; undefined if the line at the offset is not its first. */
function literalLineAt(text: string, prose: string, literal: Literal, from: number, to: number): Line | undefined {
  let start = from;
  while (start < to && isWhitespace(prose.charCodeAt(start))) start++;
  if (literal.from > start) return undefined;
  if (literal.isBlock) return unmarkedLine(blockKindOf(literal), from, literal.to, start);
  const isTag = text.startsWith('{%', start) && /^[\s\uFFFC]*$/.test(prose.slice(start, to));
  return isTag ? unmarkedLine('tweet', from, to, start) : undefined;
}

function blockKindOf({ kind }: Literal): BlockKind {
  if (kind === 'comment') return 'marker';
  return kind === 'html' || kind === 'definition' ? kind : 'code';
}

/** Whether a line right below a block is part of it, like the lazy continuation lines of Markdown. */
function continues(openLine: Line, line: Line): boolean {
  if (!CONTINUABLE_KINDS.has(openLine.kind)) return false;
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
  'definition',
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
  const endsWithBreak = to > start && text.charCodeAt(to - 1) === BACKSLASH; // a hard line break
  const content = { from: start, to: endsWithBreak ? trimEnd(text, start, to - 1) : to };
  const { headline, links, citationGroups, wellFormed } = usualPartsIn(text, content) ?? partsIn(text, content);
  return { kind, from, to, indent, marker, label, content, headline, links, citationGroups, wellFormed };
}

function partsIn(text: string, content: Span): BlockParts {
  const links = scanLinks(text, content);
  const citationGroups = scanCitationGroups(text, content, links);
  const headline = headlineIn(text, content, links, citationGroups);
  return { headline, links, citationGroups, wellFormed: isWellFormed(text, content, headline, links, citationGroups) };
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

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  for (; end > from; end--) {
    const last = text.charCodeAt(end - 1);
    if (last > SPACE && last !== NO_BREAK_SPACE) break;
  }
  return end;
}
