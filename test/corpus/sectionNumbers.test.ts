import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { updateCountdowns } from '../../src/core/compose/days/updateCountdowns.ts';
import { numberSections } from '../../src/core/compose/items/numberSections.ts';
import type { Entry } from '../../src/core/entry/entry.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { findingsOf } from '../../src/core/lint/findingsOf.ts';
import type { Countdown } from '../../src/core/lint/rule.ts';
import { sectionNumber } from '../../src/core/lint/rules/sectionNumber.ts';
import { sectionListsIn } from '../../src/core/lint/sections/sectionLists.ts';
import { applyEdits } from '../../src/core/text/text.ts';
import { corpusEntries, noCorpus } from '../support/corpus.ts';
import { ruleContext } from '../support/ruleContext.ts';

const options = { skip: noCorpus };
let entries: readonly { readonly path: string; readonly entry: Entry }[] = [];

describe("the archive's sections", () => {
  before(() => {
    if (noCorpus) return;
    entries = corpusEntries().map(({ path, text }) => ({ path, entry: parseEntry(text) }));
  });

  test('numbering changes only entries with wrong numbers, and fixes those', options, () => {
    for (const { path, entry } of entries) {
      const edits = numberSections(entry);
      assert.equal(edits.length > 0, !isNumberedCorrectly(entry), path);
      const after = parseEntry(applyEdits(entry.text, edits));
      assert.ok(isNumberedCorrectly(after), path);
      assert.deepEqual(numberSections(after), [], path);
    }
  });

  test('numbering restores numbers that were removed, byte for byte', options, () => {
    let count = 0;
    for (const { path, entry } of entries) {
      const [list, ...more] = sectionListsIn(entry);
      if (!list || more.length > 0 || !isNumberedCorrectly(entry) || list.some(({ kind }) => kind !== 'number'))
        continue;
      count++;
      for (const labels of [list, list.filter((_, index) => index % 2 === 0), list.slice(-1)]) {
        const draft = applyEdits(
          entry.text,
          labels.map(({ name }) => ({ from: name.from, to: name.to, text: 'TK' })),
        );
        assert.equal(applyEdits(draft, numberSections(parseEntry(draft))), entry.text, path);
      }
    }
    assert.ok(count > 1400, `${count}`);
  });

  test('all countdowns are right except two that were copied, and wrong ones are fixed', options, () => {
    const context = { ...ruleContext(), countdowns: COUNTDOWNS };
    const changed: string[] = [];
    let entryCount = 0;
    for (const { path, entry } of entries) {
      const edits = updateCountdowns(entry, context);
      if (edits.length > 0) changed.push(`${path} ${edits.map(({ text }) => text).join()}`);
      const wrongText = entry.text.replace(
        /(?<=(?:election|midterm)s?\W* (?:is|are) (?:now )?in )\d+(?= days)/gi,
        '4321',
      );
      if (wrongText === entry.text) continue;
      entryCount++;
      const fixedText = applyEdits(wrongText, updateCountdowns(parseEntry(wrongText), context));
      assert.equal(fixedText, applyEdits(entry.text, edits), path);
    }
    assert.ok(entryCount > 150, `${entryCount}`);
    assert.deepEqual(changed, ['_posts/2024-11-07-day-1388.markdown 726', '_posts/2024-11-26-day-1407.markdown 707']);
  });
});

const COUNTDOWNS: readonly Countdown[] = [
  ...['midterms', 'midterm elections'].map((phrase) => ({ phrase, date: '2018-11-06' })),
  ...['midterms', 'midterm elections'].map((phrase) => ({ phrase, date: '2022-11-08' })),
  ...['midterms', 'midterm elections'].map((phrase) => ({ phrase, date: '2026-11-03' })),
  { phrase: 'presidential election', date: '2020-11-03' },
  { phrase: 'presidential election', date: '2024-11-05' },
];

function isNumberedCorrectly(entry: Entry): boolean {
  return findingsOf(sectionNumber, entry, ruleContext()).length === 0;
}
