import { test } from 'node:test';
import { sectionNumber } from '../../../src/core/lint/rules/sectionNumber.ts';
import { checkRule, checkSilent } from '../../support/checkRule.ts';
import { ruleContext } from '../../support/ruleContext.ts';

test('each number that does not follow the previous one is reported, and all are renumbered at once', () => {
  checkRule(sectionNumber, entry('1 2 ⟦2⟧ 3'), entry('1 2 3 4'));
  checkRule(sectionNumber, entry('1 2 ⟦4⟧ 5'), entry('1 2 3 4'));
  checkRule(sectionNumber, entry('1 2 ⟦2⟧ 3 ⟦3⟧ 4'), entry('1 2 3 4 5 6'));
  checkRule(sectionNumber, entry('1 2 3 ⟦2⟧ ⟦4⟧'), entry('1 2 3 4 5'));
  checkRule(sectionNumber, entry('1 2 3 ⟦1⟧ 2'), entry('1 2 3 4 5'));
  checkRule(sectionNumber, entry('⟦2⟧ 3'), entry('1 2'));
  checkRule(sectionNumber, entry('⟦8⟧ 9 ⟦9⟧ 10'), entry('1 2 3 4'));
});

test('numbers may restart after a divider or a heading', () => {
  checkSilent(sectionNumber, entry('1 2 3 --- 1 2'));
  checkSilent(sectionNumber, entry('1 2 ## 1 2'));
  checkSilent(sectionNumber, entry('1 2 --- 3'));
  checkRule(sectionNumber, entry('1 2 --- ⟦4⟧'), entry('1 2 --- 3'));
});

test('polls, bullets and notables between sections are not counted', () => {
  checkSilent(sectionNumber, `${entry('1')}\n\n* **Head**.\n\npoll/ **Head**.\n\n1. **Head**.\n\n2/ **Head**.`);
});

test('a number after unnumbered labels may count them or not', () => {
  checkSilent(sectionNumber, entry('1 TK 2'), ruleContext('draft'));
  checkSilent(sectionNumber, entry('1 TK TK 4'), ruleContext('draft'));
  checkRule(sectionNumber, entry('1 TK ⟦5⟧'), undefined, ruleContext('draft'));
});

test('a struck-out section may count or not', () => {
  checkSilent(sectionNumber, `${entry('1')}\n\n~~2/ **Head**.~~\n\n2/ **Head**.`);
  checkSilent(sectionNumber, `${entry('1')}\n\n~~2/ **Head**.~~\n\n3/ **Head**.`);
});

test('a section numbered like a list item counts', () => {
  checkSilent(sectionNumber, `${entry('1')}\n\n2. **Head**.\n\n${entry('3 4')}`);
  checkRule(
    sectionNumber,
    `${entry('1')}\n\n2. **Head**.\n\n${entry('3')}\n\n⟦5/⟧ **Head**.`,
    `${entry('1')}\n\n2. **Head**.\n\n${entry('3 4')}`,
  );
});

test('a section with a damaged label counts', () => {
  for (const label of ['2|', '2./', 'x2/', '/2', '/', '2,'])
    checkSilent(sectionNumber, `${entry('1')}\n\n${label} **Head**.\n\n${entry('3')}`);
  checkSilent(sectionNumber, `1| **Head**.\n\n${entry('2')}`);
  checkSilent(sectionNumber, `1. **Head**.\n\n${entry('2')}`);
});

test('a date at the start of a paragraph is not a label', () => {
  checkSilent(sectionNumber, `${entry('1')}\n\n9/11 was remembered.\n\n2/ **Head**.`);
});

/** Sections with these labels, and the dividers between them: `1 ⟦3⟧ --- 1`. */
function entry(labels: string): string {
  return labels
    .split(' ')
    .map((label) =>
      /\w/.test(label) ? `${label.replace(/^(⟦?\w+)/, '$1/')} **Head**.` : label.replace('##', '## Head'),
    )
    .join('\n\n');
}

test('numbers before text without a headline are only offered a change if none of their neighbours fits', () => {
  checkRule(sectionNumber, '1/ **A**.\n\n⟦10/⟧ 12 of them left.\n\n⟦2/⟧ **B**.');
  checkRule(sectionNumber, '1/ A.\n\n2/ B.\n\n⟦2/⟧ C.\n\n3/ D.', '1/ A.\n\n2/ B.\n\n3/ C.\n\n4/ D.');
});
