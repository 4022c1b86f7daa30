import { test } from 'node:test';
import { citationUnopened } from '../../../src/core/lint/rules/citationUnopened.ts';
import { checkRule, checkSilent, checkSuggestions } from '../../support/checkRule.ts';

const A = '[A News](https://a.example/1)';
const B = '[B Post](https://b.example/2)';

test('a group that closes but never opens is offered an opening bracket, or none at all', () => {
  checkRule(citationUnopened, `1/ **Head**. Text. ${A}⟦)⟧`);
  checkSuggestions(citationUnopened, `1/ **Head**. Text. ${A} / ${B}⟦)⟧`, [
    `1/ **Head**. Text. (${A} / ${B})`,
    `1/ **Head**. Text. ${A} / ${B}`,
  ]);
});

test('citations after the last sentence without any bracket are offered both', () => {
  checkRule(citationUnopened, `1/ **Head**. Text. ⟦${A}⟧`);
  const section = `1/ **Head**. Text. (${A})\n\n`;
  checkSuggestions(citationUnopened, `${section}* **Head**: Text. ⟦${A} / ${B}⟧`, [
    `${section}* **Head**: Text. (${A} / ${B})`,
  ]);
});

test('a list of sources, and links in prose, need no brackets', () => {
  checkSilent(citationUnopened, `* **Live blogs**: ${A} / ${B}`);
  checkSilent(citationUnopened, `* **Live blogs**. ${A} / ${B}`);
  checkSilent(citationUnopened, `* **Head**. Text. ${A}`);
  checkSilent(citationUnopened, `1/ **Head**. Text, as said by ${A}`);
  checkSilent(citationUnopened, `1/ **Head**. Text (as ${A} said). (${B})`);
});

test('links at the end of an item of another form of log, and a smiley, need no brackets', () => {
  checkSilent(
    citationUnopened,
    '* **Pier 2.0**: It is out. [Docs](https://a.example/1) / [Source](https://b.example/2)',
  );
  checkSilent(citationUnopened, `* She ${A} :)`);
});
