import type { Citation, CitationGroup, GroupToken, Piece } from '../../entry/entry.ts';
import type { Edit, Span } from '../../text/text.ts';

/** A link, a name or an address of a group, with the marks that stand before and behind it. */
export interface Item extends Span {
  readonly piece: Citation | GroupToken;
  /** The part of the name that stands outside the link: `NBC` in `NBC [News](…)`; all of it in `NBC https://…`. */
  readonly outside: GroupToken | undefined;
  /** From the item before (or the group's start) to this one. */
  readonly before: readonly GroupToken[];
}

/** A group as a row of items and what stands around and between them. */
export interface Shape {
  readonly text: string;
  readonly items: readonly Item[];
  /** Behind the last item, and the closing brackets among it. */
  readonly after: readonly GroupToken[];
  readonly closes: readonly GroupToken[];
  /** The bracket that slipped into the first or the last name counts as the group's. */
  readonly opened: boolean;
  readonly closers: number;
  /** Opening brackets of the sentence around the group, which closers behind it may close. */
  readonly around: number;
  /** Where the story ends. */
  readonly limit: number;
}

/** Reads the pieces of a group; `around` counts the brackets that are open before it. */
export function shapeOf(text: string, group: CitationGroup, around: number, limit: number): Shape {
  const items: Item[] = [];
  let before: GroupToken[] = [];
  for (const [index, piece] of group.pieces.entries()) {
    if (piece.kind === 'citation' || piece.kind === 'address') {
      const outside = before.at(-1)?.kind === 'name' ? before.pop() : undefined;
      items.push({ piece, outside, before, from: outside?.from ?? piece.from, to: piece.to });
      before = [];
    } else if (
      piece.kind === 'name' &&
      !(isLinked(group.pieces[index + 1]) && isPartOfName(text, piece)) &&
      !isSlip(group.pieces[index - 1], piece)
    ) {
      items.push({ piece, outside: undefined, before, from: piece.from, to: piece.to });
      before = [];
    } else {
      before.push(piece);
    }
  }
  const inNames = items.map((item) => bracketsInName(text, item));
  return {
    text,
    items,
    after: before,
    closes: before.filter(({ kind }) => kind === 'close'),
    opened: group.pieces.some(({ kind }) => kind === 'open') || inNames.some(({ open }) => open),
    closers: count(group.pieces, 'close') + inNames.filter(({ close }) => close).length,
    around,
    limit,
  };
}

/** `NBC [News](…)`, and not `[NBC] [News](…)`. */
function isPartOfName(text: string, { from }: Piece): boolean {
  return text[from] !== '[';
}

/** `[KXYZ](…)0 / [Herald](…)`: a character or two that stick to the link before them are no name. */
function isSlip(before: Piece | undefined, { from, to }: Piece): boolean {
  return before?.kind === 'citation' && before.to === from && to - from <= 2;
}

/** Whether a name before it is a part of the piece's own. */
function isLinked(piece: Piece | undefined): boolean {
  return piece?.kind === 'citation' || piece?.kind === 'address';
}

/** How many pieces of that kind there are. */
export function count(pieces: readonly Piece[], kind: Piece['kind']): number {
  return pieces.reduce((sum, piece) => sum + (piece.kind === kind ? 1 : 0), 0);
}

function bracketsInName(text: string, { piece }: Item): { open: boolean; close: boolean } {
  if (piece.kind !== 'citation') return { open: false, close: false };
  const { lead, trail } = edgesOf(text, piece);
  return { open: lead.includes('('), close: trail.includes(')') };
}

/** Brackets, separators and white space that slipped into a link's name. */
export function edgesOf(text: string, { link }: Citation): { lead: string; trail: string } {
  const name = text.slice(link.name.from, link.name.to);
  const lead = /^[\s.,]*[(/][\s/]*/.exec(name)?.[0] ?? '';
  return { lead, trail: trailOf(name.slice(lead.length)) };
}

/** A separator or a bracket at the end of a name, and the white space around it; not the closing one of `KXYZ (Portland)`. */
function trailOf(name: string): string {
  const words = name.trimEnd().slice(0, -1);
  const sign = name[words.length];
  const isLoose = sign === '/' || sign === '(' || (sign === ')' && words.lastIndexOf('(') <= words.lastIndexOf(')'));
  return isLoose ? name.slice(words.trimEnd().length) : '';
}

/** `(link / link / …)` but for white space: by far the commonest way not to be regular. */
export function isInOrder(text: string, { pieces }: CitationGroup): boolean {
  const last = pieces.length - 1;
  return (
    last >= 2 &&
    last % 2 === 0 &&
    pieces.every((piece, index) => {
      if (index % 2 === 1) return piece.kind === 'citation' && isSound(text, piece);
      return piece.kind === (index === 0 ? 'open' : index === last ? 'close' : 'separator');
    })
  );
}

function isSound(text: string, citation: Citation): boolean {
  const { plain, form } = citation.link;
  return plain || (form === 'whole' && !hasSlipped(text, citation));
}

/** Whether the name starts or ends with something that is no part of a name. */
function hasSlipped(text: string, { link: { name } }: Citation): boolean {
  return /^\s*[^\p{L}\p{N}\s]|[^\p{L}\p{N}\s.!?+*’'"”]\s*$|^\s*$/u.test(text.slice(name.from, name.to));
}

/** `\[[Readable version](…)\]`: brackets that the writer means to show. */
export function isOwnBracket(text: string, { from, to }: GroupToken): boolean {
  return text[from] === '\\' && to - from > 1;
}

/** The edit that takes away what stands in the span. */
export function remove({ from, to }: Span): Edit {
  return { from, to, text: '' };
}
