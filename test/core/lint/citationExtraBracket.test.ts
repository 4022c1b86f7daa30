import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { citationExtraBracket } from '../../../src/core/lint/rules/citationExtraBracket.ts';
import { checkRule, checkSilent } from '../../support/checkRule.ts';
import { surroundings } from '../../support/surroundings.ts';

const A = '[A News](https://a.example/1)';
const B = '[B Post](https://b.example/2)';
const GOOD = `1/ **Head**. Text. (${A} / ${B})`;

test('a group opens once', () => {
  checkRule(citationExtraBracket, `1/ **Head**. Text. ⟦((⟧${A} / ${B})`, GOOD);
  checkRule(citationExtraBracket, `1/ **Head**. Text. ⟦((⟧${A} / ${B}))`, GOOD);
  checkRule(citationExtraBracket, `1/ **Head**. Text. (${A} ⟦/ (⟧${B})`, GOOD);
});

test('a group closes once', () => {
  checkRule(citationExtraBracket, `1/ **Head**. Text. (${A} / ${B}⟦))⟧`, GOOD);
});

test('brackets of the sentence around a group are its own', () => {
  checkSilent(citationExtraBracket, `1/ **Head**. Text (and more ([A News](https://a.example/1))).`);
  checkSilent(citationExtraBracket, '1/ **Head**. Text. ([A News](https://a.example/1_(b)))');
  checkSilent(citationExtraBracket, GOOD);
});

test('empty brackets are a hint as long as the writer may fill them', () => {
  const severity = (stage: 'draft' | 'published') =>
    citationExtraBracket.check(parseEntry('1/ **Head**. Text. ()'), surroundings(stage)).map((found) => found.severity);
  assert.deepEqual(severity('draft'), ['hint']);
  assert.deepEqual(severity('published'), [undefined]);
});
