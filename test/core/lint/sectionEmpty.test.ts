import { test } from 'node:test';
import { sectionEmpty } from '../../../src/core/lint/rules/sectionEmpty.ts';
import { checkReported } from '../../support/checkRule.ts';
import { ruleContext } from '../../support/ruleContext.ts';

test('an empty section is reported as empty, and not also for its missing headline and source', () => {
  checkReported(sectionEmpty, '⟦1/⟧ ', undefined, ruleContext('draft'));
  checkReported(sectionEmpty, '1/ **Head**. Text. ([A News](https://a.example/1))\n\n⟦2/⟧');
});
