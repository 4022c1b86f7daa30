import type { Block, Entry } from '../../entry/entry.ts';
import { isTypographicSpace, isWhitespaceOrThinSpace } from '../../text/characters.ts';
import { CARRIAGE_RETURN } from '../../text/charCodes.ts';
import { searchFor } from '../../text/searchFor.ts';
import type { Edit, Span } from '../../text/text.ts';
import { type Directions, directionsIn, isNeededMark } from '../characters/directionMarks.ts';
import { isNeededJoiner, mayChangeEmphasis } from '../characters/joiners.ts';
import { indexOfLastStart } from '../prose.ts';
import type { Finding, Fix, Rule } from '../rule.ts';

export const invisibleCharacter: Rule = {
  id: 'invisible-character',
  summary: 'There are no invisible characters but those that the text needs.',
  why: 'Control characters, soft hyphens and zero-width spaces come with pasted text. They break searches, addresses and feeds, and nobody can see them. Thin spaces, joiners and direction marks are accepted where typography or the script needs them, but not in addresses, labels and names of outlets.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '1/ **The mayor resigned**. She left at noo⟦n\u0010.⟧ ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  reaches: ['address', 'line'],
  check(entry) {
    const findings: Finding[] = [];
    const { text, blocks } = entry;
    if (findInvisible(text).length === 0) return findings;
    let index = 0;
    let directions: (Span & { readonly found: Directions }) | undefined;
    for (const { index: from, 0: run } of text.matchAll(RUNS)) {
      const span = { from, to: from + run.length };
      while ((blocks[index]?.to ?? span.to) < span.to) index++;
      const next = blocks[index];
      const block = next && next.from <= from ? next : undefined;
      const unit = block ?? { from: 0, to: entry.body.from };
      if (directions?.from !== unit.from)
        directions = { from: unit.from, to: unit.to, found: directionsIn(text, unit) };
      const place = block ? placeIn(entry, block, span) : 'prose';
      if (place === 'spacing' || (place === 'prose' && isNeeded(text, span, directions.found))) continue;
      findings.push(findingFor(text, span, run, place));
    }
    return findings;
  },
};

/**
 * Control characters, the soft hyphen, typographic spaces, direction marks, joiners, line separators and the byte order mark. Not the
 * no-break space, which is typed on purpose and which the editor shows.
 */
const NOT_SPACES =
  '\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\xad\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff';
const SPACES = '\\u2000-\\u200a\\u202f\\u205f';
/** Looking for anything but printable ASCII first makes the search many times as quick. */
const findInvisible = searchFor(new RegExp(`[^ -~](?<=[${NOT_SPACES}${SPACES}])`, 'g'));
const RUNS = new RegExp(`[${SPACES}]+|[${NOT_SPACES}]+`, 'g');

/** Where an invisible character is. `spacing` is where `citation-spacing` or `section-label` reports spaces. */
type Place = 'prose' | 'address' | 'name' | 'spacing';

function placeIn({ text }: Entry, block: Block, span: Span): Place {
  const { from, to } = span;
  const { label, content, links, citationGroups } = block;
  const isSpace = isTypographicSpace(text.charCodeAt(from));
  if (label && from < content.from) return isSpace && from >= label.to ? 'spacing' : 'name';
  if (label && isBlank(text, label.to, from)) return isSpace ? 'spacing' : 'name';
  const link = links[indexOfLastStart(links, from)];
  const group = citationGroups[indexOfLastStart(citationGroups, from)];
  const isInGroup = group !== undefined && from < group.to;
  if (link && to <= link.to) {
    if (from >= link.address.from && to <= link.address.to) return 'address';
    return isInGroup ? 'name' : 'prose';
  }
  if (isInBareAddress(text, Math.max(block.from, from - MAX_ADDRESS_CHARS), from)) return 'address';
  if (isSpace && (isInGroup || isBeforeGroup(text, block, span))) return 'spacing';
  return 'prose';
}

/** Whether an address written as plain text goes on up to `to`. */
function isInBareAddress(text: string, from: number, to: number): boolean {
  const before = text.slice(from, to);
  const start = Math.max(before.lastIndexOf('://'), before.lastIndexOf('www.'));
  return start >= 0 && !ADDRESS_END.test(before.slice(start));
}

const ADDRESS_END = /[\s()[\]<>"“”]/;
const MAX_ADDRESS_CHARS = 200;

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isWhitespaceOrThinSpace(text.charCodeAt(at))) return false;
  return true;
}

function isBeforeGroup(text: string, { citationGroups }: Block, { from, to }: Span): boolean {
  const group = citationGroups[indexOfLastStart(citationGroups, to - 1) + 1];
  return group !== undefined && isBlank(text, from, group.from);
}

/**
 * Whether the characters are of use in prose: typographic spaces, marks that a script or an emoji needs, a byte order mark at the start.
 */
function isNeeded(text: string, { from, to }: Span, directions: Directions): boolean {
  if (from === 0) return text.charCodeAt(0) === 0xfeff && to === 1;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (isTypographicSpace(code) || isNeededMark(code, at, directions)) continue;
    if (!isNeededJoiner(code, text.charCodeAt(from - 1), text.charCodeAt(to), to - from)) return false;
  }
  return true;
}

const NAMES: Readonly<Record<number, string>> = {
  173: 'soft hyphen',
  8201: 'thin space',
  8203: 'zero-width space',
  8204: 'zero-width non-joiner',
  8205: 'zero-width joiner',
  8206: 'direction mark',
  8207: 'direction mark',
  8239: 'narrow no-break space',
  8288: 'word joiner',
  65279: 'byte order mark',
};

function isControl(code: number): boolean {
  return code < 0x20 || (code >= 0x7f && code < 0xa0);
}

function findingFor(text: string, { from, to }: Span, run: string, place: Place): Finding {
  const code = run.charCodeAt(0);
  const isMark = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
  const name = NAMES[code] ?? (isMark ? 'direction mark' : isControl(code) ? 'control character' : 'special character');
  const codePoint = code.toString(16).toUpperCase().padStart(4, '0');
  const isSpaced =
    isWhitespaceOrThinSpace(text.charCodeAt(Math.max(0, from - 1))) ||
    (to < text.length && isWhitespaceOrThinSpace(text.charCodeAt(to)));
  const replacement = WHITE_SPACE.test(run) && !isSpaced && place !== 'address' ? ' ' : '';
  const edit: Edit = { ...withEmptyEmphasis(text, from, to), text: replacement };
  const fix: Fix = {
    title: replacement === '' ? `Remove the ${name}` : 'Replace it with a plain space',
    edits: [edit],
  };
  const isUncertain = startsBlock(text, edit) || (edit.from === from && mayChangeEmphasis(text, { from, to }));
  return {
    ...visibleSpan(text, from, to),
    message: `Unexpected ${name} (U+${codePoint}).`,
    ...(isUncertain ? { suggestions: [fix] } : { fix }),
  };
}

/** Characters that keep words apart. */
const WHITE_SPACE = /[\u2000-\u200a\u2028\u2029\u202f\u205f]/;

/**
 * Whether the line would start with the marker of a code block, a heading, a quote or a list, and turn what follows into something else.
 */
function startsBlock(text: string, { from, to }: Span): boolean {
  if (from === 0 && text.startsWith('---', to)) return false; // the front matter
  const before = text.slice(Math.max(0, from - MAX_INDENT), from);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const isLineStart = line.length < before.length || before.length === from;
  return isLineStart && /^\s*$/.test(line) && BLOCK_MARKER.test(text.slice(to, to + 12));
}

const MAX_INDENT = 20;
const BLOCK_MARKER = /^\s*(?:```|~~~|#{1,6}\s|>|[-+*]\s|\d{1,9}[.)]\s|---|===)/;

/** Includes the asterisks of `*\u200c*`: once the character is removed, they would emphasize nothing and show. */
function withEmptyEmphasis(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start > 0 && end < text.length && text[start - 1] === '*' && text[end] === '*') {
    start--;
    end++;
  }
  return { from: start, to: end };
}

/** Includes the neighbouring characters on the line, since a squiggle under an invisible character would have no width. */
function visibleSpan(text: string, from: number, to: number): Span {
  const isVisible = (at: number) =>
    at >= 0 && at < text.length && !isHalfCharacter(text.charCodeAt(at)) && text[at] !== '\n';
  return { from: isVisible(from - 1) ? from - 1 : from, to: isVisible(to) ? to + 1 : to };
}

/** Half of a surrogate pair, or a carriage return. */
function isHalfCharacter(code: number): boolean {
  return (code >= 0xd800 && code <= 0xdfff) || code === CARRIAGE_RETURN;
}
