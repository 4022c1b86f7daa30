import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationUnlinked } from '../../../src/core/lint/rules/citationUnlinked.ts';
import { checkReported, findings, suggestedTexts } from '../../support/checkRule.ts';
import { readMarks } from '../../support/markedText.ts';

const A = '[A News](https://a.example/1)';
const B = '[B Post](https://b.example/2)';
const HEAD = '1/ **Head**. Text.';

test('an outlet without a link is offered one, with the cursor in its address', () => {
  for (const marked of [
    `${HEAD} (${A} / ⟦B Post⟧ / [A News](https://a.example/3))`,
    `${HEAD} (${A} / ⟦B Post⟧)`,
    `${HEAD} (⟦B Post⟧ / ${A})`,
  ]) {
    checkReported(citationUnlinked, marked);
    const { text } = readMarks(marked);
    assert.match(suggestedTexts(citationUnlinked, text)[0] ?? '', /\[B Post\]\(\)/);
    const [suggestion] = findings(citationUnlinked, text)[0]?.suggestions ?? [];
    assert.equal(suggestion?.edits[0]?.text.slice(suggestion.caret), ')');
  }
});

test('a single outlet in brackets needs a link', () => {
  checkReported(citationUnlinked, '1/ **Head**. Text. (⟦Gallup⟧)');
  checkReported(citationUnlinked, '* **She called it "a stunning turn of events."** (⟦Valley Post⟧)');
});

test('an outlet in lower case or with a reference needs a link', () => {
  checkReported(citationUnlinked, `${HEAD} (${A} / ⟦kxyz⟧)`);
  checkReported(citationUnlinked, `${HEAD} (${A} / ⟦[KXYZ][1]⟧)`);
});

test('an outlet in square brackets needs an address', () => {
  checkReported(citationUnlinked, `${HEAD} (${A} / ${B} / ⟦[C Times]⟧)`);
  checkReported(citationUnlinked, `${HEAD} (⟦[C Times]⟧ / ${B})`);
  const [finding] = findings(citationUnlinked, `${HEAD} (${A} / [C Times])`);
  assert.match(finding?.message ?? '', /^C Times is named/);
  assert.equal(finding?.suggestions?.[0]?.edits[0]?.text, '[C Times]()');
});
