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
