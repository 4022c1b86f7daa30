import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationUnopened } from '../../../src/core/lint/rules/citationUnopened.ts';
import { checkRule, checkSilent, offers } from '../../support/checkRule.ts';

const A = '[A News](https://a.example/1)';
const B = '[B Post](https://b.example/2)';

test('a group that closes and never opens is offered either', () => {
  checkRule(citationUnopened, `1/ **Head**. Text. ${A}⟦)⟧`);
  checkRule(citationUnopened, `1/ **Head**. Text. ${A} / ${B}⟦)⟧`);
  assert.deepEqual(offers(citationUnopened, `1/ **Head**. Text. ${A} / ${B})`), [
    `1/ **Head**. Text. (${A} / ${B})`,
    `1/ **Head**. Text. ${A} / ${B}`,
  ]);
});

test('sources behind the last sentence without any bracket are offered both', () => {
  checkRule(citationUnopened, `* **Head**: Text. ⟦${A} / ${B}⟧`);
  checkRule(citationUnopened, `1/ **Head**. Text. ⟦${A}⟧`);
  assert.deepEqual(offers(citationUnopened, `* **Head**: Text. ${A} / ${B}`), [`* **Head**: Text. (${A} / ${B})`]);
});

test('a list of sources needs no brackets', () => {
  checkSilent(citationUnopened, `* **Live blogs**: ${A} / ${B}`);
  checkSilent(citationUnopened, `* **Live blogs**. ${A} / ${B}`);
  checkSilent(citationUnopened, `* **Head**. Text. ${A}`);
  checkSilent(citationUnopened, `1/ **Head**. Text, as said by ${A}`);
  checkSilent(citationUnopened, `1/ **Head**. Text (as ${A} said). (${B})`);
});
