import { test } from 'node:test';
import { citationSpacing } from '../../../src/core/lint/rules/citationSpacing.ts';
import { checkRule, checkSilent } from '../../support/checkRule.ts';

const A = '[A News](https://a.example/1)';
const B = '[B Post](https://b.example/2)';
const GOOD = `1/ **Head**. Text. (${A} / ${B})`;

test('one plain space precedes a group', () => {
  checkRule(citationSpacing, `1/ **Head**. Text⟦.(⟧${A} / ${B})`, GOOD);
  checkRule(citationSpacing, `1/ **Head**. Text.⟦  ⟧(${A} / ${B})`, GOOD);
  checkRule(citationSpacing, `1/ **Head**. Text.⟦\u00a0⟧(${A} / ${B})`, GOOD);
  checkRule(citationSpacing, `1/ **Head**. Text.⟦\u2009⟧(${A} / ${B})`, GOOD);
  checkRule(citationSpacing, `1/ **Head**. She said "no⟦"(⟧${A})`, `1/ **Head**. She said "no" (${A})`);
  checkRule(citationSpacing, `* **Head*⟦*(⟧${A})`, `* **Head** (${A})`);
});

test('a separator has one plain space on each side', () => {
  for (const gap of ['/ ', ' /', '/', '  / ', ' /  ', ' /\u2009', '\u00a0/ ']) {
    checkRule(citationSpacing, `1/ **Head**. Text. (${A}⟦${gap}⟧${B})`, GOOD);
  }
  checkRule(citationSpacing, `* **Live blogs**: ${A}⟦/ ⟧${B}`, `* **Live blogs**: ${A} / ${B}`);
});

test('spaces inside the brackets of a group are removed', () => {
  checkRule(citationSpacing, `1/ **Head**. Text. (⟦ ⟧${A} / ${B})`, GOOD);
  checkRule(citationSpacing, `1/ **Head**. Text. (${A} / ${B}⟦ ⟧)`, GOOD);
});

test('spaces inside the name of a link are removed, or move out of it', () => {
  checkRule(citationSpacing, `1/ **Head**. Text. ([A News⟦ ⟧](https://a.example/1) / ${B})`, GOOD);
  checkRule(citationSpacing, `1/ **Head**. Text. ([⟦ ⟧A News](https://a.example/1) / ${B})`, GOOD);
  checkRule(
    citationSpacing,
    '1/ **Head**. She [said⟦ ⟧](https://a.example/1)so.',
    '1/ **Head**. She [said](https://a.example/1) so.',
  );
  checkRule(
    citationSpacing,
    '1/ **Head**. She[⟦ ⟧said](https://a.example/1) so.',
    '1/ **Head**. She [said](https://a.example/1) so.',
  );
});

test('two typos in one place are two problems, and both are fixed', () => {
  checkRule(citationSpacing, `1/ **Head**. Text. ([A News⟦ ⟧](https://a.example/1)⟦/ ⟧${B})`, GOOD);
});

test('a link in a sentence is separated from the words around it', () => {
  checkRule(
    citationSpacing,
    '1/ **Head**. Sh⟦e[⟧said](https://a.example/1) so.',
    '1/ **Head**. She [said](https://a.example/1) so.',
  );
  checkRule(
    citationSpacing,
    '1/ **Head**. She [said](https://a.example/1⟦)s⟧o.',
    '1/ **Head**. She [said](https://a.example/1) so.',
  );
  checkRule(
    citationSpacing,
    '* *Sources⟦:[⟧A News](https://a.example/1)*',
    '* *Sources: [A News](https://a.example/1)*',
  );
});

test('correct spacing is accepted', () => {
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

test('what other rules report is left to them', () => {
  for (const text of [
    `1/ **Head**. Text. (${A}${B})`, // no separator
    `1/ **Head**. Text. (${A} / / ${B})`, // two of them
    `1/ **Head "quoted." **(${A})`, // bold that does not close
    `1/ **Head**. Text. (${A} /\n${B})`, // two lines
    '1/ **Head**. Text. ([A News )](https://a.example/1)', // a bracket in the name
  ])
    checkSilent(citationSpacing, text);
});
