import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationRawUrl } from '../../../src/core/lint/rules/citationRawUrl.ts';
import { checkNothingReported, checkReported, checkRule, checkSuggestions, findings } from '../../support/checkRule.ts';

test('pasted addresses become citations of their outlets', () => {
  checkRule(
    citationRawUrl,
    entry('(⟦https://www.wsj.com/a⟧ / ⟦https://www.cnbc.com/b?id=1⟧)'),
    entry('([Wall Street Journal](https://www.wsj.com/a) / [CNBC](https://www.cnbc.com/b?id=1))'),
  );
});

test('if the outlet is unknown, a link is offered with the cursor in its name', () => {
  const cited = '[CNN](https://cnn.com/a)';
  checkSuggestions(citationRawUrl, entry(`(${cited} / ⟦https://herald.example/b⟧)`), [
    entry(`(${cited} / [](https://herald.example/b))`),
  ]);
  const [finding] = findings(citationRawUrl, entry(`(${cited} / https://herald.example/b)`));
  assert.equal(finding?.suggestions?.[0]?.caret, 1);
});

test('a long address at the start of a group belongs to the group', () => {
  const address = `https://c.example/${'a-long-way/'.repeat(20)}`;
  checkReported(citationRawUrl, `1/ **Head**. Text. (⟦${address}⟧ / [A News](https://a.example/1))`);
});

test('an address in brackets inside a sentence is a part of it', () => {
  checkNothingReported('* The pier is open (https://a.example/1). Nobody came.');
  checkNothingReported('* The pier is open (see https://a.example/1).');
  checkNothingReported('Pier 2.0 (https://a.example/1) is out.');
});

function entry(group: string): string {
  return `1/ **The mayor resigned**. She left. ${group}`;
}
