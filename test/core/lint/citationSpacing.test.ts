import { test } from 'node:test';
import { citationSpacing } from '../../../src/core/lint/rules/citationSpacing.ts';
import { checkRule, checkSilent, checkSuggestions } from '../../support/checkRule.ts';

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
  checkRule(citationSpacing, `${GOOD}\n\n* **Live blogs**: ${A}⟦/ ⟧${B}`, `${GOOD}\n\n* **Live blogs**: ${A} / ${B}`);
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

test('a link that may be a part of a word is only offered a space', () => {
  checkSuggestions(citationSpacing, '1/ **Head**. Bi⟦t[⟧coin](https://a.example/1) fell.', [
    '1/ **Head**. Bit [coin](https://a.example/1) fell.',
  ]);
  checkSuggestions(citationSpacing, '1/ **Head**. Ein [Bitcoin](https://a.example/1⟦)t⟧ransaktion.', [
    '1/ **Head**. Ein [Bitcoin](https://a.example/1) transaktion.',
  ]);
  checkSuggestions(citationSpacing, '1/ **Head**. The crate⟦.[⟧name](https://a.example/1).', [
    '1/ **Head**. The crate. [name](https://a.example/1).',
  ]);
});

test('the ending of a word may follow a link', () => {
  for (const ending of ['ed', 'ing', 's', 'ers', 'ly', 'ins'])
    checkSilent(citationSpacing, `1/ **Head**. She [plug](https://a.example/1)${ending} it.`);
});

test('a space at the edge of a link text is kept as one before or after the link', () => {
  checkRule(
    citationSpacing,
    '* [merge][⟦ ⟧stabilize it](https://a.example/1)',
    '* [merge] [stabilize it](https://a.example/1)',
  );
  checkRule(
    citationSpacing,
    '* [stabilize it⟦ ⟧](https://a.example/1)(soon)',
    '* [stabilize it](https://a.example/1) (soon)',
  );
});

test('slashes and brackets of a sentence keep their spacing', () => {
  checkSilent(citationSpacing, 'A [proxy](https://a.example/1)/[interceptor](https://b.example/2) for `f`.');
  checkSilent(citationSpacing, 'Use [React](https://a.example/1)/[Preact](https://b.example/2).');
  checkSilent(citationSpacing, 'The call f([x](https://a.example/1)) of std::[vec](https://b.example/2).');
});

test('what opens around a group, and scripts without spaces, may touch its bracket', () => {
  for (const text of [`_(${A})_`, `*(${A} / ${B})*`, `She said "(${A})".`, `日本語(${A})。`, `中文（${A}）。`])
    checkSilent(citationSpacing, `1/ **Head**. Text. (${B})\n\n${text}`);
});

test('brackets of a programming language are no links', () => {
  checkSilent(citationSpacing, 'The element arr[i](j) of f[x](y z).');
});

test('angle brackets and a title are no spaces', () => {
  checkSilent(citationSpacing, `1/ **Head**. Text. ([A News](<https://a.example/1>) / [B](https://b.example/2 "Two"))`);
  checkSilent(citationSpacing, '1/ **Head**. She [said](<https://a.example/1> "Two").');
  checkRule(
    citationSpacing,
    '1/ **Head**. She [said](⟦ ⟧<https://a.example/1>).',
    '1/ **Head**. She [said](<https://a.example/1>).',
  );
});

test('a remark after a citation is kept', () => {
  checkRule(citationSpacing, `1/ **Head**. Text. (${A} (German)⟦/ ⟧${B})`, `1/ **Head**. Text. (${A} (German) / ${B})`);
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
