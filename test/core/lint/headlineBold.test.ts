import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { headlineBold } from '../../../src/core/lint/rules/headlineBold.ts';
import { checkRule, checkSilent, offers } from '../../support/checkRule.ts';
import { surroundings } from '../../support/surroundings.ts';

const A = '([A News](https://a.example/1))';

test('a space before the closing asterisks goes behind them', () => {
  check('1/ **Head⟦ **⟧goes on. Text.', '1/ **Head** goes on. Text.');
  check('1/ **Head.⟦ **⟧Text.', '1/ **Head.** Text.');
  check('1/ **Head,"⟦ **⟧ he said.', '1/ **Head,"** he said.');
  check('1/ **Head⟦ **⟧. Text.', '1/ **Head**. Text.');
  check('* **Go deeper:⟦ **⟧', '* **Go deeper:**');
  check(`1/ **Head."⟦ **⟧${A}`, `1/ **Head."** ${A}`);
  check(`1/ **Head**. *\\[More to come\\]⟦ *⟧${A}`, `1/ **Head**. *\\[More to come\\]* ${A}`);
});

test('a space behind the opening asterisks goes before them', () => {
  check('* ⟦** ⟧Head**. Text.', '* **Head**. Text.');
  check('6/⟦** ⟧Head**. Text.', '6/ **Head**. Text.');
  check('* ⟦** Head **⟧goes on.', '* **Head** goes on.');
});

test('a space that is missing behind the bold is put there', () => {
  check('1/ **Head⟦**and⟧ more.', '1/ **Head** and more.');
  check('1/ **Head⟦**Text⟧ and more.', '1/ **Head** Text and more.');
  check('1/ **"Head."⟦**h⟧e said.', '1/ **"Head."** he said.');
});

test('a sign that strayed before the headline goes', () => {
  check('1/ ⟦.⟧**Head**. Text.', '1/ **Head**. Text.');
  check('1/ **⟦, ⟧Head**. Text.', '1/ **Head**. Text.');
  checkSilent(headlineBold, '1/ **.38 revolvers**. Text.');
});

test('a sign between two asterisks goes behind both', () => {
  check('1/ **Head⟦*.*⟧ Text.', '1/ **Head**. Text.');
  check('1/ ⟦*.*⟧Head**. Text.', '1/ **Head**. Text.');
  checkSilent(headlineBold, '1/ **Head**. *One*, *two*.');
});

test('of two signs behind the headline one stays', () => {
  check('1/ **Head⟦,**.⟧ Text.', '1/ **Head**. Text.');
  check('1/ **Head⟦**.,⟧ he said.', '1/ **Head**, he said.');
  check('1/ **Head⟦**,.⟧ Text.', '1/ **Head**. Text.');
  check('* **Live⟦**.:⟧ [A](https://a.example/1)', '* **Live**: [A](https://a.example/1)');
  checkSilent(headlineBold, '1/ **Head**... and more.');
});

test('a full stop stands at the headline, and a space behind it', () => {
  check('1/ **Head⟦** .⟧ Text.', '1/ **Head**. Text.');
  check('1/ **Head⟦** .⟧Text.', '1/ **Head**. Text.');
  check('1/ **Head⟦** ,⟧ he said.', '1/ **Head**, he said.');
  checkSilent(headlineBold, '1/ **Head** . . . and more.');
  checkSilent(headlineBold, '1/ **Head** .gov pages are gone.');
});

test('a headline that a sentence follows ends with a full stop', () => {
  check('1/ **The mayor resigned⟦** She⟧ left at noon.', '1/ **The mayor resigned**. She left at noon.');
  checkSilent(headlineBold, '1/ **The mayor resigned** Monday at noon.');
  checkSilent(headlineBold, '1/ **"The mayor resigned."** She left at noon.');
  checkSilent(headlineBold, '**tl;dr** The mayor resigned.');
});

test('the rest of a word is taken into the bold where it can be nothing else', () => {
  check('1/ **Hea⟦**d⟧. Text.', '1/ **Head**. Text.');
  checkRule(headlineBold, '1/ **Condition⟦**ally⟧ approved. Text.');
  assert.deepEqual(offers(headlineBold, '1/ **Condition**ally approved.'), [
    '1/ **Condition** ally approved.',
    '1/ **Conditionally** approved.',
  ]);
});

test('a bold that opens inside its first word opens before it', () => {
  check('poll/ ⟦55**⟧% of voters**. Text.', 'poll/ **55% of voters**. Text.');
});

test('one full stop ends a bold', () => {
  check('1/ **Head⟦.**.⟧ Text.', '1/ **Head**. Text.');
  check('1/ **"Head.⟦"**.⟧ Text.', '1/ **"Head."** Text.');
  check('1/ **The U.K⟦.**.⟧ Text.', '1/ **The U.K.** Text.');
  check('1/ **Ann Ames Jr⟦.**.⟧ Text.', '1/ **Ann Ames Jr.** Text.');
});

test('asterisks without words between them go', () => {
  check('1/ **At least ⟦****⟧44 states** refused.', '1/ **At least 44 states** refused.');
  check(`1/ **"Head."** ⟦**⟧${A}`, `1/ **"Head."** ${A}`);
  check('1/ **Head⟦***⟧. Text.', '1/ **Head**. Text.');
});

test('a bold that never closes is offered an end, and one that never opens a beginning', () => {
  checkRule(headlineBold, `1/ ⟦**⟧Head. Text. ${A}`);
  assert.deepEqual(offers(headlineBold, `1/ **Head. Text. ${A}`), [`1/ **Head**. Text. ${A}`, `1/ Head. Text. ${A}`]);
  checkRule(headlineBold, `1/ Head⟦**⟧. Text. ${A}`);
  assert.deepEqual(offers(headlineBold, `1/ Head**. Text. ${A}`), [`1/ **Head**. Text. ${A}`, `1/ Head. Text. ${A}`]);
  checkRule(headlineBold, '1/ ⟦**⟧One, **and two.** **Three.');
});

test('asterisks that a reader does not see, or is meant to, are let be', () => {
  for (const text of [
    '1/ **Head**. Text with *one* and **two** and ***three***.',
    '1/ **Head "quoted."** Text.',
    '1/ **Head**, a clause. **Trump**’s.',
    '1/ **Who said f\\*\\*k?** Text.',
    '1/ **Head**. Who said f**k?',
    '1/ **Head**. They said s***.',
    '1/ **Head**. Votes* are counted. \\* Not all.',
    '* **📌 [Day 10](https://a.example/**1): Head**, a clause.',
    '* ***Note**: all of it*.',
    '**Nov. 5**: Election Day. \\\n**Dec. 25**: Christmas. \\',
    '1/ **The U.S.** Text.',
    '1/ **Head...**. Text.',
  ])
    checkSilent(headlineBold, text);
});

test('a missing space between sentences is left to the rule on sentences', () => {
  checkSilent(headlineBold, '1/ **"Head."**Text.');
  checkSilent(headlineBold, '1/ **"Head,"**he said.');
});

test('where the page shows the asterisks it is an error, else a warning', () => {
  const severities = (text: string) =>
    headlineBold.check(parseEntry(text), surroundings()).map(({ severity }) => severity ?? 'error');
  assert.deepEqual(severities('1/ **Head **goes on.'), ['error']);
  assert.deepEqual(severities('1/ **"Head."**he said.'), ['error']);
  assert.deepEqual(severities('1/ **Head**and more.'), ['warning']);
  assert.deepEqual(severities('1/ **Head.**. Text.'), ['warning']);
});

test('a long story is looked into, one of asterisks by the hundred is let be', () => {
  const long = `1/ **Head**. ${'*a* '.repeat(100)}`;
  check(`${long}**More⟦ **⟧text.`, `${long}**More** text.`);
  checkSilent(headlineBold, `1/ **Head**. ${'** a '.repeat(600)}`);
  checkSilent(headlineBold, `1/ **Head**. ${'*'.repeat(600)}a${'*'.repeat(600)}`);
});

function check(marked: string, fixed: string): void {
  checkRule(headlineBold, marked, fixed);
}
