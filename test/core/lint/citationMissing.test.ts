import { test } from 'node:test';
import { citationMissing } from '../../../src/core/lint/rules/citationMissing.ts';
import { checkRule, checkSilent } from '../../support/checkRule.ts';

const A = '([A News](https://a.example/1))';

test('a section, a poll and a notable need a source of their own', () => {
  checkRule(citationMissing, `1/ **Head**. ⟦Text.⟧\n\nMore text. ${A}`);
  checkRule(citationMissing, 'poll/ **51% want the levy**. ⟦Detail.⟧');
  checkRule(citationMissing, '### Notables.\n\n1. **A ferry ⟦sank**.⟧');
  checkRule(citationMissing, `1. **Head**. Text. ${A}\n2. **Head**. Text. ${A}\n3. **Head**. ⟦Text.⟧`);
});

test('a line of a programme, what only says what follows, and a link in HTML are let be', () => {
  checkSilent(citationMissing, `1. **The mayor speaks at nine**.\n2. **Head**. Text. ${A}\n3. **Head**. Text. ${A}`);
  checkSilent(citationMissing, 'quotables/ **What the mayor said at noon**:\n\n* "No."');
  checkSilent(citationMissing, '1/ **Head**. Text. (<a href="https://a.example/1">A News</a>)');
});
