import { test } from 'node:test';
import { placeholder } from '../../../src/core/lint/rules/placeholder.ts';
import { checkNothingReported, checkReported } from '../../support/checkRule.ts';
import { ruleContext } from '../../support/ruleContext.ts';

const A = '[A News](https://a.example/1)';
const HEAD = '1/ **Head**. Text.';

test('TK is reported in a label, in the text, in front matter and instead of an address', () => {
  checkReported(placeholder, `⟦TK/⟧ **Head**. Text. (${A})`, undefined, ruleContext('draft'));
  checkReported(placeholder, `⟦tK/⟧ **Head**. Text. (${A})`);
  checkReported(placeholder, `${HEAD} ⟦TK⟧ more. (${A})`);
  checkReported(placeholder, '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\ndescription: ⟦TK⟧.\n---\n');
  checkReported(placeholder, `${HEAD} ([A News](⟦TK⟧))`);
});

test('TK inside a word or an address is ignored', () => {
  checkNothingReported(`${HEAD} The TKO came late, from a STKD firm. (${A})`);
  checkNothingReported(`${HEAD} ([A News](https://a.example/TK))`);
});

test('TK instead of a citation is not reported as an outlet without a link', () => {
  checkReported(placeholder, `${HEAD} (${A} / ⟦TK⟧)`);
  checkReported(placeholder, `${HEAD} (⟦TK⟧)`, undefined, ruleContext('draft'));
});

test('an image of which only the folder is there is still to come', () => {
  const front = (image: string): string =>
    `---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\nimage: ${image}\n---\n`;
  checkReported(placeholder, front('"⟦/uploads/⟧"'));
  checkReported(placeholder, front("'⟦/uploads/ ⟧'"));
  checkReported(placeholder, front('⟦uploads/2031/⟧'));
  checkReported(placeholder, `${HEAD} (${A})\n\n![A hill](⟦/uploads/⟧)`);
  checkNothingReported(front('/uploads/mayor.jpg'));
  checkNothingReported(front('https://cdn.example/'));
});
