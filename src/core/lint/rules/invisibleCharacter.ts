import type { Block } from '../../entry/entry.ts';
import { isWhitespaceOrThinSpace } from '../../text/characters.ts';
import { CARRIAGE_RETURN } from '../../text/charCodes.ts';
import type { Span } from '../../text/text.ts';
import type { Finding, Rule } from '../rule.ts';

export const invisibleCharacter: Rule = {
  id: 'invisible-character',
  summary: 'Every character is visible or a plain space.',
  why: 'Control characters, soft hyphens and zero-width spaces come with pasted text. They break searches, addresses and feeds, and nobody can see them.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '1/ **The mayor resigned**. She left at noo⟦n\u0010.⟧ ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check({ text, blocks }) {
    const findings: Finding[] = [];
    if (!INVISIBLE.test(text)) return findings;
    let block = 0;
    for (const { index, 0: run } of text.matchAll(RUNS)) {
      const span = { from: index, to: index + run.length };
      while ((blocks[block]?.to ?? span.to) < span.to) block++;
      if (isNeeded(text, span) || (SPACES.test(run) && isNearCitation(text, blocks[block], span))) continue;
      findings.push(findingFor(text, span, run));
    }
    return findings;
  },
};

/**
 * Control characters, the soft hyphen, typographic spaces, direction marks, joiners, line separators and the byte order mark. Not the
 * no-break space, which is typed on purpose and which the editor shows.
 */
const CHARACTER_CLASS =
  '[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\xad\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\ufeff]';
/** Looking for anything but printable ASCII first makes the search many times as quick. */
const INVISIBLE = new RegExp(`[^ -~](?<=${CHARACTER_CLASS})`);
const RUNS = new RegExp(`${CHARACTER_CLASS}+`, 'g');
const SPACES = /[\u2000-\u200a\u2028\u2029\u202f\u205f]/;

/** A byte order mark at the start of the file, or a joiner or direction mark that an emoji or a script needs. */
function isNeeded(text: string, { from, to }: Span): boolean {
  if (from === 0) return text.charCodeAt(0) === 0xfeff && to === 1;
  if (to - from > 1 || to >= text.length) return false;
  const before = text.charCodeAt(from - 1);
  const after = text.charCodeAt(to);
  switch (text.charCodeAt(from)) {
    case 0x200d:
      return (mayBeEmoji(before) && mayBeEmoji(after)) || needsJoiners(before);
    case 0x200c:
      return needsJoiners(before) && needsJoiners(after);
    case 0x200e:
    case 0x200f:
      return needsJoiners(before) || needsJoiners(after);
    default:
      return false;
  }
}

/** Half of a surrogate pair, a symbol, or the variation selector that makes it an emoji. */
function mayBeEmoji(code: number): boolean {
  return (code >= 0xd800 && code <= 0xdfff) || (code >= 0x2190 && code <= 0x2bff) || code === 0xfe0f;
}

/** A character of the scripts from Hebrew to those of South Asia, or an Arabic presentation form. */
function needsJoiners(code: number): boolean {
  return (code >= 0x590 && code <= 0x109f) || (code >= 0xfb1d && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc);
}

/** Whether white space is between citations or before a group, where `citation-spacing` reports it. */
function isNearCitation(text: string, block: Block | undefined, { from, to }: Span): boolean {
  let next = to;
  while (next < text.length && isWhitespaceOrThinSpace(text.charCodeAt(next))) next++;
  const group = block?.citationGroups.find(({ to: groupEnd }) => from < groupEnd);
  if (!group || from < group.from) return group?.from === next;
  return !group.pieces.some((piece) => piece.from <= from && to <= piece.to);
}

const NAMES: Readonly<Record<number, string>> = {
  173: 'soft hyphen',
  8201: 'thin space',
  8203: 'zero-width space',
  8204: 'zero-width non-joiner',
  8205: 'zero-width joiner',
  8206: 'direction mark',
  8207: 'direction mark',
  65279: 'byte order mark',
};

function isControl(code: number): boolean {
  return code < 0x20 || (code >= 0x7f && code < 0xa0);
}

function findingFor(text: string, { from, to }: Span, run: string): Finding {
  const code = run.charCodeAt(0);
  const name = NAMES[code] ?? (isControl(code) ? 'control character' : 'special character');
  const codePoint = code.toString(16).toUpperCase().padStart(4, '0');
  const isSpaced =
    isWhitespaceOrThinSpace(text.charCodeAt(Math.max(0, from - 1))) ||
    (to < text.length && isWhitespaceOrThinSpace(text.charCodeAt(to)));
  const replacement = SPACES.test(run) && !isSpaced ? ' ' : '';
  return {
    ...visibleSpan(text, from, to),
    message: `Unexpected ${name} (U+${codePoint}).`,
    fix: {
      title: replacement === '' ? `Remove the ${name}` : 'Replace it with a plain space',
      edits: [{ ...withEmptyEmphasis(text, from, to), text: replacement }],
    },
  };
}

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
