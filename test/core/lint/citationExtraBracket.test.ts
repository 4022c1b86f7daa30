import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationExtraBracket } from '../../../src/core/lint/rules/citationExtraBracket.ts';
import { checkReported, checkRule, checkSilent, findings } from '../../support/checkRule.ts';
import { ruleContext } from '../../support/ruleContext.ts';

const A = '[A News](https://a.example/1)';
const B = '[B Post](https://b.example/2)';
const GOOD = `1/ **Head**. Text. (${A} / ${B})`;

test('a second opening bracket is removed', () => {
  checkRule(citationExtraBracket, `1/ **Head**. Text. ⟦((⟧${A} / ${B})`, GOOD);
  checkRule(citationExtraBracket, `1/ **Head**. Text. ⟦((⟧${A} / ${B}))`, GOOD);
  checkRule(citationExtraBracket, `1/ **Head**. Text. (${A} ⟦/ (⟧${B})`, GOOD);
});

test('a second opening bracket is removed across a space', () => {
  checkReported(citationExtraBracket, `1/ **Head**. Text. ⟦( (⟧${A} / ${B})`, GOOD);
});

test('a bracket that opens in the middle of a list is removed, not closed', () => {
  checkReported(citationExtraBracket, `* Sources: ${A} ⟦/ (⟧${B}`, `* Sources: ${A} / ${B}`);
});

test('a second closing bracket is removed', () => {
  checkRule(citationExtraBracket, `1/ **Head**. Text. (${A} / ${B}⟦))⟧`, GOOD);
});

test('brackets of the sentence around a group, and those of an address, are accepted', () => {
  checkSilent(citationExtraBracket, `1/ **Head**. Text (and more ([A News](https://a.example/1))).`);
  checkSilent(citationExtraBracket, '1/ **Head**. Text. ([A News](https://a.example/1_(b)))');
  checkSilent(citationExtraBracket, GOOD);
});

test('empty brackets are one problem', () => {
  checkReported(citationExtraBracket, '1/ **Head**. Text. ⟦()⟧');
});

test('empty brackets are only a hint in a draft, where they may still be filled', () => {
  const severity = (stage: 'draft' | 'published') =>
    findings(citationExtraBracket, '1/ **Head**. Text. ()', ruleContext(stage)).map((finding) => finding.severity);
  assert.deepEqual(severity('draft'), ['hint']);
  assert.deepEqual(severity('published'), [undefined]);
});
