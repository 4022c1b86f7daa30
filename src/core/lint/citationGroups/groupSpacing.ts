import type { CitationGroup, Piece } from '../../entry/entry.ts';
import { MASK } from '../../entry/literals.ts';
import { isWhitespaceOrThinSpace } from '../../text/characters.ts';
import { SPACE } from '../../text/charCodes.ts';
import type { Finding } from '../rule.ts';
import { isSource } from './isSource.ts';
import { missingSpace, replaceSpace } from './spaceFindings.ts';

/** Checks the space between the sentence and the opening bracket of the group. */
export function checkSpaceBeforeGroup(
  text: string,
  { from, pieces }: CitationGroup,
  limit: number,
  findings: Finding[],
): void {
  if (pieces[0]?.kind !== 'open' || from <= limit) return;
  const isPlain = text.charCodeAt(from - 1) === SPACE;
  if (isPlain && from - 2 >= limit && !isWhitespaceOrThinSpace(text.charCodeAt(from - 2))) return;
  let start = from;
  while (start > limit && isWhitespaceOrThinSpace(text.charCodeAt(start - 1))) start--;
  if (start === limit || text.slice(start, from).includes('\n')) return;
  if (start < from) {
    const problem = from - start > 1 ? 'More than one space' : 'Unusual space character';
    findings.push(replaceSpace(start, from, `${problem} before the citation group.`, ' '));
  } else if (
    !NO_SPACE_AFTER.includes(text.charAt(from - 1)) &&
    !followsUnspacedScript(text.charCodeAt(from - 1)) &&
    !isOpening(text, from, limit)
  ) {
    findings.push(missingSpace(from, 'Missing space before the citation group.', true));
  }
}

/** Characters that may touch the bracket of a group. */
const NO_SPACE_AFTER = `([{“‘—–-/\\${MASK}`;

/** Whether text of scripts without spaces between words, or their punctuation, precedes the bracket. */
function followsUnspacedScript(code: number): boolean {
  return (code >= FIRST_CJK && code <= LAST_HANGUL) || (code >= FIRST_FULL_WIDTH && code <= LAST_FULL_WIDTH);
}

const FIRST_CJK = 0x2e80;
const LAST_HANGUL = 0xd7ff;
const FIRST_FULL_WIDTH = 0xf900;
const LAST_FULL_WIDTH = 0xffef;

/**
 * Asterisks or quotation marks after a space, as in `_([` and `he said. **([`: they open what encloses the group, or should have closed
 * bold text, which another rule reports.
 */
function isOpening(text: string, at: number, limit: number): boolean {
  let start = at;
  while (start > limit && OPENING.includes(text.charAt(start - 1))) start--;
  return start < at && (start === limit || isWhitespaceOrThinSpace(text.charCodeAt(start - 1)));
}

const OPENING = '*_~"\'«„';

/** Checks the spaces around separators and inside the brackets. */
export function checkSpacesInGroup(text: string, pieces: readonly Piece[], findings: Finding[]): void {
  let previous: Piece | undefined;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    if (!piece) break;
    const next = pieces[index + 1];
    if (previous && isSource(previous) && piece.kind === 'separator' && next && isSource(next)) {
      checkSeparator(text, previous.to, next.from, findings);
    } else if (previous && piece.from > previous.to && isInsideBracket(previous, piece)) {
      const gap = text.slice(previous.to, piece.from);
      if (!gap.includes('\n'))
        findings.push(replaceSpace(previous.to, piece.from, 'Space inside the brackets of the citation group.', ''));
    }
    previous = piece;
  }
}

/** Whether the gap between two pieces is between a bracket of the group and its first or last source. */
function isInsideBracket(previous: Piece, piece: Piece): boolean {
  return isSource(piece) ? previous.kind === 'open' : piece.kind === 'close' && isSource(previous);
}

function checkSeparator(text: string, from: number, to: number, findings: Finding[]): void {
  if (to - from === 3 && text.startsWith(' / ', from)) return;
  const gap = text.slice(from, to);
  if (gap.includes('\n') || gap.includes('\\')) return;
  findings.push(replaceSpace(from, to, 'Wrong spacing around the separator: expected " / ".', ' / '));
}
