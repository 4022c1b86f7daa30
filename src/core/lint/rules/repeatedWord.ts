import { isDigit, isLetter } from '../../characters.ts';
import type { Block } from '../../entry/entry.ts';
import type { Finding, Rule } from '../rule.ts';

export const repeatedWord: Rule = {
  id: 'repeated-word',
  summary: 'No word stands twice in a row.',
  why: 'A word that was typed again when a sentence was put together anew is easily read over.',
  severity: { draft: 'info', published: 'info' },
  optIn: true,
  bad: '1/ **The mayor resigned**. She left ⟦at at⟧ noon. ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check({ text, frontMatter, blocks }) {
    const findings: Finding[] = [];
    for (const { name, value } of frontMatter?.keys ?? []) {
      if (name === 'description' || name === 'todayInOneSentence') checkSpan(text, value.from, value.to, findings);
    }
    for (const block of blocks) checkBlock(text, block, findings);
    return findings;
  },
};

/** What stands outside the groups. An address has no white space in it, and so no words. */
function checkBlock(text: string, { kind, story, citations }: Block, findings: Finding[]): void {
  if (kind === 'code' || kind === 'html' || kind === 'marker') return;
  let at = story.from;
  for (const { from, to } of citations) {
    checkSpan(text, at, from, findings);
    at = to;
  }
  checkSpan(text, at, story.to, findings);
}

/** Goes from space to space, and looks closer only where two words begin alike. */
function checkSpan(text: string, from: number, to: number, findings: Finding[]): void {
  let word = from;
  for (let space = text.indexOf(' ', from); space >= 0 && space < to - 1; space = text.indexOf(' ', space + 1)) {
    const next = space + 1;
    if (text.charCodeAt(next) <= 32) continue;
    if ((text.charCodeAt(next) | 32) === (text.charCodeAt(word) | 32)) {
      const found = repetition(text, from, word, next, to);
      if (found) findings.push(found);
    }
    word = next;
  }
}

function repetition(text: string, from: number, first: number, second: number, to: number): Finding | undefined {
  let length = 0;
  while (second + length < to && isWordCharacter(text.charCodeAt(first + length))) {
    if ((text.charCodeAt(first + length) | 32) !== (text.charCodeAt(second + length) | 32)) return undefined;
    length++;
  }
  const end = second + length;
  if (length === 0 || first + length >= second || isDigit(text.charCodeAt(first))) return undefined;
  if (end < to && isWordCharacter(text.charCodeAt(end))) return undefined;
  if (text.slice(first + length, second).trim() !== '') return undefined;
  const word = text.slice(first, first + length);
  const lower = word.toLowerCase();
  if (HONEST.has(lower) || isChant(text.slice(from, first), text.slice(end, to), lower)) return undefined;
  return {
    from: first,
    to: end,
    message: `"${word}" stands here twice.`,
    suggestions: [{ title: `Remove one "${word}"`, edits: [{ from: first + length, to: end, text: '' }] }],
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
