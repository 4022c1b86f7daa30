import type { Span } from '../text/text.ts';
import type { Citation, CitationGroup, Link, Piece } from './entry.ts';
import { isSpace, markKind } from './marks.ts';

/**
 * The quick way for nearly every group: `(link / link / link)` to the letter, white space before it and the end of the
 * line behind it.
 */
export function regularGroup(
  text: string,
  from: number,
  to: number,
  links: readonly Link[],
  index: number,
): CitationGroup | undefined {
  let link = links[index];
  const open = (link?.from ?? 0) - 1;
  if (open < from || text.charCodeAt(open) !== PAREN) return undefined;
  if (open > from && !isSpace(text.charCodeAt(open - 1))) return undefined;
  if (open > from + 1 && text.charCodeAt(open - 2) === PAREN) return undefined;
  const pieces: Piece[] = [{ kind: 'open', from: open, to: open + 1 }];
  for (let at = index; link; link = links[++at]) {
    if (!link.plain && (link.form !== 'whole' || !isPlainName(text, link.name))) return undefined;
    pieces.push(citation(link));
    const end = link.to;
    if (links[at + 1]?.from === end + 3 && text.startsWith(' / ', end)) {
      pieces.push({ kind: 'separator', from: end + 1, to: end + 2 });
    } else {
      const isWhole =
        end < to && text.charCodeAt(end) === PAREN + 1 && (end + 1 === to || text.charCodeAt(end + 1) === 10);
      if (!isWhole) return undefined;
      pieces.push({ kind: 'close', from: end, to: end + 1 });
      return { from: open, to: end + 1, pieces, regular: true };
    }
  }
  return undefined;
}

const PAREN = 40;

/** One link of a group. */
export function citation(link: Link): Citation {
  return { kind: 'citation', from: link.from, to: link.to, link };
}

/** The group that these pieces make, from the start of the first to the end of the last. */
export function group(text: string, { from, to }: Span, pieces: readonly Piece[]): CitationGroup {
  return { from, to, pieces, regular: isRegular(text, pieces) };
}

/** `(` link ` / ` link … `)`, with every space where it belongs. */
function isRegular(text: string, pieces: readonly Piece[]): boolean {
  const last = pieces.length - 1;
  if (last < 2 || last % 2 !== 0) return false;
  let before = 0; // where the last piece ends
  for (const [at, piece] of pieces.entries()) {
    const kind = at === 0 ? 'open' : at === last ? 'close' : at % 2 === 1 ? 'citation' : 'separator';
    if (piece.kind !== kind) return false;
    if (piece.kind === 'citation') {
      if (piece.link.form !== 'whole' || !isPlainName(text, piece.link.name)) return false;
    } else if (piece.to - piece.from > 1) return false;
    const spaced = at > 1 && at < last;
    if (at > 0 && piece.from - before !== (spaced ? 1 : 0)) return false;
    if (spaced && text.charCodeAt(before) !== 32) return false;
    before = piece.to;
  }
  return true;
}

/** A name that no bracket, separator or space slipped into at either end. */
function isPlainName(text: string, { from, to }: Span): boolean {
  return from < to && !isEdge(text.charCodeAt(from)) && !isEdge(text.charCodeAt(to - 1));
}

/** `(` `)` `[` `]` `/` `,` `;` `|` and white space. */
function isEdge(code: number): boolean {
  return isSpace(code) || markKind(code) !== undefined || code === 91 || code === 93;
}
