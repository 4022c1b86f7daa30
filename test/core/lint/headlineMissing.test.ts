import { test } from 'node:test';
import { headlineMissing } from '../../../src/core/lint/rules/headlineMissing.ts';
import { checkNothingReported, checkReported } from '../../support/checkRule.ts';

const A = '[A News](https://a.example/1)';
const B = '[B Post](https://b.example/2)';

test('polls and notables need a headline', () => {
  checkReported(headlineMissing, `poll/ ⟦51% said so.⟧ Others did not. (${A})`);
  checkReported(headlineMissing, `### Notables.\n\n1. **One**. (${A})\n\n2. ⟦Two.⟧ (${B})`);
});

test('bullets and other lists need no headline', () => {
  checkNothingReported(`* Related. (${A})`);
  checkNothingReported('1. January: It began.\n\n2. May: It ended.');
});

test('in other languages, the first sentence ends with its own marks', () => {
  checkReported(headlineMissing, `poll/ ⟦市長は辞任した。⟧橋は閉じた。 (${A})`);
  checkReported(headlineMissing, `poll/ ⟦Der Bürgermeister ging.⟧ Über die Brücke kam keiner. (${A})`);
  checkReported(headlineMissing, `poll/ ⟦La maire part !⟧ « Le pont ferme. » (${A})`);
  checkReported(headlineMissing, `poll/ ⟦ראש העיר התפטרה.⟧ הגשר נסגר. (${A})`);
});
