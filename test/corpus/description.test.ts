import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { descriptionEdit, descriptionOffers } from '../../src/core/compose/frontMatter/description.ts';
import type { Entry } from '../../src/core/entry/entry.ts';
import { keyOf } from '../../src/core/entry/frontMatter.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { readValues } from '../../src/core/entry/yaml.ts';
import { scalarOf, wordsOf } from '../../src/core/lint/frontMatter/frontMatterEdits.ts';
import { applyEdits } from '../../src/core/text/text.ts';
import { corpusEntries, noCorpus } from '../support/corpus.ts';

const options = { skip: noCorpus };

let ranks: readonly number[] = [];
let entries: readonly Entry[] = [];

describe("the archive's descriptions", () => {
  before(() => {
    if (noCorpus) return;
    entries = corpusEntries().map(({ text }) => parseEntry(text));
    ranks = entries.flatMap((entry) => {
      const written = descriptionOf(entry);
      if (!written || !/^["“].*["”]\.?$/.test(written)) return [];
      return [descriptionOffers(entry).findIndex(({ text }) => holds(text, written))];
    });
  });

  test('the writer’s own quote is among the first ten for most entries', options, () => {
    assert.ok(ranks.length > 1000);
    const share = ranks.filter((rank) => rank >= 0 && rank < 10).length / ranks.length;
    assert.ok(share >= 0.87, `${share} of ${ranks.length}`);
  });

  test('it is among all offers for nearly every entry', options, () => {
    const share = ranks.filter((rank) => rank >= 0).length / ranks.length;
    assert.ok(share >= 0.96, `${share}`);
  });

  test(
    'the first ten read in YAML as themselves, and the first becomes the description and changes nothing else',
    options,
    () => {
      for (const entry of entries) {
        const offers = descriptionOffers(entry);
        for (const { text, value } of offers.slice(0, 10))
          assert.deepEqual(read(`---\ndescription: ${value}\n---\n`), { description: text });
        const [first] = offers;
        const before = read(entry.text);
        if (!first || !before) continue;
        const after = read(applyEdits(entry.text, [descriptionEdit(entry, first)]));
        assert.deepEqual(after, { ...before, description: first.text });
      }
    },
  );
});

function read(text: string): Readonly<Record<string, unknown>> | undefined {
  const values = readValues(parseEntry(text));
  return values.ok ? values.data : undefined;
}

function descriptionOf({ text, frontMatter }: Entry): string | undefined {
  const key = keyOf(frontMatter, 'description');
  const scalar = key && scalarOf(text, key);
  return scalar && wordsOf(text, scalar)?.trim();
}

/** Whether the words are those of the quote or a piece of it, but for case, marks, an article, and one word in five. */
function holds(quote: string, written: string): boolean {
  const said = wordsIn(quote);
  const sought = wordsIn(written);
  const isHeld = (words: readonly string[]) => ` ${said.join(' ')} `.includes(` ${words.join(' ')} `);
  if (isHeld(sought) || isHeld(sought.slice(/^(?:a|an|the)$/.test(sought[0] ?? '') ? 1 : 0))) return true;
  const common = sought.filter((word) => said.includes(word)).length;
  return (2 * common) / (said.length + sought.length) >= 0.8;
}

function wordsIn(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/['’‘]/g, '')
      .match(/[a-z0-9$%]+/g) ?? []
  );
}
