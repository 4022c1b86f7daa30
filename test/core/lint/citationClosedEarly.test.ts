import { test } from 'node:test';
import { citationClosedEarly } from '../../../src/core/lint/rules/citationClosedEarly.ts';
import { checkRule, checkSilent } from '../../support/checkRule.ts';

const A = '[A News](https://a.example/1)';
const B = '[B Post](https://b.example/2)';
const C = '[C Times](https://c.example/3)';
const GOOD = `1/ **Head**. Text. (${A} / ${B} / ${C})`;

test('a bracket that closes before the last citation is removed, or moves to the end', () => {
  for (const marked of [
    `1/ **Head**. Text. (${A}⟦) /⟧ ${B} / ${C})`,
    `1/ **Head**. Text. (${A} / ${B}⟦) /⟧ ${C})`,
    `1/ **Head**. Text. (${A} / ${B}⟦) /⟧ ${C}`,
    `1/ **Head**. Text. (${A} / ${B} ⟦/ )⟧ ${C})`,
    `1/ **Head**. Text. (${A} / ${B}⟦) / (⟧${C})`,
  ])
    checkRule(citationClosedEarly, marked, GOOD);
});

test('two groups in one item are accepted', () => {
  checkSilent(citationClosedEarly, `1/ **Head**. Text. (${A}) More. (${B})`);
  checkSilent(citationClosedEarly, GOOD);
});
