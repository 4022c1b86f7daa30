import { test } from 'node:test';
import { lineStart } from '../../../src/core/lint/rules/lineStart.ts';
import { checkRule, checkSilent } from '../../support/checkRule.ts';

const A = '([A News](https://a.example/1))';
const B = '([B Post](https://b.example/2))';

test('an item that starts after the citations of another gets its own line', () => {
  for (const start of ['* ', '- ', '2/ ', '2. ', 'poll/ ', 'TK/ '])
    checkRule(
      lineStart,
      `1/ **Head**. Text. ${A}⟦ ${start}⟧**Two**. ${B}`,
      `1/ **Head**. Text. ${A}\n\n${start}**Two**. ${B}`,
    );
  checkRule(lineStart, `* **Head**. Text. ${A}⟦* ⟧**Two**. ${B}`, `* **Head**. Text. ${A}\n\n* **Two**. ${B}`);
  checkSilent(lineStart, `1/ **Head**. Text. ${A} **Two** more. ${B}`);
  checkSilent(lineStart, `1/ **Head**. Text ([A News](https://a.example/1)) 2/3 of it. ${B}`);
});

test('a divider directly below a paragraph gets a blank line above it', () => {
  checkRule(lineStart, `1/ **Head**. Text. ${A}\n⟦---⟧\n\n## Head`, `1/ **Head**. Text. ${A}\n\n---\n\n## Head`);
  checkRule(lineStart, `1/ **Head**.\r\n⟦---⟧\r\n`, `1/ **Head**.\r\n\r\n---\r\n`);
  checkSilent(lineStart, `* **Head**. Text. ${A}\n---`);
  checkSilent(lineStart, `1/ **Head**. Text. ${A}\n\n---`);
});

test('dashes changed by an editor or a typo become a divider', () => {
  for (const dashes of ['--', '—', '–', '—-', '-—'])
    checkRule(lineStart, `Text.\n\n⟦${dashes}⟧\n\n## Head`, 'Text.\n\n---\n\n## Head');
  checkSilent(lineStart, 'Text.\n\n— Text.');
});

test('a heading has a space after its number signs, and a hashtag is not a heading', () => {
  checkRule(lineStart, '⟦###⟧Notables.', '### Notables.');
  checkSilent(lineStart, '#resist');
});

test('a bullet character becomes an asterisk', () => {
  checkRule(lineStart, `⟦•⟧ **Head**. Text. ${A}`, `* **Head**. Text. ${A}`);
  checkRule(lineStart, `⟦▪⟧**Head**. Text. ${A}`, `* **Head**. Text. ${A}`);
});

test('a mistyped number after a list becomes one of its items', () => {
  checkRule(lineStart, `1. **Head**. ${A}\n\n⟦2,⟧ **Head**. ${B}`, `1. **Head**. ${A}\n\n2. **Head**. ${B}`);
  checkSilent(lineStart, `Text.\n\n2, **Head**. ${B}`);
});

test('an asterisk that starts neither emphasis nor a bullet is reported', () => {
  checkRule(lineStart, '⟦*⟧Matt at home\\');
  checkSilent(lineStart, '*Matt* at home');
  checkSilent(lineStart, '*Matt at home*');
  checkSilent(lineStart, '* Matt at home');
});
