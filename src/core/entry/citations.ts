import { isLetter } from '../text/characters.ts';
import type { Span } from '../text/text.ts';
import type { CitationGroup, GroupToken, Link, Piece } from './entry.ts';
import { citation, group, regularGroup } from './group.ts';
import { depthAfter, endsLineWithin, isOutletLike, isSpace, markAt, marks } from './marks.ts';
import { mayBeUnlinked, unlinkedGroups } from './unlinkedGroups.ts';

/**
 * The citation groups of a story: chains of links that brackets or ` / ` hold together. A bracket, a separator or an
 * address may be missing anywhere; what makes a group is that something of one is there.
 */
export function scanCitations(text: string, story: Span, links: readonly Link[]): CitationGroup[] {
  const groups: CitationGroup[] = [];
  const scan: Scan = { story, links, groups, index: 0, after: story.from, counted: story.from, around: 0 };
  const end = story.to;
  for (; scan.index < links.length; scan.index++) {
    const first = links[scan.index];
    if (!first) break;
    if (isInProse(text, scan.after, end, first)) {
      scan.after = first.to;
      continue;
    }
    const regular = regularGroup(text, scan.after, end, links, scan.index);
    if (regular) {
      groups.push(regular);
      scan.index += (regular.pieces.length - 3) / 2;
      scan.after = regular.to;
    } else {
      scanChain(text, scan, first);
    }
  }
  const { after } = scan;
  if (!mayBeUnlinked(text, story, after)) return groups;
  return [...groups, ...unlinkedGroups(text, { from: after, to: end }, story, groups.length === 0)];
}

/** How far the groups of a story are known. */
interface Scan {
  readonly story: Span;
  readonly links: readonly Link[];
  readonly groups: CitationGroup[];
  /** Of the link that is looked at. */
  index: number;
  /** Where the last link or group ends. */
  after: number;
  /** How many brackets are open around `counted`. */
  counted: number;
  around: number;
}

/** Takes the link and those that hang together with it, up to the last of them; they are a group where something makes one. */
function scanChain(text: string, scan: Scan, first: Link): void {
  const { story, links } = scan;
  const pieces: Piece[] = leadingPieces(text, scan.after, first.from);
  const from = pieces[0]?.from ?? first.from;
  const opened = pieces[0]?.kind === 'open' || startsInName(text, first);
  let depth = balance(pieces);
  let joined = pieces.some((piece) => piece.kind === 'separator');
  pieces.push(citation(first));
  let last = first;
  let next = links[scan.index + 1];
  while (next) {
    const gap = gapBetween(text, last, next);
    const strong = gap !== undefined && isStrong(text, gap);
    const held = strong || (gap !== undefined && isHeld(text, gap, depth, joined, links, scan.index + 1));
    if (!gap || !held) break;
    joined ||= strong;
    pieces.push(...gap, citation(next));
    depth += balance(gap);
    last = next;
    next = links[++scan.index + 1];
  }
  const trailing = trailingPieces(text, last.to, next?.from ?? story.to, opened, joined);
  scan.after = last.to;
  if (trailing === undefined) return;
  for (const piece of trailing) pieces.push(piece);
  // Closing brackets that close nothing before the group are its own.
  if (!(opened || joined || (closes(pieces) && depthAt(text, scan, from) === 0))) return;
  scan.after = trailing.at(-1)?.to ?? last.to;
  scan.groups.push(group(text, { from, to: scan.after }, pieces));
}

function depthAt(text: string, scan: Scan, at: number): number {
  scan.around = depthAfter(text, { from: scan.counted, to: at }, scan.around);
  scan.counted = at;
  return scan.around;
}

/**
 * The quick way past for nearly every link of a sentence: a space and a word in small letters follow it, and no bracket and no
 * separator stands anywhere near before it.
 */
function isInProse(text: string, from: number, to: number, link: Link): boolean {
  const end = link.to;
  if (!link.plain || end + 3 >= to || text.charCodeAt(end) !== 32) return false;
  const next = text.charCodeAt(end + 1);
  // An `a` may begin `and`, an `h` or a `w` an address.
  if (next < 98 || next > 122 || next === 104 || next === 119 || !isSmall(text.charCodeAt(end + 2))) return false;
  const start = link.from;
  const before = text.slice(start - from > LONGEST_GAP_WITH_ADDRESS ? start - LONGEST_GAP_WITH_ADDRESS : from, start);
  return before.indexOf('(') < 0 && !isSeparated(text, from, start);
}

/** Whether a separator may stand right before the offset. */
function isSeparated(text: string, from: number, to: number): boolean {
  if (to <= from + 1) return false;
  const last = text.charCodeAt(to - 1);
  if (!isSpace(last)) return last === SLASH;
  const before = text.charCodeAt(to - 2);
  return before === SLASH || isSpace(before);
}

function isSmall(code: number): boolean {
  return code >= 97 && code <= 122;
}

const SLASH = 47;

/** What stands between two links, or undefined where that is plainly prose. */
function gapBetween(text: string, last: Link, next: Link): GroupToken[] | undefined {
  const from = last.to;
  const to = next.from;
  if (to - from === 3 && text.startsWith(' / ', from)) return [{ kind: 'separator', from: from + 1, to: from + 2 }];
  const isProse = to - from > (text.startsWith(' / http', from) ? LONGEST_GAP_WITH_ADDRESS : LONGEST_GAP);
  return isProse ? undefined : marks(text, from, to);
}

/** Several outlets without a link may stand in a gap. */
const LONGEST_GAP = 150;
const LONGEST_GAP_WITH_ADDRESS = 700;

/** A gap without a slash: anything short inside open brackets, or nothing at all in a chain. */
function isHeld(
  text: string,
  gap: readonly GroupToken[],
  depth: number,
  joined: boolean,
  links: readonly Link[],
  next: number,
): boolean {
  if (depth > 0 && isWeak(text, gap)) return true;
  return gap.length === 0 && (joined || isJoinedBehind(text, links, next));
}

/** Inside a name's own brackets: `[(New York Times](…)`. */
function startsInName(text: string, { name }: Link): boolean {
  return isOdd(text, name) && /^[\s.,]*\(/.test(text.slice(name.from, Math.min(name.to, name.from + 4)));
}

function isOdd(text: string, { from, to }: Span): boolean {
  const first = from < to ? text.charCodeAt(from) : 0;
  return first <= 46;
}

/**
 * What belongs to the group before its first link: `(`, `((`, `(Name / `, `(NBC `. Looks back to the last bracket
 * that only names and separators part from the link.
 */
function leadingPieces(text: string, from: number, to: number): GroupToken[] {
  if (to > from && text.charCodeAt(to - 1) === PAREN && !isLed(text, from, to - 1)) {
    return [{ kind: 'open', from: to - 1, to }];
  }
  const open = lastOpen(text, from, to);
  if (open !== undefined) {
    const pieces = marks(text, open, to);
    if (pieces.every((piece, index) => isLead(text, pieces, index, piece, to))) return pieces;
  }
  const slash = skipSpacesBack(text, to, from) - 1;
  const isSeparator = slash > from && text[slash] === '/' && isSpace(text.charCodeAt(slash - 1));
  return isSeparator ? [{ kind: 'separator', from: slash, to: slash + 1 }] : [];
}

const PAREN = 40;

/** Whether another bracket or a backslash belongs to the bracket at that offset: `((`, `( (`, `\(`. */
function isLed(text: string, from: number, at: number): boolean {
  const before = at > from ? text.charCodeAt(at - 1) : 0;
  if (before === PAREN || before === 92) return true;
  return before === 32 && at - 1 > from && text.charCodeAt(at - 2) === PAREN;
}

/** The last bracket before a link, or the first of several in a row; only so far back as outlets' names may reach. */
function lastOpen(text: string, from: number, to: number): number | undefined {
  let limit = Math.max(from, to - LONGEST_GAP);
  let near = text.slice(limit, to);
  if (limit > from && ADDRESS_AND_SEPARATOR.test(near)) {
    limit = Math.max(from, to - LONGEST_GAP_WITH_ADDRESS);
    near = text.slice(limit, to);
  }
  const last = near.lastIndexOf('(');
  if (last < 0 || near.indexOf('\n', last) >= 0) return undefined;
  let at = limit + last;
  for (;;) {
    const back = skipSpacesBack(text, at, from) - 1;
    if (back < from || text.charCodeAt(back) !== PAREN) break;
    at = back;
  }
  return at > from && text.charCodeAt(at - 1) === 92 ? at - 1 : at;
}

/** The end of an address that began further back. */
const ADDRESS_AND_SEPARATOR = /^[^\s()]+ \/ $/;

function isLead(text: string, pieces: readonly GroupToken[], index: number, piece: GroupToken, end: number): boolean {
  if (piece.kind === 'name') return isOutletLike(text, piece) && pieces[index + 1]?.kind !== 'name';
  if (piece.kind === 'stray') {
    // `([[CNN](…)`, `({[CNN](…)`; `(.[CNN](…)`, `(x[CNN](…)`
    const isKey = '[{'.includes(text.charAt(piece.from))
      ? isSlip(piece)
      : piece.from === pieces[0]?.to && piece.to === piece.from + 1;
    return piece.to === end && isKey;
  }
  return piece.kind !== 'close';
}

/** Joined by a slash, whatever else stands there: a missing link, a bracket too many, a slip of the finger. */
function isStrong(text: string, gap: readonly GroupToken[]): boolean {
  return (
    gap.some((piece) => piece.kind === 'separator') &&
    gap.every((piece) => (piece.kind === 'name' ? isOutletLike(text, piece) : piece.kind !== 'stray' || isSlip(piece)))
  );
}

/** `npr`: where a name must stand, a word is one. */
function isLoneWord(text: string, { from, to }: Span): boolean {
  return to - from <= LONGEST_WORD && /^[a-z][\w.'’-]*$/i.test(text.slice(from, to));
}

const LONGEST_WORD = 20;

/** Whether a separator follows the link of that index, so that a chain goes on behind it. */
function isJoinedBehind(text: string, links: readonly Link[], index: number): boolean {
  const link = links[index];
  const next = links[index + 1];
  return link !== undefined && next !== undefined && isStrong(text, marks(text, link.to, next.from));
}

/** A character or two that nobody meant. */
function isSlip(piece: GroupToken): boolean {
  return piece.to - piece.from <= 2;
}

/** A slip that is no letter: `.`, `\`, `[`; not a bracket that is meant to show, `\[`. */
function isSign(text: string, piece: GroupToken): boolean {
  if (!isSlip(piece) || (piece.to - piece.from > 1 && text.charCodeAt(piece.from) === 92)) return false;
  for (let at = piece.from; at < piece.to; at++) if (isLetter(text.charCodeAt(at))) return false;
  return true;
}

/** Inside open brackets anything short will do: nothing at all, a comma, `and`, a full stop. */
function isWeak(text: string, gap: readonly GroupToken[]): boolean {
  return gap.every((piece) => {
    const { kind } = piece;
    return (
      kind === 'other-separator' || kind === 'open' || kind === 'close' || (kind === 'stray' && isSign(text, piece))
    );
  });
}

/** What belongs to the group behind its last link, or undefined where prose follows inside its brackets. */
function trailingPieces(
  text: string,
  from: number,
  to: number,
  opened: boolean,
  joined: boolean,
): GroupToken[] | undefined {
  const taken: GroupToken[] = [];
  let closed = false;
  let piece = markAt(text, from, to);
  while (piece) {
    const next = markAt(text, piece.to, to);
    if (!isTrailing(text, taken.at(-1), piece, next)) break;
    closed ||= piece.kind === 'close';
    taken.push(piece);
    piece = next;
  }
  // One character alone is the key beside the bracket's.
  const isProse = piece && !(piece.to === piece.from + 1 && endsLineWithin(text, piece.to, to, 0));
  if (isProse && !closed && opened && !joined) return undefined;
  return piece && !closed && !opened ? [] : taken;
}

/** Whether a mark behind the last link is still the group's: prose that follows is not. */
function isTrailing(
  text: string,
  previous: GroupToken | undefined,
  { kind, from, to }: GroupToken,
  next: GroupToken | undefined,
): boolean {
  const ends = next === undefined || next.kind === 'close' || next.kind === 'separator';
  switch (kind) {
    case 'close':
    case 'separator':
    case 'address':
      return true;
    case 'name':
      if (previous?.kind !== 'separator') return false;
      return isOutletLike(text, { from, to })
        ? ends || next.kind === 'address'
        : next?.kind === 'close' && isLoneWord(text, { from, to });
    case 'other-separator':
    case 'stray':
      return ends && next !== undefined && to - from <= 2;
    case 'open':
      return next?.kind === 'close' && next.from === to; // an empty pair
  }
}

function closes(pieces: readonly Piece[]): boolean {
  return pieces.some(({ kind }) => kind === 'close');
}

function balance(pieces: readonly Piece[]): number {
  let depth = 0;
  for (const piece of pieces) depth += piece.kind === 'open' ? 1 : piece.kind === 'close' ? -1 : 0;
  return depth;
}

function skipSpacesBack(text: string, from: number, limit: number): number {
  let at = from;
  while (at > limit && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}
