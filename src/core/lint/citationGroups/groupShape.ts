import type { Citation, CitationGroup, GroupToken, Piece } from '../../entry/entry.ts';
import { type StrayEdges, strayEdges } from '../../entry/strayEdges.ts';
import type { Edit, Span } from '../../text/text.ts';

/** A link, a reference, an unlinked name or a bare address in a citation group, with the tokens before it. */
export interface GroupItem extends Span {
  readonly piece: Citation | GroupToken;
  /** The part of the name outside the link: `NBC` in `NBC [News](…)`; the whole name in `NBC https://…`. */
  readonly nameOutsideLink: GroupToken | undefined;
  /** The tokens between the previous item (or the start of the group) and this one. */
  readonly tokensBefore: readonly GroupToken[];
}

/** A citation group as a list of items with the tokens before, between and after them. */
export interface GroupShape {
  readonly text: string;
  readonly items: readonly GroupItem[];
  /** The tokens after the last item. */
  readonly trailingTokens: readonly GroupToken[];
  /** The closing brackets among the trailing tokens. */
  readonly trailingClosers: readonly GroupToken[];
  /** Whether the group has an opening bracket, if only one that slipped into the name of a link. */
  readonly isOpened: boolean;
  /** The number of closing brackets, including those that slipped into the name of a link. */
  readonly closerCount: number;
  /** The number of brackets in the surrounding sentence that are still open at the group. The trailing closers may close them. */
  readonly depthBefore: number;
  /** The end of the content of the block. */
  readonly contentEnd: number;
}

/** Reads the pieces of a group. `depthBefore` is the number of brackets that are open before it. */
export function shapeOf(text: string, group: CitationGroup, depthBefore: number, contentEnd: number): GroupShape {
  const items: GroupItem[] = [];
  const pieces = withWholeAddresses(group.pieces);
  let tokensBefore: GroupToken[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'citation' || piece.kind === 'address' || piece.kind === 'literal') {
      const nameOutsideLink = tokensBefore.at(-1)?.kind === 'name' ? tokensBefore.pop() : undefined;
      items.push({ piece, nameOutsideLink, tokensBefore, from: nameOutsideLink?.from ?? piece.from, to: piece.to });
      tokensBefore = [];
    } else if (
      piece.kind === 'name' &&
      !(isLinkOrAddress(pieces[index + 1]) && isPartOfName(text, piece)) &&
      !isTypoAfterLink(pieces[index - 1], piece)
    ) {
      items.push({ piece, nameOutsideLink: undefined, tokensBefore, from: piece.from, to: piece.to });
      tokensBefore = [];
    } else {
      tokensBefore.push(piece);
    }
  }
  const trailingTokens = tokensBefore;
  const bracketsInNames = items.map((item) => bracketsInName(text, item));
  return {
    text,
    items,
    trailingTokens,
    trailingClosers: trailingTokens.filter(({ kind }) => kind === 'close'),
    isOpened: pieces.some(({ kind }) => kind === 'open') || bracketsInNames.some(({ open }) => open),
    closerCount: countPieces(pieces, 'close') + bracketsInNames.filter(({ close }) => close).length,
    depthBefore,
    contentEnd,
  };
}

/** The pieces of a group, in which an address in brackets after its outlet, `CNN (https://…)`, is one piece with its brackets. */
function withWholeAddresses(pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some(({ kind }) => kind === 'address')) return pieces;
  const merged: Piece[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    if (!piece) break;
    const [address, close] = pieces.slice(index + 1, index + 3);
    const isBracketed = piece.kind === 'open' && address?.kind === 'address' && close?.kind === 'close';
    if (isBracketed && merged.at(-1)?.kind === 'name') {
      merged.push({ kind: 'address', from: piece.from, to: close.to });
      index += 2;
    } else merged.push(piece);
  }
  return merged;
}

/** True for `NBC [News](…)`, false for `[NBC] [News](…)`. */
function isPartOfName(text: string, { from }: Piece): boolean {
  return text[from] !== '[';
}

/** `[KXYZ](…)0 / [Herald](…)`: one or two characters directly after a link are not a name. */
function isTypoAfterLink(previous: Piece | undefined, { from, to }: Piece): boolean {
  return previous?.kind === 'citation' && previous.to === from && to - from <= 2;
}

function isLinkOrAddress(piece: Piece | undefined): boolean {
  return piece?.kind === 'citation' || piece?.kind === 'address' || piece?.kind === 'literal';
}

/** The number of pieces of a kind. */
export function countPieces(pieces: readonly Piece[], kind: Piece['kind']): number {
  return pieces.reduce((sum, piece) => sum + (piece.kind === kind ? 1 : 0), 0);
}

function bracketsInName(text: string, { piece }: GroupItem): { open: boolean; close: boolean } {
  if (piece.kind !== 'citation') return { open: false, close: false };
  const { lead, trail } = straysInName(text, piece);
  return { open: lead.includes('('), close: trail.includes(')') };
}

/** The brackets, separators and white space that slipped into the name of a link. */
export function straysInName(text: string, { link: { name } }: Citation): StrayEdges {
  return strayEdges(text.slice(name.from, name.to));
}

/**
 * Whether the group reads `(link / link / …)`, or `link / link / …` as in a list of links, but for white space: by far the most common ways
 * not to be well formed.
 */
export function isWellOrdered(text: string, { pieces }: CitationGroup): boolean {
  const isBracketed = pieces[0]?.kind === 'open';
  const first = isBracketed ? 1 : 0;
  const end = isBracketed ? pieces.length - 1 : pieces.length;
  if (isBracketed && pieces[end]?.kind !== 'close') return false;
  for (let index = first; index < end; index++) {
    const piece = pieces[index];
    const isSource = (index - first) % 2 === 0;
    if (!piece || !(isSource ? isCleanSource(text, piece) : piece.kind === 'separator')) return false;
  }
  return (end - first) % 2 === 1;
}

function isCleanSource(text: string, piece: Piece): boolean {
  return piece.kind === 'literal' || (piece.kind === 'citation' && isCleanCitation(text, piece));
}

function isCleanCitation(text: string, citation: Citation): boolean {
  const { plain, form } = citation.link;
  return plain || (form === 'whole' && !hasStrayInName(text, citation));
}

/** Whether the name is blank, or starts or ends with a character that does not belong to a name. */
function hasStrayInName(text: string, { link: { name } }: Citation): boolean {
  return /^\s*[^\p{L}\p{N}\s]|[^\p{L}\p{N}\s.!?+*’'"”]\s*$|^\s*$/u.test(text.slice(name.from, name.to));
}

/** Whether a bracket further on in the block, which nothing opens there, closes the group. */
export function isClosedLater({ text, contentEnd }: GroupShape, from: number): boolean {
  let depth = 0;
  const end = Math.min(contentEnd, from + MAX_LATER_CHARS);
  for (let at = from; at < end; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && depth-- === 0) return !/^\s*$/.test(text.slice(from, at));
  }
  return false;
}

const MAX_LATER_CHARS = 1000;

/** `\[[Readable version](…)\]`: brackets that are meant to be shown. */
export function isEscapedBracket(text: string, { from, to }: GroupToken): boolean {
  return text[from] === '\\' && to - from > 1;
}

/** The edit that deletes the text of a span. */
export function deletionOf({ from, to }: Span): Edit {
  return { from, to, text: '' };
}
