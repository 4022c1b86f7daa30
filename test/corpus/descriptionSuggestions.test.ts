import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { descriptionEdit, descriptionSuggestions } from '../../src/core/compose/frontMatter/descriptionSuggestions.ts';
import type { Entry } from '../../src/core/entry/entry.ts';
import { findKey } from '../../src/core/entry/keys.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { readFrontMatterValues } from '../../src/core/entry/yaml.ts';
import { scalarOf, scalarText } from '../../src/core/lint/frontMatter/yamlScalar.ts';
import { applyEdits } from '../../src/core/text/text.ts';
import { corpusEntries, noCorpus } from '../support/corpus.ts';

const options = { skip: noCorpus };

/** The ranks of the published descriptions among the suggestions; -1 for those that are not suggested. */
let ranks: readonly number[] = [];
let entries: readonly Entry[] = [];

describe("the archive's descriptions", () => {
  before(() => {
    if (noCorpus) return;
    entries = corpusEntries().map(({ text }) => parseEntry(text));
    ranks = entries.flatMap((entry) => {
      const description = descriptionOf(entry);
      if (!description || !/^["“].*["”]\.?$/.test(description)) return [];
      return [descriptionSuggestions(entry).findIndex(({ text }) => contains(text, description))];
    });
  });

  test('for most entries, the published quote is among the first ten suggestions', options, () => {
    assert.ok(ranks.length > 1000);
    const share = ranks.filter((rank) => rank >= 0 && rank < 10).length / ranks.length;
    assert.ok(share >= 0.87, `${share} of ${ranks.length}`);
  });

  test('for nearly all entries, it is among all suggestions', options, () => {
    const share = ranks.filter((rank) => rank >= 0).length / ranks.length;
    assert.ok(share >= 0.96, `${share}`);
  });

  test(
    'the first ten suggestions are valid YAML, and inserting the first changes only the description',
    options,
    () => {
      for (const entry of entries) {
        const suggestions = descriptionSuggestions(entry);
        for (const { text, value } of suggestions.slice(0, 10))
          assert.deepEqual(read(`---\ndescription: ${value}\n---\n`), { description: text });
        const [first] = suggestions;
        const before = read(entry.text);
        if (!first || !before) continue;
        const after = read(applyEdits(entry.text, [descriptionEdit(entry, first)]));
        assert.deepEqual(after, { ...before, description: first.text });
      }
    },
  );
});

function read(text: string): Readonly<Record<string, unknown>> | undefined {
  const values = readFrontMatterValues(parseEntry(text));
  return values.ok ? values.data : undefined;
}

function descriptionOf({ text, frontMatter }: Entry): string | undefined {
  const key = findKey(frontMatter, 'description');
  const scalar = key && scalarOf(text, key);
  return scalar && scalarText(text, scalar)?.trim();
}

/** Whether the description is the quote or a part of it. Ignores case, punctuation, a leading article, and one word in five. */
function contains(quote: string, description: string): boolean {
  const quoteWords = wordsIn(quote);
  const words = wordsIn(description);
  const isPart = (part: readonly string[]) => ` ${quoteWords.join(' ')} `.includes(` ${part.join(' ')} `);
  if (isPart(words) || isPart(words.slice(/^(?:a|an|the)$/.test(words[0] ?? '') ? 1 : 0))) return true;
  const common = words.filter((word) => quoteWords.includes(word)).length;
  return (2 * common) / (quoteWords.length + words.length) >= 0.8;
}

function wordsIn(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/['’‘]/g, '')
      .match(/[a-z0-9$%]+/g) ?? []
  );
}
