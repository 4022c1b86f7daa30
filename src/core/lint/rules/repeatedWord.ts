import type { Entry } from '../../entry/entry.ts';
import { isDigit, isWhitespaceOrThinSpace } from '../../text/characters.ts';
import { SPACE } from '../../text/charCodes.ts';
import { searchFor } from '../../text/searchFor.ts';
import type { Span } from '../../text/text.ts';
import { blockAt, indexOfLastStart, isWordCharacter, proseAround } from '../prose.ts';
import type { Finding, Rule } from '../rule.ts';

export const repeatedWord: Rule = {
  id: 'repeated-word',
  summary: 'No word is repeated by accident.',
  why: 'A word that was repeated while rewriting a sentence is easily overlooked.',
  severity: { draft: 'info', published: 'info' },
  bad: '1/ **The mayor resigned**. She left ⟦at at⟧ noon. ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check(entry) {
    const findings: Finding[] = [];
    for (const index of findSimilarWords(entry.text)) {
      const second = startOfSecondWord(entry.text, index);
      if ((entry.text.charCodeAt(index + 1) | 0x20) !== (entry.text.charCodeAt(second) | 0x20)) continue;
      const span = proseSpan(entry, second);
      const finding = span && repetition(entry.text, span, second);
      if (finding) findings.push(finding);
    }
    return findings;
  },
};

/**
 * Two words that are the same but for their first letters, and the character before them. One search through the whole text is quickest,
 * and quicker still if it need not look for a second space.
 */
const findSimilarWords = searchFor(/[ \n"“(*]\w([\w'’-]*?)[ \n](?: +\n? *)?\w\1(?![\w'’-])/g);

/** Where the second of two words starts, given the offset before the first. */
function startOfSecondWord(text: string, before: number): number {
  let at = before + 1;
  while (text.charCodeAt(at) > SPACE) at++;
  while (text.charCodeAt(at) <= SPACE) at++;
  return at;
}

/** The prose around an offset: text outside citation groups, or one of the two front-matter values that are sentences. */
function proseSpan(entry: Entry, at: number): Span | undefined {
  if (at < entry.body.from) {
    const keys = entry.frontMatter?.keys ?? [];
    const key = keys[indexOfLastStart(keys, at)];
    if (key?.name !== 'description' && key?.name !== 'todayInOneSentence') return undefined;
    return key.value.from <= at && at < key.value.to ? key.value : undefined;
  }
  const block = blockAt(entry, at);
  if (!block || block.kind === 'code' || block.kind === 'html' || block.kind === 'marker') return undefined;
  return proseAround(entry.text, block, at);
}

/** Reports the word that starts at `second` if the word before it is the same. */
function repetition(text: string, { from, to }: Span, second: number): Finding | undefined {
  let end = second;
  while (end < to && isWordCharacter(text.charCodeAt(end))) end++;
  let gap = second;
  while (gap > from && isWhitespaceOrThinSpace(text.charCodeAt(gap - 1))) gap--;
  const first = gap - (end - second);
  if (end === second || gap === second || first < from || isDigit(text.charCodeAt(first))) return undefined;
  const word = text.slice(first, gap);
  const lower = word.toLowerCase();
  if (lower !== text.slice(second, end).toLowerCase()) return undefined;
  if (MAY_REPEAT.has(lower) || isTriple(text.slice(from, first), text.slice(end, to), lower)) return undefined;
  return {
    from: first,
    to: end,
    message: `Repeated word: "${word}".`,
    suggestions: [{ title: `Remove one "${word}"`, edits: [{ from: gap, to: end, text: '' }] }],
  };
}

/** Words that may be repeated: at the border of two clauses, for emphasis, in other languages, or in a name. */
const MAY_REPEAT: ReadonlySet<string> = new Set(
  (
    'that had is was do it her you who what there here very really so too many much long far no yes yeah now well ' +
    'enough bye hey ha nah na la blah womp boo tsk knock hear ho rah wow please never ' +
    'nous vous die der das sich ' + // French and German
    'sirhan duran walla pago bora boutros'
  ).split(' '),
);

/** Whether the word occurs at least three times in a row, which is intended. */
function isTriple(before: string, after: string, word: string): boolean {
  return lastWord(before) === word || firstWord(after) === word;
}

function lastWord(text: string): string | undefined {
  return /(\w+)\W*$/.exec(text.slice(-30))?.[1]?.toLowerCase();
}

function firstWord(text: string): string | undefined {
  return /^\W*(\w+)/.exec(text.slice(0, 30))?.[1]?.toLowerCase();
}
