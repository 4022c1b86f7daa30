import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { lint } from '../../src/core/lint/lint.ts';
import { corpusEntries, noCorpus } from '../support/corpus.ts';
import { checkFixing, checkProblems, checkSpans } from '../support/invariants.ts';
import { everyRule, surroundings } from '../support/surroundings.ts';
import { CITATION_PIECES, PIECES } from '../support/texts.ts';

// Real entries, edited at random again and again: nothing throws, no span leaves the text, and fixing ends. A million edits
// take some minutes: `DAYBOOK_EDITS=1000000 npm test -- unit --match edits`.

const EDITS = Number(process.env['DAYBOOK_EDITS'] ?? 10_000);

/** What breaks a line, a link or a character, more often than the rest. */
// biome-ignore format: a list of strings
const HARD: readonly string[] = [
  '[', ']', '(', ')', '*', '**', '\\', '`', '/', ' / ', 'TK', 'TK/ ', '"', "'", '“', '’', '\r\n', '\r', '\n', '\n\n', '\ud83d', '\ude00', '\0', '\ufeff', '\u2003', '\u202f', '\u3000', 'https://', 'www.',
  ...PIECES,
  ...CITATION_PIECES,
];

const NAME = '2031-01-31-day-12.markdown';
const AROUND = [surroundings('published', NAME), surroundings('draft', NAME)] as const;

test(`${EDITS} random edits of stretches of real entries: each is parsed and checked by every rule`, {
  skip: noCorpus,
}, () => {
  const random = randomFrom(1080);
  const texts = corpusEntries().map(({ text }) => text);
  for (let edit = 0; edit < EDITS; ) {
    const text = texts[random(texts.length)] ?? '';
    let part = stretchOf(text, random);
    for (let turn = 0; turn < 25 && edit < EDITS; turn++, edit++) {
      part = edited(part, random);
      check(part, edit, turn === 24);
    }
  }
});

test('whole entries, after every fifty random edits', { skip: noCorpus }, () => {
  const random = randomFrom(2039);
  const texts = corpusEntries().map(({ text }) => text);
  for (let edit = 0; edit < EDITS / 2; ) {
    let text = texts[random(texts.length)] ?? '';
    for (let turn = 0; turn < 4; turn++) {
      for (let count = 0; count < 50; count++, edit++) text = edited(text, random);
      check(text, edit, turn === 3);
    }
  }
});

function check(text: string, edit: number, isFixed: boolean): void {
  const around = AROUND[edit % 2 === 0 ? 0 : 1];
  try {
    const entry = parseEntry(text);
    checkSpans(entry);
    checkProblems(text, lint(entry, around, everyRule));
    if (isFixed) checkFixing(text, around, everyRule);
  } catch (error) {
    assert.fail(`edit ${edit}: ${error instanceof Error ? error.message : error}\n${JSON.stringify(text)}`);
  }
}

/** Now and then with the front matter; else from anywhere. */
function stretchOf(text: string, random: Random): string {
  const from = random(4) === 0 ? 0 : random(text.length);
  return text.slice(from, from + 50 + random(700));
}

/** One edit: something hard comes in, or a fragment goes, comes twice, or changes places with another. */
function edited(text: string, random: Random): string {
  const at = random(text.length + 1);
  const to = Math.min(text.length, at + 1 + random(12));
  switch (random(5)) {
    case 0:
      return text.slice(0, at) + text.slice(to);
    case 1: {
      const place = random(text.length + 1);
      return text.slice(0, place) + text.slice(at, to) + text.slice(place);
    }
    case 2: {
      const middle = Math.min(text.length, to + random(30));
      const end = Math.min(text.length, middle + 1 + random(12));
      return (
        text.slice(0, at) + text.slice(middle, end) + text.slice(to, middle) + text.slice(at, to) + text.slice(end)
      );
    }
    default:
      return text.slice(0, at) + HARD[random(HARD.length)] + text.slice(at);
  }
}

/** A whole number below the limit. */
type Random = (limit: number) => number;

/** The same numbers for the same seed (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}
