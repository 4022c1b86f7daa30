import type { Block } from '../../entry/entry.ts';
import { isSpace } from '../../entry/marks.ts';
import type { Span } from '../../text/text.ts';
import type { Finding, Rule } from '../rule.ts';

export const invisibleCharacter: Rule = {
  id: 'invisible-character',
  summary: 'Every character can be seen, or is a plain space.',
  why: 'Control characters, soft hyphens and zero-width spaces come along with pasted text. They break searches, addresses and feeds, and nobody finds them by looking.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '1/ **The mayor resigned**. She left at noo⟦n\u0010.⟧ ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check({ text, blocks }) {
    const findings: Finding[] = [];
    if (!ODD.test(text)) return findings;
    let block = 0;
    for (const { index, 0: run } of text.matchAll(RUNS)) {
      const span = { from: index, to: index + run.length };
      while ((blocks[block]?.to ?? span.to) < span.to) block++;
      if (isKept(text, span) || (SPACES.test(run) && isNearCitation(text, blocks[block], span))) continue;
      findings.push(finding(text, span, run));
    }
    return findings;
  },
};

/**
 * Controls, the soft hyphen, thin and typographic spaces, marks of direction, joiners, line separators, the byte order
 * mark. Not the no-break space: it is typed on purpose, and shown as what it is.
 */
const CLASS =
  '[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\xad\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\ufeff]';
/** An engine is past letters and signs at once where they are looked for first. */
const ODD = new RegExp(`[^ -~](?<=${CLASS})`);
const RUNS = new RegExp(`${CLASS}+`, 'g');
const SPACES = /[\u2000-\u200a\u2028\u2029\u202f\u205f]/;

/** A byte order mark at the start; a joiner that makes an emoji or shapes a script that needs it. */
function isKept(text: string, { from, to }: Span): boolean {
  if (from === 0) return text.charCodeAt(0) === 0xfeff && to === 1;
  if (to - from > 1 || to >= text.length) return false;
  const before = text.charCodeAt(from - 1);
  const after = text.charCodeAt(to);
  switch (text.charCodeAt(from)) {
    case 0x200d:
      return (isEmoji(before) && isEmoji(after)) || isJoining(before);
    case 0x200c:
      return isJoining(before) && isJoining(after);
    case 0x200e:
    case 0x200f:
      return isJoining(before) || isJoining(after);
    default:
      return false;
  }
}

/** Half of a character outside the basic plane, a sign, or the selector that makes one an emoji. */
function isEmoji(code: number): boolean {
  return (code >= 0xd800 && code <= 0xdfff) || (code >= 0x2190 && code <= 0x2bff) || code === 0xfe0f;
}

/** From Hebrew and Arabic to the scripts of South Asia, and Arabic's presentation forms. */
function isJoining(code: number): boolean {
  return (code >= 0x590 && code <= 0x109f) || (code >= 0xfb1d && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc);
}

/** White space between citations or before a group is looked at by the rule on their spacing. */
function isNearCitation(text: string, block: Block | undefined, { from, to }: Span): boolean {
  let next = to;
  while (next < text.length && isSpace(text.charCodeAt(next))) next++;
  const group = block?.citations.find((citations) => from < citations.to);
  if (!group || from < group.from) return group?.from === next;
  return !group.pieces.some((piece) => piece.from <= from && to <= piece.to);
}

const NAMES: Readonly<Record<number, string>> = {
  173: 'soft hyphen',
  8201: 'thin space',
  8203: 'zero-width space',
  8204: 'zero-width non-joiner',
  8205: 'zero-width joiner',
  8206: 'mark of direction',
  8207: 'mark of direction',
  65279: 'byte order mark',
};

function finding(text: string, { from, to }: Span, run: string): Finding {
  const code = run.charCodeAt(0);
  const name = NAMES[code] ?? (code < 32 || (code >= 127 && code < 160) ? 'control character' : 'special character');
  const number = code.toString(16).toUpperCase().padStart(4, '0');
  const isSpaced =
    isSpace(text.charCodeAt(Math.max(0, from - 1))) || (to < text.length && isSpace(text.charCodeAt(to)));
  const replacement = SPACES.test(run) && !isSpaced ? ' ' : '';
  return {
    ...visible(text, from, to),
    message: `A ${name} (U+${number}) stands here.`,
    fix: {
      title: replacement === '' ? `Remove the ${name}` : 'Make it a plain space',
      edits: [{ ...withEmptyMarkup(text, from, to), text: replacement }],
    },
  };
}

/** `*\u200c*`: nothing else is emphasized, so that the asterisks would show. */
function withEmptyMarkup(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start > 0 && end < text.length && text[start - 1] === '*' && text[end] === '*') {
    start--;
    end++;
  }
  return { from: start, to: end };
}

/** With its neighbours on the line, or the mark under it would have no width. */
function visible(text: string, from: number, to: number): Span {
  const isShown = (at: number) => at >= 0 && at < text.length && !isHalf(text.charCodeAt(at)) && text[at] !== '\n';
  return { from: isShown(from - 1) ? from - 1 : from, to: isShown(to) ? to + 1 : to };
}

function isHalf(code: number): boolean {
  return (code >= 0xd800 && code <= 0xdfff) || code === 13;
}
