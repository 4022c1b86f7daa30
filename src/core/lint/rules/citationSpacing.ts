import type { Block, CitationGroup, Link, Piece } from '../../entry/entry.ts';
import { isSpace } from '../../entry/marks.ts';
import { isDigit, isLetter } from '../../text/characters.ts';
import type { Edit } from '../../text/text.ts';
import type { Finding, Rule } from '../rule.ts';

export const citationSpacing: Rule = {
  id: 'citation-spacing',
  summary: 'One space stands before a citation group and around each " / ", and none inside its brackets and names.',
  why: 'Spaces are hard to see while writing. On the page a group sticks to its sentence, or a link is underlined beyond its name.',
  severity: { draft: 'info', published: 'info' },
  bad: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a)⟦/ ⟧[KXYZ](https://kxyz.example/b))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a) / [KXYZ](https://kxyz.example/b))',
  check({ text, irregular }) {
    const findings: Finding[] = [];
    for (const block of irregular) if (block.links.length > 0) checkBlock(text, block, findings);
    return findings;
  },
};

function checkBlock(text: string, { story, links, citations }: Block, findings: Finding[]): void {
  let index = 0;
  for (const link of links) {
    const isNamed = checkName(text, link, findings);
    if (!link.plain) checkAddress(text, link, findings);
    let group = citations[index];
    while (group && group.to <= link.from) group = citations[++index];
    if (isNamed) continue;
    if (!group || link.from < group.from) checkWords(text, link, story.from, story.to, findings);
    else if (link.from === group.from) checkWordBefore(text, link, story.from, findings);
  }
  for (const group of citations) {
    checkBefore(text, group, story.from, findings);
    if (!group.regular) checkInside(text, group.pieces, findings);
  }
}

/** What stands between the sentence and the bracket that opens the group. */
function checkBefore(text: string, { from, pieces }: CitationGroup, limit: number, findings: Finding[]): void {
  if (pieces[0]?.kind !== 'open' || from <= limit) return;
  const isPlain = text.charCodeAt(from - 1) === SPACE;
  if (isPlain && from - 2 >= limit && !isSpace(text.charCodeAt(from - 2))) return;
  let start = from;
  while (start > limit && isSpace(text.charCodeAt(start - 1))) start--;
  if (start === limit || text.slice(start, from).includes('\n')) return;
  if (start < from) {
    const message = from - start > 1 ? 'More than one space stands before this group.' : NOT_PLAIN;
    findings.push(respaced(start, from, message, ' '));
  } else if (!OPENERS.includes(text.charAt(from - 1)) && !opensEmphasis(text, from, limit)) {
    findings.push({
      from: from - 1,
      to: from + 1,
      message: 'No space stands before this group.',
      fix: { title: 'Insert a space', edits: [{ from, to: from, text: ' ' }] },
    });
  }
}

const SPACE = 32;
const NOT_PLAIN = 'The space before this group is not a plain one.';
/** What a space need not part from a bracket. */
const OPENERS = '([{“‘—–-/\\';

/** Asterisks behind a space, as in `he said. **([`: a bold that opens, or should have closed, which is another fault. */
function opensEmphasis(text: string, at: number, limit: number): boolean {
  let start = at;
  while (start > limit && text[start - 1] === '*') start--;
  return start < at && (start === limit || isSpace(text.charCodeAt(start - 1)));
}

function checkInside(text: string, pieces: readonly Piece[], findings: Finding[]): void {
  let before: Piece | undefined;
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1];
    if (before && isSource(before) && piece.kind === 'separator' && next && isSource(next)) {
      checkSeparator(text, before.to, next.from, findings);
    } else if (before && piece.from > before.to && (isSource(piece) ? before.kind === 'open' : closes(before, piece))) {
      const gap = text.slice(before.to, piece.from);
      if (!gap.includes('\n'))
        findings.push(respaced(before.to, piece.from, 'A space stands inside the bracket of this group.', ''));
    }
    before = piece;
  }
}

function isSource({ kind }: Piece): boolean {
  return kind === 'citation' || kind === 'name' || kind === 'address';
}

function closes(before: Piece, { kind }: Piece): boolean {
  return kind === 'close' && isSource(before);
}

function checkSeparator(text: string, from: number, to: number, findings: Finding[]): void {
  if (to - from === 3 && text.startsWith(' / ', from)) return;
  const gap = text.slice(from, to);
  if (gap.includes('\n') || gap.includes('\\')) return;
  findings.push(respaced(from, to, `The separator is not set as " / ".`, ' / '));
}

/** White space at either end of a link's name is part of the link; it belongs outside, where there is none yet. */
function checkName(text: string, { form, from, to, name }: Link, findings: Finding[]): boolean {
  if (form !== 'whole' || name.from === name.to) return false;
  const isOpen = isSpace(text.charCodeAt(name.from));
  const isClosed = isSpace(text.charCodeAt(name.to - 1));
  if (!isOpen && !isClosed) return false;
  let start = name.from;
  let end = name.to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (start === end || SLIPPED.test(text.slice(start, end))) return false;
  const edits: Edit[] = [];
  if (start > name.from) {
    if (from > 0 && isWord(text.charCodeAt(from - 1))) edits.push({ from, to: from, text: ' ' });
    edits.push({ from: name.from, to: start, text: '' });
  }
  if (end < name.to) {
    edits.push({ from: end, to: name.to, text: '' });
    const next = skipAsterisks(text, to);
    const isBold = from > 0 && text.charCodeAt(from - 1) === ASTERISK; // so that those behind it close it
    const gap = isBold ? next : to;
    if (next < text.length && isWord(text.charCodeAt(next))) edits.push({ from: gap, to: gap, text: ' ' });
  }
  findings.push({
    from: start > name.from ? name.from : end,
    to: end < name.to ? name.to : start,
    message: 'A space stands inside the name of this link.',
    fix: { title: 'Take the space out of the link', edits },
  });
  return true;
}

/** White space at either end of an address: the page does not show it, and an address that is copied has it. */
function checkAddress(text: string, { form, to, name, address }: Link, findings: Finding[]): void {
  if (form !== 'whole' || address.from === address.to) return;
  const message = 'A space stands inside the brackets of this address.';
  const open = name.to + 2;
  if (address.from > open) findings.push(respaced(open, address.from, message, ''));
  if (text.charCodeAt(address.to) > SPACE) return;
  const behind = text.slice(address.to, to);
  const gap = behind.length - behind.trimStart().length;
  if (gap > 0) findings.push(respaced(address.to, address.to + gap, message, ''));
}

function skipAsterisks(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) === ASTERISK) at++;
  return at;
}

const ASTERISK = 42;

/** A bracket or a separator at either end of a name makes a broken link. */
const SLIPPED = /^[.,\s]*[(/]|[)/]$/;

/** A link in a sentence that sticks to the word before or behind it. */
function checkWords(text: string, link: Link, start: number, end: number, findings: Finding[]): void {
  const { form, to } = link;
  checkWordBefore(text, link, start, findings);
  // An ending, as in `[fact](…)s`, is the word's own.
  if (form === 'whole' && to + 2 < end && isLetter(text.charCodeAt(to)) && isLetter(text.charCodeAt(to + 1))) {
    findings.push(glued(to - 1, to + 1, to, 'No space follows this link.'));
  }
}

function checkWordBefore(text: string, { form, from, name }: Link, start: number, findings: Finding[]): void {
  if (form !== 'whole' || from - 1 <= start || !isGlue(text.charCodeAt(from - 1))) return;
  const first = text.charCodeAt(name.from);
  if (isLetter(first) || first === 34 || first === 0x201c) {
    findings.push(glued(from - 1, from + 1, from, 'No space stands before this link.'));
  }
}

/** Letters and what ends a phrase; a quotation mark, a bracket or a dash may well stand before a link. */
function isGlue(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 44 || code === 46 || code === 58 || code === 59; // , . : ;
}

function isWord(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

function glued(from: number, to: number, at: number, message: string): Finding {
  return { from, to, message, fix: { title: 'Insert a space', edits: [{ from: at, to: at, text: ' ' }] } };
}

function respaced(from: number, to: number, message: string, text: string): Finding {
  return {
    from,
    to,
    message,
    fix: { title: text === '' ? 'Remove the space' : 'Put one space there', edits: [{ from, to, text }] },
  };
}
