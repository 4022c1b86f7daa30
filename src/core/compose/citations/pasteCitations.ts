import type { Block, CitationGroup, Entry, Link } from '../../entry/entry.ts';
import type { Outlets } from '../../outlets/outlets.ts';
import { isWhitespace } from '../../text/characters.ts';
import { applyEdits, contains, type Edit, type Span, textOf } from '../../text/text.ts';
import { canonicalUrl } from '../../urls/canonicalUrl.ts';
import { skipSpaces, skipSpacesBefore } from '../skipSpaces.ts';
import { type ClipboardContent, keepOutletName, parseClipboardLinks } from './clipboardLinks.ts';
import {
  CITATION_SEPARATOR,
  escapeLinkAddress,
  escapeLinkName,
  formatCitations,
  type LinkToCite,
  parseWebAddress,
} from './formatCitations.ts';
import { LITERAL_BLOCKS } from './literalBlocks.ts';

/** The result of pasting into an entry. */
export interface Paste {
  /** `citations` creates or extends a group; `link` creates an inline link; `address` fills the parentheses of a link. */
  readonly kind: 'citations' | 'link' | 'address';
  /** Offsets refer to the entry before the paste. */
  readonly edits: readonly Edit[];
  /** Where the cursor goes: an offset in the text after the edits. */
  readonly caret: number;
}

/**
 * Pastes web addresses over a selection (empty: at the caret): as citations in a nearby group, as a new group at the end of an item
 * or sentence, or as a link around the selected words. Returns undefined when a plain paste is right: the clipboard holds anything
 * but addresses, or the caret is in an address, in the front matter, or anywhere else a citation cannot be.
 */
export function pasteCitations(
  entry: Entry,
  selection: Span,
  clipboard: ClipboardContent,
  outlets: Outlets,
  tracking?: TrackingParameters,
): Paste | undefined {
  if (selection.from < entry.body.from || selection.to > entry.text.length) return undefined;
  const links = parseClipboardLinks(clipboard)?.map((link) => keepOutletName(link, outlets));
  const [firstLink, ...moreLinks] = links ?? [];
  if (!firstLink) return undefined;
  const { text } = entry;
  const citations = formatCitations([firstLink, ...moreLinks], outlets, tracking);
  const block = entry.blocks.find(({ from, to }) => from <= selection.to && selection.from <= endOfLine(text, to));
  if (!block) return pasteOnBlankLine(text, selection, citations);
  const start = block.label?.to ?? block.marker?.to ?? block.from;
  if (LITERAL_BLOCKS.has(block.kind) || selection.from < start) return undefined;
  const existingLink = block.links.find(({ from, to }) => from < selection.to && selection.from < to);
  if (existingLink) {
    if (isSameSpan(selection, existingLink)) return replaceSpan(selection, citations.join(CITATION_SEPARATOR));
    return moreLinks.length === 0
      ? pasteIntoLink(text, existingLink, selection, firstLink, outlets, tracking)
      : undefined;
  }
  if (selection.from < selection.to) {
    return moreLinks.length === 0 ? pasteOverWords(text, block, selection, firstLink, outlets, tracking) : undefined;
  }
  if (block.kind === 'heading' || block.kind === 'divider') return undefined;
  return pasteAtCaret(text, block, selection.from, citations);
}

/** The newsroom's own additions to the list of tracking parameters. */
type TrackingParameters = readonly string[] | undefined;

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

function isSameSpan(a: Span, b: Span): boolean {
  return a.from === b.from && a.to === b.to;
}

function pasteOnBlankLine(text: string, selection: Span, citations: readonly string[]): Paste | undefined {
  if (textOf(text, selection).trim() !== '') return undefined;
  return replaceSpan(selection, `(${citations.join(CITATION_SEPARATOR)})`);
}

/** Replaces the span and puts the caret after the replacement. */
function replaceSpan({ from, to }: Span, replacement: string, kind: Paste['kind'] = 'citations'): Paste {
  return { kind, edits: [{ from, to, text: replacement }], caret: from + replacement.length };
}

/** Fills `[…]( |)` with the address, and with the name if that is empty too. Never overwrites part of an existing address. */
function pasteIntoLink(
  text: string,
  { name, address, to }: Link,
  selection: Span,
  link: LinkToCite,
  outlets: Outlets,
  tracking: TrackingParameters,
): Paste | undefined {
  const isEmpty = textOf(text, address).trim() === '';
  const isUnnamed = textOf(text, name).trim() === '';
  const isInside = contains(address, selection) || (isEmpty && isUnnamed && contains(name, selection));
  if (!isInside || !(isEmpty || isSameSpan(selection, address))) return undefined;
  const span = { from: skipSpacesBefore(text, address.from, name.to), to: skipSpaces(text, address.to, to) };
  const url = canonicalUrl(link.address, tracking);
  const edits: Edit[] = [{ ...span, text: escapeLinkAddress(url) }];
  if (isUnnamed) edits.unshift({ ...name, text: escapeLinkName(link.name ?? outlets.suggestName(url) ?? '') });
  return { kind: 'address', edits, caret: applyEdits(text.slice(0, to), edits).length };
}

/** Turns `⟦resigned⟧` into `[resigned](https://…)`, and a selected bare address into a citation. */
function pasteOverWords(
  text: string,
  { content }: Block,
  selection: Span,
  link: LinkToCite,
  outlets: Outlets,
  tracking: TrackingParameters,
): Paste | undefined {
  const selected = textOf(text, selection);
  const words = selected.trim();
  const from = selection.from + selected.indexOf(words);
  const span = { from, to: from + words.length };
  if (parseWebAddress(words) !== undefined) {
    return replaceSpan(span, formatCitations([link], outlets, tracking).join(CITATION_SEPARATOR));
  }
  const isProse = words !== '' && contains(content, span) && !/[\n\r[\]]/.test(words);
  const splitsBold = words.split('**').length % 2 === 0;
  if (!isProse || splitsBold) return undefined;
  return replaceSpan(span, `[${words}](${escapeLinkAddress(canonicalUrl(link.address, tracking))})`, 'link');
}

function pasteAtCaret(text: string, block: Block, caret: number, citations: readonly string[]): Paste | undefined {
  const added = citations.join(CITATION_SEPARATOR);
  const end = endOfProseOnLine(text, block, caret);
  const surroundingGroup = block.citationGroups.find((group) => isInGroup(group, caret));
  if (surroundingGroup) return pasteInGroup(surroundingGroup, caret, added);
  const afterSentence = skipSentenceEnd(text, caret, end);
  const adjacentGroup = block.citationGroups.find(
    ({ from, to }) => isBlank(text, to, caret) || isBlank(text, afterSentence, from),
  );
  if (adjacentGroup) return pasteAtGroupEnd(adjacentGroup, added);
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
  if (citations.length > 1 || isInsideWord) return undefined;
  return replaceSpan({ from: caret, to: caret }, added, 'link');
}

/** Whether the offset is inside the parentheses of a group, or at the end of an unclosed one. */
function isInGroup({ from, to, pieces }: CitationGroup, offset: number): boolean {
  return from < offset && (offset < to || (offset === to && pieces.at(-1)?.kind !== 'close'));
}

/** Inserts a citation between the two pieces around the offset, with the separators it needs. */
function pasteInGroup({ from, to, pieces }: CitationGroup, offset: number, added: string): Paste | undefined {
  const index = pieces.findLastIndex((piece) => piece.from < offset);
  const previous = pieces[index];
  const next = pieces[index + 1];
  if (previous?.kind === 'address' && offset < previous.to) return undefined;
  const start = previous?.to ?? from;
  const before = !previous || previous.kind === 'open' ? '' : previous.kind === 'separator' ? ' ' : CITATION_SEPARATOR;
  const after = !next || next.kind === 'close' ? '' : next.kind === 'separator' ? ' ' : CITATION_SEPARATOR;
  const paste = replaceSpan({ from: start, to: next?.from ?? Math.max(to, offset) }, before + added + after);
  return { ...paste, caret: paste.caret - after.length };
}

/** Inserts after the last citation of a group and puts the caret after the group. */
function pasteAtGroupEnd(group: CitationGroup, added: string): Paste | undefined {
  const lastPiece = group.pieces.findLast(({ kind }) => kind !== 'close');
  const paste = lastPiece && pasteInGroup(group, lastPiece.to, added);
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

const SENTENCE_CLOSERS = '.!?…"”\'’*_';

function endsSentence(text: string, offset: number): boolean {
  return /[.!?…]["”'’)*_]*$/.test(text.slice(Math.max(0, offset - 8), offset));
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
