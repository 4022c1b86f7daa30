import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationUnlinked } from '../../../src/core/lint/rules/citationUnlinked.ts';
import { learnOutlets } from '../../../src/core/outlets/outlets.ts';
import { checkNothingReported, checkReported, findings, suggestedTexts } from '../../support/checkRule.ts';
import { readMarks } from '../../support/markedText.ts';
import { ruleContext } from '../../support/ruleContext.ts';

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
  checkReported(citationUnlinked, `${HEAD} (${A})\n\n* **She called it "a stunning turn of events."** (⟦Gallup⟧)`);
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

test('a word in brackets is a source only if the archive or the known list has it as an outlet', () => {
  checkNothingReported(`${HEAD} (${A})\n\n* **The pier is open**. Nobody came. (Paywall)`);
  checkNothingReported(`${HEAD} (${A})\n\n* **The pier is open**. Nobody came. (Update)`);
  const outlets = learnOutlets([{ outlet: 'Pier Times', address: 'https://pier.example/', count: 9 }]);
  checkReported(citationUnlinked, `${HEAD} (${A})\n\n* **The pier is open**. Nobody came. (⟦Pier Times⟧)`, undefined, {
    ...ruleContext(),
    outlets,
  });
});

test('a remark after a link is not an outlet', () => {
  const D = '[Der Spiegel](https://www.spiegel.de/1)';
  checkNothingReported(`* **More**: ${D} (German) / ${A}`);
  checkNothingReported(`* **More**: ${A} / ${D} (German)`);
  checkNothingReported(`${HEAD} (${D} (German) / ${A})`);
  checkNothingReported(`${HEAD} (${A} / ${D} (German))`);
  checkNothingReported(`${HEAD} (${D} (subscription required))`);
});

test('a reference that has a definition is a link', () => {
  const definitions = '\n\n[n]: https://www.npr.org/1\n[CNN]: https://www.cnn.com/1';
  checkNothingReported(`${HEAD} ([NPR][n] / [CNN][])${definitions}`);
  checkNothingReported(`${HEAD} ([NPR][n] / [CNN])${definitions}`);
  checkNothingReported(`${HEAD} (${A} / [NPR][n])${definitions}`);
  checkNothingReported(`${HEAD} ([NPR][n] / ${A} / ${B})${definitions}`);
  checkNothingReported(`${HEAD} (${A} / ${B} / [NPR][n])${definitions}`);
});

test('words after or before a slash are no outlets in a log of another form', () => {
  checkNothingReported('* The pier ([Wikimedia](https://w.example/1) / CC BY-SA 4.0)');
  checkNothingReported('* The pier (Ada / [Bob](https://b.example/1)) is open.');
  checkNothingReported('* [Ada](https://a.example/1) / Bob / [Cy](https://c.example/1)');
});
