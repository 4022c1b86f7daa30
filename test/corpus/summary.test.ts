import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type Capitals, learnCapitals, proseOf } from '../../src/core/compose/frontMatter/capitals.ts';
import { todayInOneSentence } from '../../src/core/compose/frontMatter/oneSentence.ts';
import type { Entry } from '../../src/core/entry/entry.ts';
import { keyOf } from '../../src/core/entry/frontMatter.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { scalarOf, wordsOf } from '../../src/core/lint/frontMatter/frontMatterEdits.ts';
import { corpusEntries, noCorpus } from '../support/corpus.ts';

const options = { skip: noCorpus };

/** The sentence that the writer published, and the one that is made of the entry by what the years before it teach. */
interface Pair {
  readonly path: string;
  readonly written: string;
  readonly made: string;
  readonly alone: string;
}

let pairs: readonly Pair[] = [];

describe("the archive's sentences", () => {
  before(() => {
    if (noCorpus) return;
    const entries = corpusEntries().map(({ path, text }) => ({
      path,
      year: path.slice(7, 11),
      entry: parseEntry(text),
    }));
    const learned = new Map<string, Capitals>();
    for (const year of ['2022', '2024', '2025']) {
      const earlier = entries.filter((other) => other.year < year).slice(-300);
      learned.set(year, learnCapitals(earlier.flatMap(({ entry }) => proseOf(entry))));
    }
    pairs = entries.flatMap(({ path, year, entry }) => {
      const written = sentenceOf(entry);
      const archive = learned.get(year);
      const made = archive && todayInOneSentence(entry, archive);
      return written && made ? [{ path, written, made, alone: todayInOneSentence(entry) ?? '' }] : [];
    });
  });

  test('the sentence is the one that the writer wrote, or nearly', options, () => {
    assert.ok(pairs.length > 550, `${pairs.length} entries`);
    const similarity = median(pairs.map(({ made, written }) => likeness(made.split(' '), written.split(' '))));
    console.log({ similarity, same: sameClauses(({ made }) => made), alone: sameClauses(({ alone }) => alone) });
    assert.ok(similarity >= 0.93, `half of the sentences are ${similarity} alike or more`);
  });

  test('four of five clauses are the writer’s own to the letter', options, () => {
    assert.ok(sameClauses(({ made }) => made) >= 0.79, `${sameClauses(({ made }) => made)}`);
  });

  test('without an archive the entry itself tells most names', options, () => {
    assert.ok(sameClauses(({ alone }) => alone) >= 0.76, `${sameClauses(({ alone }) => alone)}`);
  });

  test('no clause differs from the writer’s by its first letter alone, but a few', options, () => {
    const differing = pairs.flatMap(({ made, written }) => {
      const own = new Set(clausesOf(made));
      const folded = new Set(clausesOf(made).map((clause) => clause.toLowerCase()));
      return clausesOf(written).filter((clause) => !own.has(clause) && folded.has(clause.toLowerCase()));
    });
    assert.ok(differing.length <= 16, differing.join('\n'));
  });
});

function sentenceOf({ text, frontMatter }: Entry): string | undefined {
  const key = keyOf(frontMatter, 'todayInOneSentence');
  const scalar = key && scalarOf(text, key);
  return scalar && wordsOf(text, scalar)?.trim();
}

function sameClauses(sentence: (pair: Pair) => string): number {
  let same = 0;
  let all = 0;
  for (const pair of pairs) {
    const own = new Set(clausesOf(sentence(pair)));
    for (const clause of clausesOf(pair.written)) {
      all++;
      if (own.has(clause)) same++;
    }
  }
  return same / all;
}

function clausesOf(sentence: string): string[] {
  return sentence
    .replace(/\.?["”]?$/, '')
    .split(/;["”]? /)
    .map((clause) => clause.trim().replace(/^and /, ''));
}

/** Twice the words that two sentences have in common, in order, over the words of both: 1 where they are the same. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const common = new Uint16Array(b.length + 1);
  for (const word of a) {
    let diagonal = 0;
    for (let at = 1; at <= b.length; at++) {
      const above = common[at] ?? 0;
      common[at] = word === b[at - 1] ? diagonal + 1 : Math.max(above, common[at - 1] ?? 0);
      diagonal = above;
    }
  }
  return (2 * (common[b.length] ?? 0)) / (a.length + b.length);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
