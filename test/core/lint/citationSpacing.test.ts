import { test } from 'node:test';
import { citationSpacing } from '../../../src/core/lint/rules/citationSpacing.ts';
import { checkRule, checkSilent } from '../../support/checkRule.ts';

const A = '[A News](https://a.example/1)';
const B = '[B Post](https://b.example/2)';
const GOOD = `1/ **Head**. Text. (${A} / ${B})`;

test('one plain space stands before a group', () => {
  check(`1/ **Head**. Text⟦.(⟧${A} / ${B})`, GOOD);
  check(`1/ **Head**. Text.⟦  ⟧(${A} / ${B})`, GOOD);
  check(`1/ **Head**. Text.⟦\u00a0⟧(${A} / ${B})`, GOOD);
  check(`1/ **Head**. Text.⟦\u2009⟧(${A} / ${B})`, GOOD);
  check(`1/ **Head**. She said "no⟦"(⟧${A})`, `1/ **Head**. She said "no" (${A})`);
  check(`* **Head*⟦*(⟧${A})`, `* **Head** (${A})`);
});

test('a separator stands between two plain spaces', () => {
  for (const gap of ['/ ', ' /', '/', '  / ', ' /  ', ' /\u2009', '\u00a0/ ']) {
    check(`1/ **Head**. Text. (${A}⟦${gap}⟧${B})`, GOOD);
  }
  check(`* **Live blogs**: ${A}⟦/ ⟧${B}`, `* **Live blogs**: ${A} / ${B}`);
});

test('no space stands inside the brackets of a group', () => {
  check(`1/ **Head**. Text. (⟦ ⟧${A} / ${B})`, GOOD);
  check(`1/ **Head**. Text. (${A} / ${B}⟦ ⟧)`, GOOD);
});

test('no space stands inside the name of a link', () => {
  check(`1/ **Head**. Text. ([A News⟦ ⟧](https://a.example/1) / ${B})`, GOOD);
  check(`1/ **Head**. Text. ([⟦ ⟧A News](https://a.example/1) / ${B})`, GOOD);
  check('1/ **Head**. She [said⟦ ⟧](https://a.example/1)so.', '1/ **Head**. She [said](https://a.example/1) so.');
  check('1/ **Head**. She[⟦ ⟧said](https://a.example/1) so.', '1/ **Head**. She [said](https://a.example/1) so.');
});

test('two slips in one place are two problems, and both are mended', () => {
  check(`1/ **Head**. Text. ([A News⟦ ⟧](https://a.example/1)⟦/ ⟧${B})`, GOOD);
});

test('a link in a sentence does not stick to its neighbours', () => {
  check('1/ **Head**. Sh⟦e[⟧said](https://a.example/1) so.', '1/ **Head**. She [said](https://a.example/1) so.');
  check('1/ **Head**. She [said](https://a.example/1⟦)s⟧o.', '1/ **Head**. She [said](https://a.example/1) so.');
  check('* *Sources⟦:[⟧A News](https://a.example/1)*', '* *Sources: [A News](https://a.example/1)*');
});

test('what is set right is let be', () => {
  for (const text of [
    GOOD,
    `1/ **Head**. Text. \\\n\\(${A} / ${B})`,
    `(${A})`,
    `1/ **Head**. ("[said](https://a.example/1)") so.`,
    `1/ **Head**. Two [fact](https://a.example/1)s, [one](https://a.example/1)'s own. (${A})`,
    `**Harris +1.0 points** (${A}) \\`,
    `1/ **Head**. Text (as ${A} said).`,
  ])
    checkSilent(citationSpacing, text);
});

test('what other rules find is theirs', () => {
  for (const text of [
    `1/ **Head**. Text. (${A}${B})`, // no separator
    `1/ **Head**. Text. (${A} / / ${B})`, // two of them
    `1/ **Head "quoted." **(${A})`, // bold that does not close
    `1/ **Head**. Text. (${A} /\n${B})`, // two lines
    '1/ **Head**. Text. ([A News )](https://a.example/1)', // a bracket in the name
  ])
    checkSilent(citationSpacing, text);
});

function check(marked: string, fixed: string): void {
  checkRule(citationSpacing, marked, fixed);
}
