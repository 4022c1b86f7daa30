import type { Block, CitationGroup, Link, Piece } from '../../entry/entry.ts';
import { isDigit, isLetter, isWhitespaceOrThinSpace } from '../../text/characters.ts';
import {
  ASTERISK,
  COLON,
  COMMA,
  DOUBLE_QUOTE,
  FULL_STOP,
  OPENING_CURLY_QUOTE,
  SEMICOLON,
  SPACE,
} from '../../text/charCodes.ts';
import type { Edit } from '../../text/text.ts';
import { isSource } from '../citationGroups/isSource.ts';
import type { Finding, Rule } from '../rule.ts';

export const citationSpacing: Rule = {
  id: 'citation-spacing',
  summary:
    'There is one space before a citation group and on each side of its slashes. No bracket or link text starts or ends with a space.',
  why: 'Spaces are hard to see while writing. On the page, a missing one glues the group to its sentence, and an extra one underlines more than the name.',
  severity: { draft: 'info', published: 'info' },
  bad: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a)⟦/ ⟧[KXYZ](https://kxyz.example/b))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a) / [KXYZ](https://kxyz.example/b))',
  check({ text, nonstandard }) {
    const findings: Finding[] = [];
    for (const block of nonstandard) if (block.links.length > 0) checkBlock(text, block, findings);
    return findings;
  },
};

function checkBlock(text: string, { content, links, citationGroups }: Block, findings: Finding[]): void {
  let index = 0;
  for (const link of links) {
    const isLinkTextReported = checkLinkText(text, link, findings);
    if (!link.plain) checkAddress(text, link, findings);
    let group = citationGroups[index];
    while (group && group.to <= link.from) group = citationGroups[++index];
    if (isLinkTextReported) continue;
    if (!group || link.from < group.from) checkProseLink(text, link, content.from, content.to, findings);
    else if (link.from === group.from) checkSpaceBeforeLink(text, link, content.from, findings);
  }
  for (const group of citationGroups) {
    checkSpaceBeforeGroup(text, group, content.from, findings);
    if (!group.wellFormed) checkSpacesInGroup(text, group.pieces, findings);
  }
}

/** Checks the space between the sentence and the opening bracket of the group. */
function checkSpaceBeforeGroup(
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
  } else if (!NO_SPACE_AFTER.includes(text.charAt(from - 1)) && !opensEmphasis(text, from, limit)) {
    findings.push({
      from: from - 1,
      to: from + 1,
      message: 'Missing space before the citation group.',
      fix: { title: 'Insert a space', edits: [{ from, to: from, text: ' ' }] },
    });
  }
}

/** Characters that may touch the bracket of a group. */
const NO_SPACE_AFTER = '([{“‘—–-/\\';

/** Asterisks after a space, as in `he said. **([`: they open bold text, or should have closed it, which another rule reports. */
function opensEmphasis(text: string, at: number, limit: number): boolean {
  let start = at;
  while (start > limit && text[start - 1] === '*') start--;
  return start < at && (start === limit || isWhitespaceOrThinSpace(text.charCodeAt(start - 1)));
}

function checkSpacesInGroup(text: string, pieces: readonly Piece[], findings: Finding[]): void {
  let previous: Piece | undefined;
  for (const [index, piece] of pieces.entries()) {
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

/**
 * White space at either end of a link's text is underlined with it. The fix moves it out of the link, unless there is a space already.
 * Returns whether it was reported.
 */
function checkLinkText(text: string, { form, from, to, name }: Link, findings: Finding[]): boolean {
  if (form !== 'whole' || name.from === name.to) return false;
  const startsWithSpace = isWhitespaceOrThinSpace(text.charCodeAt(name.from));
  const endsWithSpace = isWhitespaceOrThinSpace(text.charCodeAt(name.to - 1));
  if (!startsWithSpace && !endsWithSpace) return false;
  let start = name.from;
  let end = name.to;
  while (start < end && isWhitespaceOrThinSpace(text.charCodeAt(start))) start++;
  while (end > start && isWhitespaceOrThinSpace(text.charCodeAt(end - 1))) end--;
  if (start === end || STRAY_AT_EDGE.test(text.slice(start, end))) return false;
  const edits: Edit[] = [];
  if (start > name.from) {
    if (from > 0 && isLetterOrDigit(text.charCodeAt(from - 1))) edits.push({ from, to: from, text: ' ' });
    edits.push({ from: name.from, to: start, text: '' });
  }
  if (end < name.to) {
    edits.push({ from: end, to: name.to, text: '' });
    const next = skipAsterisks(text, to);
    const isBold = from > 0 && text.charCodeAt(from - 1) === ASTERISK; // a space before the closing asterisks would show them
    const gap = isBold ? next : to;
    if (next < text.length && isLetterOrDigit(text.charCodeAt(next))) edits.push({ from: gap, to: gap, text: ' ' });
  }
  findings.push({
    from: start > name.from ? name.from : end,
    to: end < name.to ? name.to : start,
    message: 'Space at the start or end of the link text.',
    fix: { title: 'Move the space outside the link', edits },
  });
  return true;
}

/** White space at either end of an address: the page does not show it, but it is copied with the address. */
function checkAddress(text: string, { form, to, name, address }: Link, findings: Finding[]): void {
  if (form !== 'whole' || address.from === address.to) return;
  const message = 'Space inside the brackets of the address.';
  const open = name.to + 2;
  if (address.from > open) findings.push(replaceSpace(open, address.from, message, ''));
  if (text.charCodeAt(address.to) > SPACE) return;
  const rest = text.slice(address.to, to);
  const gap = rest.length - rest.trimStart().length;
  if (gap > 0) findings.push(replaceSpace(address.to, address.to + gap, message, ''));
}

function skipAsterisks(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) === ASTERISK) at++;
  return at;
}

/** A bracket or a separator at either end of a name, which is reported as a broken link. */
const STRAY_AT_EDGE = /^[.,\s]*[(/]|[)/]$/;

/** Reports a link in a sentence that touches the word before or after it. */
function checkProseLink(text: string, link: Link, start: number, end: number, findings: Finding[]): void {
  const { form, to } = link;
  checkSpaceBeforeLink(text, link, start, findings);
  // A single letter is an ending, as in `[fact](…)s`.
  if (form === 'whole' && to + 2 < end && isLetter(text.charCodeAt(to)) && isLetter(text.charCodeAt(to + 1))) {
    findings.push(missingSpace(to - 1, to + 1, to, 'Missing space after the link.'));
  }
}

function checkSpaceBeforeLink(text: string, { form, from, name }: Link, start: number, findings: Finding[]): void {
  if (form !== 'whole' || from - 1 <= start || !needsSpaceAfter(text.charCodeAt(from - 1))) return;
  const first = text.charCodeAt(name.from);
  if (isLetter(first) || first === DOUBLE_QUOTE || first === OPENING_CURLY_QUOTE) {
    findings.push(missingSpace(from - 1, from + 1, from, 'Missing space before the link.'));
  }
}

/** Letters, digits and the punctuation that ends a phrase. Quotation marks, brackets and dashes may touch a link. */
function needsSpaceAfter(code: number): boolean {
  return isLetterOrDigit(code) || code === COMMA || code === FULL_STOP || code === COLON || code === SEMICOLON;
}

function isLetterOrDigit(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

function missingSpace(from: number, to: number, at: number, message: string): Finding {
  return { from, to, message, fix: { title: 'Insert a space', edits: [{ from: at, to: at, text: ' ' }] } };
}

const SPACE_FIX_TITLES = {
  '': 'Remove the space',
  ' ': 'Use one plain space',
  ' / ': 'Write the separator as " / "',
} as const;

function replaceSpace(from: number, to: number, message: string, text: keyof typeof SPACE_FIX_TITLES): Finding {
  return {
    from,
    to,
    message,
    fix: { title: SPACE_FIX_TITLES[text], edits: [{ from, to, text }] },
  };
}
