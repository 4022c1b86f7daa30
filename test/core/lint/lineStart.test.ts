import { test } from 'node:test';
import { lineStart } from '../../../src/core/lint/rules/lineStart.ts';
import { checkRule, checkSilent } from '../../support/checkRule.ts';

const A = '([A News](https://a.example/1))';
const B = '([B Post](https://b.example/2))';

test('an item that begins behind the sources of another gets its line', () => {
  for (const start of ['* ', '- ', '2/ ', '2. ', 'poll/ ', 'TK/ '])
    check(`1/ **Head**. Text. ${A}⟦ ${start}⟧**Two**. ${B}`, `1/ **Head**. Text. ${A}\n\n${start}**Two**. ${B}`);
  check(`* **Head**. Text. ${A}⟦* ⟧**Two**. ${B}`, `* **Head**. Text. ${A}\n\n* **Two**. ${B}`);
  checkSilent(lineStart, `1/ **Head**. Text. ${A} **Two** more. ${B}`);
  checkSilent(lineStart, `1/ **Head**. Text ([A News](https://a.example/1)) 2/3 of it. ${B}`);
});

test('a divider right below a paragraph is one again', () => {
  check(`1/ **Head**. Text. ${A}\n⟦---⟧\n\n## Head`, `1/ **Head**. Text. ${A}\n\n---\n\n## Head`);
  check(`1/ **Head**.\r\n⟦---⟧\r\n`, `1/ **Head**.\r\n\r\n---\r\n`);
  checkSilent(lineStart, `* **Head**. Text. ${A}\n---`);
  checkSilent(lineStart, `1/ **Head**. Text. ${A}\n\n---`);
});

test('dashes that an editor or a slip made something else of are a divider', () => {
  for (const dashes of ['--', '—', '–', '—-', '-—'])
    check(`Text.\n\n⟦${dashes}⟧\n\n## Head`, 'Text.\n\n---\n\n## Head');
  checkSilent(lineStart, 'Text.\n\n— Text.');
});

test('a heading has a space behind its signs, and a hashtag is none', () => {
  check('⟦###⟧Notables.', '### Notables.');
  checkSilent(lineStart, '#resist');
});

test('a bullet of another kind is made one of ours', () => {
  check(`⟦•⟧ **Head**. Text. ${A}`, `* **Head**. Text. ${A}`);
  check(`⟦▪⟧**Head**. Text. ${A}`, `* **Head**. Text. ${A}`);
});

test('a number beside a list is one of its items', () => {
  check(`1. **Head**. ${A}\n\n⟦2,⟧ **Head**. ${B}`, `1. **Head**. ${A}\n\n2. **Head**. ${B}`);
  checkSilent(lineStart, `Text.\n\n2, **Head**. ${B}`);
});

test('an asterisk that neither opens nor begins anything is pointed out', () => {
  checkRule(lineStart, '⟦*⟧Matt at home\\');
  checkSilent(lineStart, '*Matt* at home');
  checkSilent(lineStart, '*Matt at home*');
  checkSilent(lineStart, '* Matt at home');
});

function check(marked: string, fixed: string): void {
  checkRule(lineStart, marked, fixed);
}
