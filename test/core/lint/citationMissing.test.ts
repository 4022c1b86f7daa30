import { test } from 'node:test';
import { citationMissing } from '../../../src/core/lint/rules/citationMissing.ts';
import { checkNothingReported, checkReported, checkRule, checkSilent } from '../../support/checkRule.ts';
import { ruleContext } from '../../support/ruleContext.ts';

const A = '([A News](https://a.example/1))';

test('a section, a poll and a notable each need a source', () => {
  checkRule(citationMissing, `1/ **Head**. ⟦Text.⟧\n\nMore text. ${A}`);
  checkRule(citationMissing, 'poll/ **51% want the levy**. ⟦Detail.⟧');
  checkRule(citationMissing, '### Notables.\n\n1. **A ferry ⟦sank**.⟧');
  checkRule(citationMissing, `1. **Head**. Text. ${A}\n2. **Head**. Text. ${A}\n3. **Head**. ⟦Text.⟧`);
});

test('a plain paragraph needs a source in a draft, but not once published', () => {
  const section = `1/ **Head**. Text. ${A}`;
  checkReported(
    citationMissing,
    `${section}\n\nIt was so, and nobody said ⟦otherwise.⟧`,
    undefined,
    ruleContext('draft'),
  );
  checkNothingReported(`${section}\n\nIt was so, and nobody said otherwise.`);
});

test('the line of a schedule, an introduction and a link in HTML are accepted', () => {
  checkSilent(citationMissing, `1. **The mayor speaks at nine**.\n2. **Head**. Text. ${A}\n3. **Head**. Text. ${A}`);
  checkSilent(citationMissing, 'quotables/ **What the mayor said at noon**:\n\n* "No."');
  checkSilent(citationMissing, '1/ **Head**. Text. (<a href="https://a.example/1">A News</a>)');
});
