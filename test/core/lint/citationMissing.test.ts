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

test('a reference, an autolink and an address in brackets are sources', () => {
  checkSilent(
    citationMissing,
    '1/ **Head**. Text. ([NPR][n] / [CNN][c])\n\n[n]: https://a.example/1\n[c]: https://b.example/1',
  );
  checkSilent(citationMissing, '1/ **Head**. Text, says the [report].\n\n[report]: https://a.example/1');
  checkSilent(citationMissing, '1/ **Head**. Text. <https://a.example/1>');
});

test('a word in brackets is a source only if it is an outlet', () => {
  checkSilent(citationMissing, '1/ **Head**. Text. (Gallup)');
  checkRule(citationMissing, '1/ **Head**. Text. ⟦(Paywall)⟧');
});

test('an ordered list of links that cites nothing is no list of notables', () => {
  checkSilent(
    citationMissing,
    '1. The pier is open ([#12](https://a.example/12)).\n2. See [the map](https://a.example/1).\n3. It is wood now.',
  );
});
