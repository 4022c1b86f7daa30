import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import {
  type Capitalization,
  learnCapitalization,
  proseOf,
} from '../../src/core/compose/frontMatter/capitalization.ts';
import { todayInOneSentence } from '../../src/core/compose/frontMatter/todayInOneSentence.ts';
import type { Entry } from '../../src/core/entry/entry.ts';
import { findKey } from '../../src/core/entry/keys.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { scalarOf, scalarText } from '../../src/core/lint/frontMatter/yamlScalar.ts';
import { corpusEntries, noCorpus } from '../support/corpus.ts';

const options = { skip: noCorpus };

interface Pair {
  readonly path: string;
  /** The published sentence. */
  readonly published: string;
  /** The sentence generated from the entry, with names learned from earlier years. */
  readonly generated: string;
  /** The sentence generated without an archive. */
  readonly withoutArchive: string;
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
    const learned = new Map<string, Capitalization>();
    for (const year of ['2022', '2024', '2025']) {
      const earlier = entries.filter((entry) => entry.year < year).slice(-300);
      learned.set(year, learnCapitalization(earlier.flatMap(({ entry }) => proseOf(entry))));
    }
    pairs = entries.flatMap(({ path, year, entry }) => {
      const published = sentenceOf(entry);
      const capitalization = learned.get(year);
      const generated = capitalization && todayInOneSentence(entry, capitalization);
      const withoutArchive = todayInOneSentence(entry) ?? '';
      return published && generated ? [{ path, published, generated, withoutArchive }] : [];
    });
  });

  test('the generated sentence is similar to the published one', options, () => {
    assert.ok(pairs.length > 550, `${pairs.length} entries`);
    const similarity = median(
      pairs.map(({ generated, published }) => similarityOf(generated.split(' '), published.split(' '))),
    );
    console.log({
      similarity,
      equalClauses: shareOfEqualClauses(({ generated }) => generated),
      withoutArchive: shareOfEqualClauses(({ withoutArchive }) => withoutArchive),
    });
    assert.ok(similarity >= 0.93, `the median similarity is ${similarity}`);
  });

  test('four of five clauses are exactly as published', options, () => {
    const share = shareOfEqualClauses(({ generated }) => generated);
    assert.ok(share >= 0.79, `${share}`);
  });

  test('without an archive, most names are found in the entry itself', options, () => {
    const share = shareOfEqualClauses(({ withoutArchive }) => withoutArchive);
    assert.ok(share >= 0.76, `${share}`);
  });

  test('very few clauses differ from the published ones only in capitalization', options, () => {
    const differing = pairs.flatMap(({ generated, published }) => {
      const clauses = new Set(clausesOf(generated));
      const lowerCaseClauses = new Set(clausesOf(generated).map((clause) => clause.toLowerCase()));
      return clausesOf(published).filter(
        (clause) => !clauses.has(clause) && lowerCaseClauses.has(clause.toLowerCase()),
      );
    });
    assert.ok(differing.length <= 16, differing.join('\n'));
  });
});

function sentenceOf({ text, frontMatter }: Entry): string | undefined {
  const key = findKey(frontMatter, 'todayInOneSentence');
  const scalar = key && scalarOf(text, key);
  return scalar && scalarText(text, scalar)?.trim();
}

function shareOfEqualClauses(sentenceIn: (pair: Pair) => string): number {
  let equal = 0;
  let all = 0;
  for (const pair of pairs) {
    const clauses = new Set(clausesOf(sentenceIn(pair)));
    for (const clause of clausesOf(pair.published)) {
      all++;
      if (clauses.has(clause)) equal++;
    }
  }
  return equal / all;
}

function clausesOf(sentence: string): string[] {
  return sentence
    .replace(/\.?["”]?$/, '')
    .split(/;["”]? /)
    .map((clause) => clause.trim().replace(/^and /, ''));
}

/** Twice the length of the longest common subsequence of words, divided by the number of words in both: 1 if they are equal. */
function similarityOf(a: readonly string[], b: readonly string[]): number {
  const common = new Uint16Array(b.length + 1);
  for (const word of a) {
    let diagonal = 0;
    for (let index = 1; index <= b.length; index++) {
      const above = common[index] ?? 0;
      common[index] = word === b[index - 1] ? diagonal + 1 : Math.max(above, common[index - 1] ?? 0);
      diagonal = above;
    }
  }
  return (2 * (common[b.length] ?? 0)) / (a.length + b.length);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
