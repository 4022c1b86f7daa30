import type { Block, CitationGroup, Entry } from '../../entry/entry.ts';
import { isWhitespace } from '../../text/characters.ts';
import { endOfLine } from '../../text/lineBounds.ts';
import type { Span } from '../../text/text.ts';
import { skipSpaces, skipSpacesBefore } from '../skipSpaces.ts';
import { CITATION_SEPARATOR } from './formatCitations.ts';
import { type Paste, replaceSpan } from './paste.ts';

/** The citations to add to a group, or to a new one: those of the clipboard without those that the group has. */
type CitationsFor = (group: CitationGroup | undefined) => readonly string[];

/** Inserts citations into the group around or next to the caret, or as a new group or link. Undefined if neither is possible there. */
export function pasteAtCaret(
  { text, literals }: Entry,
  block: Block,
  caret: number,
  citationsFor: CitationsFor,
): Paste | undefined {
  const end = endOfProseOnLine(text, block, caret);
  const surroundingGroup = block.citationGroups.find((group) => isInGroup(group, caret));
  if (surroundingGroup) return pasteInGroup(surroundingGroup, caret, citationsFor(surroundingGroup));
  const afterSentence = skipSentenceEnd(text, caret, end);
  const adjacentGroup = block.citationGroups.find(
    ({ from, to }) => isBlank(text, to, caret) || isBlank(text, afterSentence, from),
  );
  if (adjacentGroup) return pasteAtGroupEnd(adjacentGroup, citationsFor(adjacentGroup));
  const citations = citationsFor(undefined);
  const added = citations.join(CITATION_SEPARATOR);
  const left = skipSpacesBefore(text, afterSentence, block.from);
  const right = skipSpaces(text, afterSentence, endOfLine(text, afterSentence));
  if (text[left - 1] === '(' && (right >= end || text[right] === ')')) {
    return replaceSpan({ from: left, to: right }, right >= end ? `${added})` : added);
  }
  if (right >= end) {
    return pasteAtItemEnd(text, block, { from: Math.min(left, end), to: Math.max(afterSentence, end) }, added);
  }
  if (endsSentence(text, left)) return replaceWithSpacedGroup({ from: left, to: right }, `(${added})`);
  const isInsideWord = isWordCharacter(text, caret - 1) && isWordCharacter(text, caret);
  const isAtLiteral = literals.some(({ from, to }) => from === caret || to === caret);
  if (citations.length > 1 || isInsideWord || isAtLiteral) return undefined;
  return replaceSpan({ from: caret, to: caret }, added, 'link');
}

/** Whether the offset is inside the parentheses of a group, or at the end of an unclosed one. */
function isInGroup({ from, to, pieces }: CitationGroup, offset: number): boolean {
  return from < offset && (offset < to || (offset === to && pieces.at(-1)?.kind !== 'close'));
}

/** Inserts citations between the two pieces around the offset, with the separators they need. */
function pasteInGroup(
  { from, to, pieces }: CitationGroup,
  offset: number,
  citations: readonly string[],
): Paste | undefined {
  if (citations.length === 0) return { kind: 'cited', edits: [], caret: offset };
  const index = pieces.findLastIndex((piece) => piece.from < offset);
  const previous = pieces[index];
  const next = pieces[index + 1];
  if (previous?.kind === 'address' && offset < previous.to) return undefined;
  const start = previous?.to ?? from;
  const before = !previous || previous.kind === 'open' ? '' : previous.kind === 'separator' ? ' ' : CITATION_SEPARATOR;
  const after = !next || next.kind === 'close' ? '' : next.kind === 'separator' ? ' ' : CITATION_SEPARATOR;
  const added = before + citations.join(CITATION_SEPARATOR) + after;
  const paste = replaceSpan({ from: start, to: next?.from ?? Math.max(to, offset) }, added);
  return { ...paste, caret: paste.caret - after.length };
}

/** Inserts after the last citation of a group and puts the caret after the group. */
function pasteAtGroupEnd(group: CitationGroup, citations: readonly string[]): Paste | undefined {
  if (citations.length === 0) return { kind: 'cited', edits: [], caret: group.to };
  const lastPiece = group.pieces.findLast(({ kind }) => kind !== 'close');
  const paste = lastPiece && pasteInGroup(group, lastPiece.to, citations);
  const charsToGroupEnd = group.to - (paste?.edits[0]?.to ?? group.to);
  return paste && { ...paste, caret: paste.caret + charsToGroupEnd };
}

/** Adds a group at the end of an item. After a colon, which announces a list of links, the parentheses are left out. */
function pasteAtItemEnd(text: string, { label, marker, from }: Block, span: Span, added: string): Paste {
  const proseBefore = text.slice(label?.to ?? marker?.to ?? from, span.from).trimEnd();
  const group = /:\**$/.test(proseBefore) ? added : `(${added})`;
  return replaceSpan(span, isWhitespaceOrEdge(text, span.from - 1) ? group : ` ${group}`);
}

function replaceWithSpacedGroup(span: Span, group: string): Paste {
  const paste = replaceSpan(span, ` ${group} `);
  return { ...paste, caret: paste.caret - 1 };
}

/** The end of the prose on a line: before trailing white space and the backslash of a hard break. */
function endOfProseOnLine(text: string, { from }: Block, offset: number): number {
  const end = skipSpacesBefore(text, endOfLine(text, offset), from);
  const isHardBreak = text[end - 1] === '\\' && isWhitespaceOrEdge(text, end - 2);
  return isHardBreak ? skipSpacesBefore(text, end - 1, from) : end;
}

/** Moves past the characters that end a sentence if the offset is before or among them. */
function skipSentenceEnd(text: string, offset: number, end: number): number {
  let at = offset;
  while (at < end && SENTENCE_CLOSERS.includes(text[at] ?? '')) at++;
  return at >= end || isWhitespaceOrEdge(text, at) ? at : offset;
}

const SENTENCE_CLOSERS = '.!?…。！？؟"”\'’»」』*_';

function endsSentence(text: string, offset: number): boolean {
  return /[.!?…。！？؟]["”'’»」』)*_]*$/.test(text.slice(Math.max(0, offset - 8), offset));
}

function isWordCharacter(text: string, offset: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[offset] ?? '');
}

function isWhitespaceOrEdge(text: string, offset: number): boolean {
  return offset < 0 || offset >= text.length || isWhitespace(text.charCodeAt(offset));
}

function isBlank(text: string, from: number, to: number): boolean {
  return from <= to && !text.slice(from, to).includes('\n') && text.slice(from, to).trim() === '';
}
