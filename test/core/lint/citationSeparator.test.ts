import { test } from 'node:test';
import { citationSeparator } from '../../../src/core/lint/rules/citationSeparator.ts';
import { checkNothingReported, checkReported } from '../../support/checkRule.ts';

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

test('commas, words and slashes between links of a sentence are no separators', () => {
  for (const text of [
    'Three ([a](https://a.example/1), [b](https://b.example/2)) came.',
    'Three ([a](https://a.example/1), and [b](https://b.example/2)) came.',
    'Read [a](https://a.example/1), and [b](https://b.example/2).',
    'A [proxy](https://a.example/1)/[interceptor](https://b.example/2) for all.',
    'The pier ([#12](https://a.example/12) & [#13](https://a.example/13))',
    'The pier ([#12](https://a.example/12)) ([abc123](https://a.example/c)), closes [#3](https://a.example/3)',
    'The pier ("[said](https://a.example/1)" / "[wrote](https://b.example/2)") is open.',
  ]) {
    checkNothingReported(`* ${text}`);
    checkNothingReported(`${HEAD} (${A})\n\n* ${text}`);
  }
  checkNothingReported('* It is open. ([Migration Guide](https://a.example/1), [Why Wood?](https://b.example/2))');
  checkNothingReported(`1/ **Head**. Three ([a](https://a.example/1), [b](https://b.example/2)) came. (${A})`);
});
