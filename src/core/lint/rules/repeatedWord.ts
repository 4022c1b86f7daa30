import type { Entry } from '../../entry/entry.ts';
import { isSpace } from '../../entry/marks.ts';
import { isDigit, isLetter } from '../../text/characters.ts';
import type { Span } from '../../text/text.ts';
import { blockAt, lastStart, proseAround } from '../prose.ts';
import type { Finding, Rule } from '../rule.ts';

export const repeatedWord: Rule = {
  id: 'repeated-word',
  summary: 'No word stands twice in a row.',
  why: 'A word that was typed again when a sentence was put together anew is easily read over.',
  severity: { draft: 'info', published: 'info' },
  bad: '1/ **The mayor resigned**. She left ⟦at at⟧ noon. ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check(entry) {
    const findings: Finding[] = [];
    for (const { 0: words, index } of entry.text.matchAll(ALIKE)) {
      const second = index + words.search(LAST);
      if ((words.charCodeAt(1) | 32) !== (entry.text.charCodeAt(second) | 32)) continue;
      const span = wordsAround(entry, second);
      const found = span && repetition(entry.text, span, second);
      if (found) findings.push(found);
    }
    return findings;
  },
};

/** Two words of which all but the first letters are the same. One search through the whole text is the quickest way. */
const ALIKE = /[ \n"“(*]\w([\w'’-]*?)[ \n]+\w\1(?![\w'’-])/g;
const LAST = /\S+$/;

/** What stands outside the groups, and the two values of the front matter that are sentences. */
function wordsAround(entry: Entry, at: number): Span | undefined {
  if (at < entry.body.from) {
    const keys = entry.frontMatter?.keys ?? [];
    const key = keys[lastStart(keys, at)];
    if (key?.name !== 'description' && key?.name !== 'todayInOneSentence') return undefined;
    return key.value.from <= at && at < key.value.to ? key.value : undefined;
  }
  const block = blockAt(entry, at);
  if (!block || block.kind === 'code' || block.kind === 'html' || block.kind === 'marker') return undefined;
  return proseAround(entry.text, block, at);
}

/** The word that begins at `second`, where it stands before it as well. */
function repetition(text: string, { from, to }: Span, second: number): Finding | undefined {
  let end = second;
  while (end < to && isWordCharacter(text.charCodeAt(end))) end++;
  let gap = second;
  while (gap > from && isSpace(text.charCodeAt(gap - 1))) gap--;
  const first = gap - (end - second);
  if (end === second || gap === second || first < from || isDigit(text.charCodeAt(first))) return undefined;
  const word = text.slice(first, gap);
  const lower = word.toLowerCase();
  if (lower !== text.slice(second, end).toLowerCase()) return undefined;
  if (HONEST.has(lower) || isChant(text.slice(from, first), text.slice(end, to), lower)) return undefined;
  return {
    from: first,
    to: end,
    message: `"${word}" stands here twice.`,
    suggestions: [{ title: `Remove one "${word}"`, edits: [{ from: gap, to: end, text: '' }] }],
  };
}

/** Words that do follow themselves: in a clause that ends where the next begins, for weight, as a name. */
const HONEST: ReadonlySet<string> = new Set(
  (
    'that had is was do it her you who what there here very really so too many much long far no yes yeah now well ' +
    'enough bye hey ha nah na la blah womp boo tsk knock hear ho rah wow please never ' +
    'sirhan duran walla pago bora boutros'
  ).split(' '),
);

/** Three times is on purpose. */
function isChant(before: string, after: string, word: string): boolean {
  return lastWord(before) === word || firstWord(after) === word;
}

function lastWord(text: string): string | undefined {
  return /(\w+)\W*$/.exec(text.slice(-30))?.[1]?.toLowerCase();
}

function firstWord(text: string): string | undefined {
  return /^\W*(\w+)/.exec(text.slice(0, 30))?.[1]?.toLowerCase();
}

/** Letters, digits, and what stands inside words: `'` `-` `’`. */
function isWordCharacter(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 39 || code === 45 || code === 0x2019;
}
