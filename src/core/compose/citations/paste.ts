import type { Block, BlockKind, CitationGroup, Entry, Link } from '../../entry/entry.ts';
import type { Outlets } from '../../outlets/outlets.ts';
import { applyEdits, contains, type Edit, type Span, textOf } from '../../text/text.ts';
import { canonicalUrl } from '../../urls/canonicalUrl.ts';
import { addressIn, citationsOf, SEPARATOR, type Source, safeAddress, safeName } from './cite.ts';
import { type Clipboard, sourcesOn, withOutletName } from './pastedSources.ts';

/** What a paste does to an entry. */
export interface Paste {
  /** `citations` came into or became a group; `link` is an inline one; `address` filled the brackets of one. */
  readonly kind: 'citations' | 'link' | 'address';
  /** Offsets in the entry as it is. */
  readonly edits: readonly Edit[];
  /** Where writing goes on: an offset in the text that the edits make. */
  readonly caret: number;
}

/**
 * What pasting addresses over a selection (empty: at the caret) makes of an entry: citations in the group at hand, a group
 * where an item or a sentence ends, a link of the selected words. Undefined where plain paste is right: the clipboard holds
 * anything but addresses, or the caret stands in an address, in the front matter, or where no citation can be.
 */
export function pasteCitations(
  entry: Entry,
  selection: Span,
  clipboard: Clipboard,
  outlets: Outlets,
  tracking?: Tracking,
): Paste | undefined {
  if (selection.from < entry.body.from || selection.to > entry.text.length) return undefined;
  const found = sourcesOn(clipboard)?.map((source) => withOutletName(source, outlets));
  const [first, ...more] = found ?? [];
  if (!first) return undefined;
  const sources = [first, ...more] as const;
  const block = entry.blocks.find(({ from, to }) => from <= selection.to && selection.from <= lineEnd(entry.text, to));
  if (!block) return onBlankLine(entry.text, selection, citationsOf(sources, outlets, tracking));
  const start = block.label?.to ?? block.marker?.to ?? block.from;
  if (LITERAL.has(block.kind) || selection.from < start) return undefined;
  const { text } = entry;
  const link = block.links.find(({ from, to }) => from < selection.to && selection.from < to);
  if (link) {
    if (isWhole(selection, link)) return replaced(selection, citationsOf(sources, outlets, tracking).join(SEPARATOR));
    return more.length === 0 ? inLink(text, link, selection, first, outlets, tracking) : undefined;
  }
  if (selection.from < selection.to) {
    return more.length === 0 ? overWords(text, block, selection, first, outlets, tracking) : undefined;
  }
  if (block.kind === 'heading' || block.kind === 'divider') return undefined;
  return atCaret(text, block, selection.from, citationsOf(sources, outlets, tracking));
}

/** A newsroom's own list of it. */
type Tracking = readonly string[] | undefined;

/** Blocks whose text is no prose. */
const LITERAL: ReadonlySet<BlockKind> = new Set<BlockKind>(['code', 'html', 'tweet', 'marker']);

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function isWhole(selection: Span, { from, to }: Span): boolean {
  return selection.from === from && selection.to === to;
}

function onBlankLine(text: string, selection: Span, citations: readonly string[]): Paste | undefined {
  if (textOf(text, selection).trim() !== '') return undefined;
  return replaced(selection, `(${citations.join(SEPARATOR)})`);
}

/** The text in place of the span, and the caret behind it. */
function replaced({ from, to }: Span, by: string, kind: Paste['kind'] = 'citations'): Paste {
  return { kind, edits: [{ from, to, text: by }], caret: from + by.length };
}

/** `[ ]( |)`: the address, and the name too where there is none. An address that is there is the writer's business. */
function inLink(
  text: string,
  link: Link,
  selection: Span,
  source: Source,
  outlets: Outlets,
  tracking: Tracking,
): Paste | undefined {
  const { name, address } = link;
  const isEmpty = textOf(text, address).trim() === '';
  const isUnnamed = textOf(text, name).trim() === '';
  const isHere = contains(address, selection) || (isEmpty && isUnnamed && contains(name, selection));
  if (!isHere || !(isEmpty || isWhole(selection, address))) return undefined;
  const span = { from: skipBack(text, address.from, name.to), to: skipAhead(text, address.to, link.to) };
  const edits: Edit[] = [{ ...span, text: safeAddress(canonicalUrl(source.address, tracking)) }];
  if (isUnnamed) {
    const named = source.name ?? outlets.nameFor(canonicalUrl(source.address, tracking)) ?? '';
    edits.unshift({ ...name, text: safeName(named) });
  }
  const before = applyEdits(text.slice(0, link.to), edits);
  return { kind: 'address', edits, caret: before.length };
}

/** `⟦resigned⟧` becomes `[resigned](https://…)`; an address that stands there as it is becomes a citation. */
function overWords(
  text: string,
  { story }: Block,
  selection: Span,
  source: Source,
  outlets: Outlets,
  tracking: Tracking,
): Paste | undefined {
  const selected = textOf(text, selection);
  const words = selected.trim();
  const from = selection.from + selected.indexOf(words);
  const span = { from, to: from + words.length };
  if (addressIn(words) !== undefined) return replaced(span, citationsOf([source], outlets, tracking).join(SEPARATOR));
  const isProse = words !== '' && contains(story, span) && !/[\n\r[\]]/.test(words);
  if (!isProse || words.split('**').length % 2 === 0) return undefined;
  return replaced(span, `[${words}](${safeAddress(canonicalUrl(source.address, tracking))})`, 'link');
}

function atCaret(text: string, block: Block, at: number, citations: readonly string[]): Paste | undefined {
  const added = citations.join(SEPARATOR);
  const end = endOfLine(text, block, at);
  const around = block.citations.find((group) => holds(group, at));
  if (around) return inGroup(around, at, added);
  const stop = behindSentence(text, at, end);
  const beside = block.citations.find(({ from, to }) => isBlank(text, to, at) || isBlank(text, stop, from));
  if (beside) return atGroupEnd(beside, added);
  const left = skipBack(text, stop, block.from);
  const right = skipAhead(text, stop, lineEnd(text, stop));
  if (text[left - 1] === '(' && (right >= end || text[right] === ')')) {
    return replaced({ from: left, to: right }, right >= end ? `${added})` : added);
  }
  if (right >= end) return atItemEnd(text, block, { from: Math.min(left, end), to: Math.max(stop, end) }, added);
  if (endsSentence(text, left)) return withSpaces({ from: left, to: right }, `(${added})`);
  if (citations.length > 1 || (isInWord(text, at - 1) && isInWord(text, at))) return undefined;
  return replaced({ from: at, to: at }, added, 'link');
}

/** Between the brackets of a group, or at the end of one that nothing closes. */
function holds({ from, to, pieces }: CitationGroup, at: number): boolean {
  return from < at && (at < to || (at === to && pieces.at(-1)?.kind !== 'close'));
}

/** A new citation between the two pieces beside the caret, with what it takes to part it from them. */
function inGroup({ from, to, pieces }: CitationGroup, at: number, added: string): Paste | undefined {
  const index = pieces.findLastIndex((piece) => piece.from < at);
  const previous = pieces[index];
  const next = pieces[index + 1];
  if (previous?.kind === 'address' && at < previous.to) return undefined;
  const start = previous?.to ?? from;
  const before = !previous || previous.kind === 'open' ? '' : previous.kind === 'separator' ? ' ' : SEPARATOR;
  const after = !next || next.kind === 'close' ? '' : next.kind === 'separator' ? ' ' : SEPARATOR;
  const paste = replaced({ from: start, to: next?.from ?? Math.max(to, at) }, before + added + after);
  return { ...paste, caret: paste.caret - after.length };
}

/** Behind the last citation of a group; the caret goes behind the group. */
function atGroupEnd(group: CitationGroup, added: string): Paste | undefined {
  const { pieces } = group;
  const last = pieces.findLast(({ kind }) => kind !== 'close');
  const paste = last && inGroup(group, last.to, added);
  const closing = group.to - (paste?.edits[0]?.to ?? group.to);
  return paste && { ...paste, caret: paste.caret + closing };
}

/** A group behind all that the item says; where that announces a list of sources, the list. */
function atItemEnd(text: string, { label, marker, from }: Block, span: Span, added: string): Paste {
  const said = text.slice(label?.to ?? marker?.to ?? from, span.from).trimEnd();
  const made = /:\**$/.test(said) ? added : `(${added})`;
  return replaced(span, isSpaceAt(text, span.from - 1) ? made : ` ${made}`);
}

function withSpaces(span: Span, group: string): Paste {
  const paste = replaced(span, ` ${group} `);
  return { ...paste, caret: paste.caret - 1 };
}

/** Where the words of the line end: before trailing white space and the backslash of a hard break. */
function endOfLine(text: string, { from }: Block, at: number): number {
  const end = skipBack(text, lineEnd(text, at), from);
  const isBreak = text[end - 1] === '\\' && isSpaceAt(text, end - 2);
  return isBreak ? skipBack(text, end - 1, from) : end;
}

/** Past the marks that end a sentence, where the caret stands before or among them. */
function behindSentence(text: string, at: number, end: number): number {
  let stop = at;
  while (stop < end && CLOSERS.includes(text[stop] ?? '')) stop++;
  return stop >= end || isSpaceAt(text, stop) ? stop : at;
}

const CLOSERS = '.!?…"”\'’*_';

function endsSentence(text: string, at: number): boolean {
  return /[.!?…]["”'’)*_]*$/.test(text.slice(Math.max(0, at - 8), at));
}

function isInWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[at] ?? '');
}

function isSpaceAt(text: string, at: number): boolean {
  const char = text[at];
  return char === undefined || char === ' ' || char === '\t' || char === '\n' || char === '\r' || char === '\u00a0';
}

function isBlank(text: string, from: number, to: number): boolean {
  return from <= to && !text.slice(from, to).includes('\n') && text.slice(from, to).trim() === '';
}

function skipBack(text: string, from: number, limit: number): number {
  let at = from;
  while (at > limit && isSpaceAt(text, at - 1)) at--;
  return at;
}

function skipAhead(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isSpaceAt(text, at)) at++;
  return at;
}
