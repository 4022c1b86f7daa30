import { test } from 'node:test';
import { sectionNumber } from '../../../src/core/lint/rules/sectionNumber.ts';
import { checkRule, checkSilent } from '../../support/checkRule.ts';

test('each number that does not follow the one before is found, and all are renumbered at once', () => {
  check('1 2 ⟦2⟧ 3', '1 2 3 4');
  check('1 2 ⟦4⟧ 5', '1 2 3 4');
  check('1 2 ⟦2⟧ 3 ⟦3⟧ 4', '1 2 3 4 5 6');
  check('1 2 3 ⟦2⟧ ⟦4⟧', '1 2 3 4 5');
  check('1 2 3 ⟦1⟧ 2', '1 2 3 4 5');
  check('⟦2⟧ 3', '1 2');
  check('⟦8⟧ 9 ⟦9⟧ 10', '1 2 3 4');
});

test('a list of its own begins with 1 behind a divider or a heading', () => {
  checkSilent(sectionNumber, entry('1 2 3 --- 1 2'));
  checkSilent(sectionNumber, entry('1 2 ## 1 2'));
  checkSilent(sectionNumber, entry('1 2 --- 3'));
  check('1 2 --- ⟦4⟧', '1 2 --- 3');
});

test('polls, bullets and notables between sections are not counted', () => {
  checkSilent(sectionNumber, `${entry('1')}\n\n* **Head**.\n\npoll/ **Head**.\n\n1. **Head**.\n\n2/ **Head**.`);
});

test('a number behind labels that wait for theirs may count them or not', () => {
  checkSilent(sectionNumber, entry('1 TK 2'), 'draft');
  checkSilent(sectionNumber, entry('1 TK TK 4'), 'draft');
  checkRule(sectionNumber, entry('1 TK ⟦5⟧'), undefined, 'draft');
});

test('a section that was struck may count or not', () => {
  checkSilent(sectionNumber, `${entry('1')}\n\n~~2/ **Head**.~~\n\n2/ **Head**.`);
  checkSilent(sectionNumber, `${entry('1')}\n\n~~2/ **Head**.~~\n\n3/ **Head**.`);
});

test('a section that was typed as a list has it counts', () => {
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

test('a date at the start of a paragraph is no label', () => {
  checkSilent(sectionNumber, `${entry('1')}\n\n9/11 was remembered.\n\n2/ **Head**.`);
});

/** `1 ⟦3⟧ ---`: sections with these labels, and dividers. */
function entry(labels: string): string {
  return labels
    .split(' ')
    .map((label) =>
      /\w/.test(label) ? `${label.replace(/^(⟦?\w+)/, '$1/')} **Head**.` : label.replace('##', '## Head'),
    )
    .join('\n\n');
}

function check(labels: string, fixed: string): void {
  checkRule(sectionNumber, entry(labels), entry(fixed));
}
