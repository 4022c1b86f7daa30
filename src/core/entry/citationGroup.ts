import { isWhitespaceOrThinSpace } from '../text/characters.ts';
import { CLOSE_BRACKET, CLOSE_PAREN, LINE_FEED, OPEN_BRACKET, OPEN_PAREN, SPACE } from '../text/charCodes.ts';
import type { Span } from '../text/text.ts';
import type { Citation, CitationGroup, Link, Piece } from './entry.ts';
import { charTokenKind } from './groupTokens.ts';

/**
 * A fast path for nearly every group: `(link / link / link)` exactly, with whitespace before it and the end of the line after it.
 * `index` is that of the first link.
 */
export function wellFormedGroupAt(
  text: string,
  from: number,
  to: number,
  links: readonly Link[],
  index: number,
): CitationGroup | undefined {
  let link = links[index];
  const open = (link?.from ?? 0) - 1;
  if (open < from || text.charCodeAt(open) !== OPEN_PAREN) return undefined;
  if (open > from && !isWhitespaceOrThinSpace(text.charCodeAt(open - 1))) return undefined;
  if (open > from + 1 && text.charCodeAt(open - 2) === OPEN_PAREN) return undefined;
  const pieces: Piece[] = [{ kind: 'open', from: open, to: open + 1 }];
  for (let at = index; link; link = links[++at]) {
    if (!link.plain && (link.form !== 'whole' || !isPlainName(text, link.name))) return undefined;
    pieces.push(citationOf(link));
    const end = link.to;
    const next = links[at + 1];
    if (next?.from === end + 3 && text.startsWith(' / ', end)) {
      pieces.push({ kind: 'separator', from: end + 1, to: end + 2 });
    } else {
      if (end >= to || text.charCodeAt(end) !== CLOSE_PAREN || !endsLine(text, end + 1, to, next)) return undefined;
      pieces.push({ kind: 'close', from: end, to: end + 1 });
      return { from: open, to: end + 1, pieces, wellFormed: true };
    }
  }
  return undefined;
}

/**
 * Whether the line ends at the offset after a group, perhaps with a hard line break (`\`). The next link is not part of the group if there
 * is bold text at the start of the next line.
 */
function endsLine(text: string, at: number, to: number, next: Link | undefined): boolean {
  if (at === to || text.charCodeAt(at) === LINE_FEED) return true;
  HARD_BREAK.lastIndex = at;
  return text.charCodeAt(at) === SPACE && HARD_BREAK.test(text) && (!next || next.from >= HARD_BREAK.lastIndex);
}

const HARD_BREAK = / \\\n *\*/y;

/** One link of a group. */
function citationOf(link: Link): Citation {
  return { kind: 'citation', from: link.from, to: link.to, link };
}

/** One link of a group, with the remark after it that ends before the limit, if there is one. */
export function citationAt(text: string, link: Link, limit: number): Citation {
  // Cheap checks that rule out nearly every link.
  if (link.to + MIN_REMARK_CHARS > limit) return citationOf(link);
  if (text.charCodeAt(link.to) !== OPEN_PAREN && text.charCodeAt(link.to + 1) !== OPEN_PAREN) return citationOf(link);
  REMARK.lastIndex = link.to;
  const hasRemark = REMARK.test(text) && REMARK.lastIndex <= limit;
  return hasRemark ? { kind: 'citation', from: link.from, to: REMARK.lastIndex, link } : citationOf(link);
}

/** `(German)`, `(subscription required)`: a few words in brackets, neither a link nor an address. */
const REMARK = /[ \u00a0]?\((?!\s|https?:|www\.)[^()[\]/\n\uFFFC]{0,40}[^\s()[\]/\uFFFC]\)/y;
const MIN_REMARK_CHARS = 3;

/** The group made of the pieces. The span is from the start of the first to the end of the last. */
export function groupOf(text: string, { from, to }: Span, pieces: readonly Piece[]): CitationGroup {
  return { from, to, pieces, wellFormed: isWellFormed(text, pieces) };
}

/** `(link / link / …)` exactly, with all spaces. */
function isWellFormed(text: string, pieces: readonly Piece[]): boolean {
  const last = pieces.length - 1;
  if (last < 2 || last % 2 !== 0) return false;
  let end = 0; // of the previous piece
  for (let index = 0; index <= last; index++) {
    const piece = pieces[index];
    const kind = index === 0 ? 'open' : index === last ? 'close' : index % 2 === 1 ? 'citation' : 'separator';
    if (piece?.kind !== kind) return false;
    if (piece.kind === 'citation') {
      if (piece.link.form !== 'whole' || !isPlainName(text, piece.link.name)) return false;
    } else if (piece.to - piece.from > 1) return false;
    const isSpaced = index > 1 && index < last;
    if (index > 0 && piece.from - end !== (isSpaced ? 1 : 0)) return false;
    if (isSpaced && text.charCodeAt(end) !== SPACE) return false;
    end = piece.to;
  }
  return true;
}

/** Whether a name has no stray bracket, separator or space at either end. */
function isPlainName(text: string, { from, to }: Span): boolean {
  return from < to && !isBracketOrSeparator(text.charCodeAt(from)) && !isBracketOrSeparator(text.charCodeAt(to - 1));
}

/** Whether the character is a parenthesis, bracket, separator or whitespace. */
function isBracketOrSeparator(code: number): boolean {
  return (
    isWhitespaceOrThinSpace(code) ||
    charTokenKind(code) !== undefined ||
    code === OPEN_BRACKET ||
    code === CLOSE_BRACKET
  );
}
