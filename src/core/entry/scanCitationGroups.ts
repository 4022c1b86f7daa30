import { isLetter, isWhitespaceOrThinSpace } from '../text/characters.ts';
import { BACKSLASH, FULL_STOP, LOWER_A, LOWER_Z, OPEN_PAREN, SLASH, SPACE } from '../text/charCodes.ts';
import type { Span } from '../text/text.ts';
import { citationAt, groupOf, wellFormedGroupAt } from './citationGroup.ts';
import type { Citation, CitationGroup, GroupToken, Link, Piece } from './entry.ts';
import { leadingTokens, MAX_GAP_CHARS, MAX_GAP_WITH_ADDRESS_CHARS, trailingTokens } from './groupEdges.ts';
import { groupTokens, isOutletLike, isTypo, lineEndsWithin, parenDepthAfter } from './groupTokens.ts';
import { strayEdges } from './strayEdges.ts';
import { mayHaveUnlinkedGroups, unlinkedGroups } from './unlinkedGroups.ts';

/**
 * The citation groups of a block's content: chains of links held together by parentheses or ` / `. A parenthesis, a separator or an
 * address may be missing anywhere; a chain is a group as soon as it has a parenthesis or a separator.
 */
export function scanCitationGroups(text: string, content: Span, links: readonly Link[]): readonly CitationGroup[] {
  if (links.length === 0 && !mayHaveUnlinkedGroups(text, content, content.from)) return NO_GROUPS;
  const groups: CitationGroup[] = [];
  const scan: Scan = { content, links, groups, scannedTo: content.from, depth: 0, depthAt: 0 };
  scan.depthAt = content.from; // not above: V8 would have to compile the scan again once what seemed constant changes
  const end = content.to;
  for (let index = 0; index < links.length; ) {
    const first = links[index];
    if (!first) break;
    if (isInProse(text, scan.scannedTo, end, first, links[index + 1])) {
      scan.scannedTo = first.to;
      index++;
      continue;
    }
    const wellFormed = wellFormedGroupAt(text, scan.scannedTo, end, links, index);
    if (wellFormed) {
      groups.push(wellFormed);
      index += (wellFormed.pieces.length - 1) / 2;
      scan.scannedTo = wellFormed.to;
    } else {
      index = scanChain(text, scan, first, index + 1);
    }
  }
  const { scannedTo } = scan;
  if (!mayHaveUnlinkedGroups(text, content, scannedTo)) return groups;
  return [...groups, ...unlinkedGroups(text, { from: scannedTo, to: end }, content, groups.length === 0)];
}

const NO_GROUPS: readonly CitationGroup[] = [];

/** The state of a scan. */
interface Scan {
  readonly content: Span;
  readonly links: readonly Link[];
  readonly groups: CitationGroup[];
  /** The end of the last link or group. */
  scannedTo: number;
  /** The number of parentheses open at `depthAt`. */
  depth: number;
  depthAt: number;
}

/**
 * Scans a chain of links, and adds it to the groups if it is one. `nextIndex` is the index of the link after the first one; returns the
 * index of the link after the chain.
 */
function scanChain(text: string, scan: Scan, first: Link, nextIndex: number): number {
  const { content, links } = scan;
  const pieces: Piece[] = leadingTokens(text, scan.scannedTo, first);
  const from = pieces[0]?.from ?? first.from;
  const isOpened = pieces[0]?.kind === 'open' || opensInName(text, content, first);
  let depth = parenBalance(pieces);
  let hasSeparator = pieces.some((piece) => piece.kind === 'separator');
  let index = nextIndex;
  let next = links[index];
  let last = citationAt(text, first, next?.from ?? content.to);
  pieces.push(last);
  while (next) {
    if (next.from === last.to + 3 && text.startsWith(' / ', last.to)) {
      // A fast path for nearly every gap.
      pieces.push({ kind: 'separator', from: last.to + 1, to: last.to + 2 });
      hasSeparator = true;
    } else {
      const gap = gapBetween(text, last, next);
      const isSeparated = gap !== undefined && isSeparatorGap(text, gap);
      const continues = isSeparated || (gap !== undefined && isLooseGap(text, gap, depth, hasSeparator, links, index));
      if (!gap || !continues) break;
      hasSeparator ||= isSeparated;
      pieces.push(...gap);
      depth += parenBalance(gap);
    }
    const following = links[++index];
    last = citationAt(text, next, following?.from ?? content.to);
    pieces.push(last);
    next = following;
  }
  const trailing = trailingTokens(text, last.to, next?.from ?? content.to, isOpened, hasSeparator);
  scan.scannedTo = last.to;
  if (trailing === undefined) return index;
  for (const token of trailing) pieces.push(token);
  // A closing parenthesis belongs to the group unless it closes one that was opened before the group, or is that of `:)`.
  const isClosed = hasClose(pieces) && (trailing.length === 0 || trailing[0]?.kind === 'close');
  if (!(isOpened || hasSeparator || (isClosed && parenDepthAt(text, scan, from) === 0))) return index;
  scan.scannedTo = trailing.at(-1)?.to ?? last.to;
  scan.groups.push(groupOf(text, { from, to: scan.scannedTo }, pieces));
  return index;
}

function parenDepthAt(text: string, scan: Scan, at: number): number {
  scan.depth = parenDepthAfter(text, { from: scan.depthAt, to: at }, scan.depth);
  scan.depthAt = at;
  return scan.depth;
}

/**
 * A fast check that rules out nearly every link inside a sentence: words follow it, and there is no parenthesis or separator anywhere near
 * before it.
 */
function isInProse(text: string, from: number, to: number, link: Link, next: Link | undefined): boolean {
  const { from: start, to: end } = link;
  if (!link.plain || (start > from && text.charCodeAt(start - 1) === OPEN_PAREN)) return false;
  if (!isFollowedByWord(text, end, to) && mayContinueChain(text, end, to, next)) return false;
  const limit = start - from > MAX_GAP_WITH_ADDRESS_CHARS ? start - MAX_GAP_WITH_ADDRESS_CHARS : from;
  return text.slice(limit, start).indexOf('(') < 0 && !mayFollowSeparator(text, from, start);
}

/** Whether a space and a word in lower case follow. */
function isFollowedByWord(text: string, at: number, to: number): boolean {
  if (at + 3 >= to || text.charCodeAt(at) !== SPACE) return false;
  const next = text.charCodeAt(at + 1);
  // `a` may be the start of `and`, `h` and `w` that of an address.
  if (next <= LOWER_A || next > LOWER_Z || next === LOWER_H || next === LOWER_W) return false;
  return isLowerCase(text.charCodeAt(at + 2));
}

/** Whether a parenthesis, a separator or the next link may follow a link that is the first of its chain. */
function mayContinueChain(text: string, end: number, to: number, next: Link | undefined): boolean {
  const limit = next ? next.from : to;
  const at = end < limit && text.charCodeAt(end) === SPACE ? end + 1 : end;
  if (at >= limit) return next !== undefined;
  if ('()/\\'.includes(text.charAt(at)) || isWhitespaceOrThinSpace(text.charCodeAt(at))) return true;
  return next !== undefined && text.slice(at, Math.min(limit, at + MAX_GAP_WITH_ADDRESS_CHARS)).indexOf('/') >= 0;
}

const LOWER_H = 0x68;
const LOWER_W = 0x77;

function isLowerCase(code: number): boolean {
  return code >= LOWER_A && code <= LOWER_Z;
}

/** Whether there may be a separator right before the end of the range. */
function mayFollowSeparator(text: string, from: number, to: number): boolean {
  if (to <= from + 1) return false;
  const last = text.charCodeAt(to - 1);
  if (!isWhitespaceOrThinSpace(last)) return last === SLASH;
  const secondLast = text.charCodeAt(to - 2);
  return secondLast === SLASH || isWhitespaceOrThinSpace(secondLast);
}

/** The tokens between two links; undefined if there is so much text that it must be prose. */
function gapBetween(text: string, last: Citation, next: Link): GroupToken[] | undefined {
  const from = last.to;
  const to = next.from;
  if (to - from > MAX_GAP_WITH_ADDRESS_CHARS) return undefined;
  if (to - from > MAX_GAP_CHARS && !GAP_WITH_ADDRESS.test(text.slice(from, from + MAX_GAP_CHARS))) return undefined;
  return groupTokens(text, from, to);
}

/** The start of a gap with a pasted address: ` / https://…`, ` / CNN (https://…`. */
const GAP_WITH_ADDRESS = /^ \/ (?:[^/()[\]\n]{0,45}[ (])?https?:\/\//;

/** A gap with a slash, which may also contain outlets without links, too many parentheses, and typos. */
function isSeparatorGap(text: string, gap: readonly GroupToken[]): boolean {
  return (
    gap.some((token) => token.kind === 'separator') &&
    gap.every((token) =>
      token.kind === 'name' ? isOutletLike(text, token) : token.kind !== 'stray' || isTypo(text, token),
    )
  );
}

/** A gap without a slash that still continues a chain: anything short inside parentheses, or nothing at all in a separated chain. */
function isLooseGap(
  text: string,
  gap: readonly GroupToken[],
  depth: number,
  hasSeparator: boolean,
  links: readonly Link[],
  nextIndex: number,
): boolean {
  if (depth > 0 && isShortGap(text, gap)) return true;
  return gap.length === 0 && (hasSeparator || isFollowedBySeparator(text, links, nextIndex));
}

/** A gap that is empty or contains only other separators, parentheses and typos: a comma, `and`, a full stop. */
function isShortGap(text: string, gap: readonly GroupToken[]): boolean {
  return gap.every((token) => {
    const { kind } = token;
    return (
      kind === 'other-separator' ||
      kind === 'open' ||
      kind === 'close' ||
      (kind === 'stray' && isPunctuationTypo(text, token))
    );
  });
}

/** A typo that is not a letter, such as `.`, `\` or `[`; an escaped bracket (`\[`) is intended and not a typo. */
function isPunctuationTypo(text: string, token: GroupToken): boolean {
  if (!isTypo(text, token) || (token.to - token.from > 1 && text.charCodeAt(token.from) === BACKSLASH)) return false;
  for (let at = token.from; at < token.to; at++) if (isLetter(text.charCodeAt(at))) return false;
  return true;
}

/** Whether a separator follows the link, so that the chain continues after it. */
function isFollowedBySeparator(text: string, links: readonly Link[], index: number): boolean {
  const link = links[index];
  const next = links[index + 1];
  return link !== undefined && next !== undefined && isSeparatorGap(text, groupTokens(text, link.to, next.from));
}

/**
 * Whether the group opens inside the name of its first link: `[(New York Times](…)`. A name that is in brackets as a whole, `[(CNN)](…)`,
 * is a group only at the end of a line, after a sentence.
 */
function opensInName(text: string, content: Span, { to, from: start, name }: Link): boolean {
  const first = name.from < name.to ? text.charCodeAt(name.from) : 0;
  if (first > FULL_STOP || !/^[\s.,]*\(/.test(text.slice(name.from, Math.min(name.to, name.from + 4)))) return false;
  const { lead, trail } = strayEdges(text.slice(name.from, name.to));
  if (!lead.includes('(') || !trail.includes(')')) return lead.includes('(');
  const textBefore = text.slice(Math.max(content.from, start - 6), start);
  return /[.!?]["”’*_]*\s+$/.test(textBefore) && lineEndsWithin(text, to, content.to, 2);
}

function hasClose(pieces: readonly Piece[]): boolean {
  return pieces.some(({ kind }) => kind === 'close');
}

function parenBalance(pieces: readonly Piece[]): number {
  let balance = 0;
  for (const piece of pieces) balance += piece.kind === 'open' ? 1 : piece.kind === 'close' ? -1 : 0;
  return balance;
}
