import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { updateCountdowns } from '../../src/core/compose/frontMatter/countdown.ts';
import { numberSections } from '../../src/core/compose/items/numberSections.ts';
import type { Entry } from '../../src/core/entry/entry.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import type { Countdown } from '../../src/core/lint/rule.ts';
import { sectionNumber } from '../../src/core/lint/rules/sectionNumber.ts';
import { listsOf } from '../../src/core/lint/sections/sectionLists.ts';
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

  test('entries that are numbered right are left alone, others are mended', options, () => {
    for (const { path, entry } of entries) {
      const edits = numberSections(entry);
      assert.equal(edits.length > 0, !isRight(entry), path);
      const after = parseEntry(applyEdits(entry.text, edits));
      assert.ok(isRight(after), path);
      assert.deepEqual(numberSections(after), [], path);
    }
  });

  test('labels without a number get back the one that was taken from them, byte for byte', options, () => {
    let tried = 0;
    for (const { path, entry } of entries) {
      const [list, ...more] = listsOf(entry);
      if (!list || more.length > 0 || !isRight(entry) || list.some(({ kind }) => kind !== 'number')) continue;
      tried++;
      for (const some of [list, list.filter((_, index) => index % 2 === 0), list.slice(-1)]) {
        const draft = applyEdits(
          entry.text,
          some.map(({ name }) => ({ from: name.from, to: name.to, text: 'TK' })),
        );
        assert.equal(applyEdits(draft, numberSections(parseEntry(draft))), entry.text, path);
      }
    }
    assert.ok(tried > 1400, `${tried}`);
  });

  test('countdowns are right but for two that were copied, and each is set right again', options, () => {
    const known = { ...ruleContext(), countdowns: COUNTDOWNS };
    const changed: string[] = [];
    let counted = 0;
    for (const { path, entry } of entries) {
      const edits = updateCountdowns(entry, known);
      if (edits.length > 0) changed.push(`${path} ${edits.map(({ text }) => text).join()}`);
      const spoilt = entry.text.replace(/(?<=(?:election|midterm)s?\W* (?:is|are) (?:now )?in )\d+(?= days)/gi, '4321');
      if (spoilt === entry.text) continue;
      counted++;
      const mended = applyEdits(spoilt, updateCountdowns(parseEntry(spoilt), known));
      assert.equal(mended, applyEdits(entry.text, edits), path);
    }
    assert.ok(counted > 150, `${counted}`);
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

function isRight(entry: Entry): boolean {
  return [...sectionNumber.check(entry, ruleContext())].length === 0;
}
