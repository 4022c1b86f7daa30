import { test } from 'node:test';
import { sectionEmpty } from '../../../src/core/lint/rules/sectionEmpty.ts';
import { checkReported } from '../../support/checkRule.ts';
import { surroundings } from '../../support/surroundings.ts';

test('an empty section is reported as empty, and not also for its missing headline and source', () => {
  checkReported(sectionEmpty, '⟦1/⟧ ', undefined, surroundings('draft'));
  checkReported(sectionEmpty, '1/ **Head**. Text. ([A News](https://a.example/1))\n\n⟦2/⟧');
});
