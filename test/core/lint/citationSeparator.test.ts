import { test } from 'node:test';
import { citationSeparator } from '../../../src/core/lint/rules/citationSeparator.ts';
import { checkReported } from '../../support/checkRule.ts';

const A = '[A News](https://a.example/1)';
const B = '[B Post](https://b.example/2)';
const HEAD = '1/ **Head**. Text.';
const GOOD = `${HEAD} (${A} / ${B})`;

test('a separator that is missing, doubled or of another kind is replaced, and one too many is removed', () => {
  checkReported(citationSeparator, `${HEAD} (${A}⟦ ⟧${B})`, GOOD);
  checkReported(citationSeparator, `${HEAD} (${A} ⟦/ /⟧ ${B})`, GOOD);
  checkReported(citationSeparator, `${HEAD} (${A}⟦,⟧ ${B})`, GOOD);
  checkReported(citationSeparator, `${HEAD} (${A}⟦;⟧ ${B})`, GOOD);
  checkReported(citationSeparator, `${HEAD} (${A} ⟦|⟧ ${B})`, GOOD);
  checkReported(citationSeparator, `${HEAD} (${A} ⟦and⟧ ${B})`, GOOD);
  checkReported(citationSeparator, `${HEAD} (${A}⟦y /⟧ ${B})`, GOOD);
  checkReported(citationSeparator, `${HEAD} (⟦/⟧ ${A} / ${B})`, GOOD);
  checkReported(citationSeparator, `${HEAD} (${A} / ${B} ⟦/⟧)`, GOOD);
  checkReported(citationSeparator, `${HEAD} (${A} / ${B}) ⟦/⟧`, GOOD);
});

test('a word between citations is replaced', () => {
  checkReported(citationSeparator, `${HEAD} (${A} ⟦via⟧ ${B})`, GOOD);
});

test('a stray character between citations is replaced', () => {
  checkReported(citationSeparator, `${HEAD} (${A} ⟦.⟧ ${B})`, GOOD);
  checkReported(citationSeparator, `${HEAD} (${A} ⟦\\⟧ ${B})`, GOOD);
});

test('a stray character between the opening bracket and the first citation is removed', () => {
  checkReported(citationSeparator, `${HEAD} (⟦[⟧${A} / ${B})`, GOOD);
  checkReported(citationSeparator, `${HEAD} (⟦{⟧${A} / ${B})`, GOOD);
  checkReported(citationSeparator, `${HEAD} (⟦.⟧${A})`, `${HEAD} (${A})`);
  checkReported(citationSeparator, `${HEAD} (⟦x⟧${A} / ${B})`, GOOD);
});

test('a character attached to a link is not taken for an outlet', () => {
  checkReported(citationSeparator, `${HEAD} (${A}⟦0 /⟧ ${B})`, GOOD);
});

test('a separator before empty brackets is removed along with them', () => {
  checkReported(citationSeparator, `${HEAD} (${A} ⟦/ (⟧))`, `${HEAD} (${A})`);
  checkReported(citationSeparator, `${HEAD} (${A} ⟦/ []⟧)`, `${HEAD} (${A})`);
});
