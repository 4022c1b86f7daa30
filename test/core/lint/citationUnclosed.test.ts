import { test } from 'node:test';
import { citationUnclosed } from '../../../src/core/lint/rules/citationUnclosed.ts';
import { checkNothingReported, checkReported } from '../../support/checkRule.ts';

const A = '[A News](https://a.example/1)';
const B = '[B Post](https://b.example/2)';
const HEAD = '1/ **Head**. Text.';
const GOOD = `${HEAD} (${A} / ${B})`;

test('a missing closing bracket is added', () => {
  checkReported(citationUnclosed, `${HEAD} (⟦${A}⟧`, `${HEAD} (${A})`);
  checkReported(citationUnclosed, `${HEAD} (${A} / ⟦${B}⟧`, GOOD);
});

test('a neighbouring key, or the same key without shift, is replaced by the closing bracket', () => {
  checkReported(citationUnclosed, `${HEAD} (${A} / ⟦${B}⟧0`, GOOD);
  checkReported(citationUnclosed, `${HEAD} (${A} / ⟦${B}⟧]`, GOOD);
});

test('a neighbouring key is replaced after a single citation, too', () => {
  checkReported(citationUnclosed, `${HEAD} (⟦${A}⟧0`, `${HEAD} (${A})`);
  checkReported(citationUnclosed, `${HEAD} (⟦${A}⟧.`, `${HEAD} (${A})`);
});

test('a closing bracket on the next line moves up', () => {
  checkReported(citationUnclosed, `${HEAD} (${A} / ⟦${B}⟧\n)`, GOOD);
});

test('a group that ends with a separator instead of a bracket is one problem', () => {
  checkReported(citationUnclosed, `${HEAD} (${A} / ${B} ⟦/⟧`, GOOD);
  checkReported(citationUnclosed, `${HEAD} (${A} / ${B}⟦/⟧`, GOOD);
});

test('a group split by an empty line is one problem', () => {
  checkReported(citationUnclosed, `${HEAD} (${A} ⟦/⟧\n\n${B})`, GOOD);
  checkReported(citationUnclosed, `${HEAD} (⟦${A}⟧\n\n/ ${B})`, GOOD);
  checkReported(citationUnclosed, `${HEAD} (⟦${A}⟧\n\n${B})`, GOOD);
});

test('a group that never closes ends with its block', () => {
  checkReported(
    citationUnclosed,
    `${HEAD} (⟦${A}⟧\n\n2/ **Head**. Text. (${B})`,
    `${HEAD} (${A})\n\n2/ **Head**. Text. (${B})`,
  );
});

test('a group is not closed if unfinished text follows', () => {
  checkReported(citationUnclosed, `${HEAD} (${A} / ${B} ⟦/⟧ [c times and others])`);
});

test('a bracket of a sentence that closes on a later line is no group', () => {
  checkNothingReported(
    'The pier is open again (see\nthe [report](https://a.example/1)\nand the [map](https://b.example/2)).',
  );
  checkNothingReported('The pier is open ([report](https://a.example/1),\n[map](https://b.example/2), and more).');
});
