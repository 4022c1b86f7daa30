import { test } from 'node:test';
import { sectionLabel } from '../../../src/core/lint/rules/sectionLabel.ts';
import { checkRule, checkSilent } from '../../support/checkRule.ts';

test('a label has one slash directly behind it', () => {
  check('⟦2 /⟧ **Head**.', '2/ **Head**.');
  check('⟦7//⟧ **Head**.', '7/ **Head**.');
  check('⟦2⟧ **Head**.', '2/ **Head**.');
  check('⟦poll⟧ **Head**.', 'poll/ **Head**.');
});

test('one plain space follows it', () => {
  check('⟦4/⟧**Head**.', '4/ **Head**.');
  check('⟦4/  ⟧**Head**.', '4/ **Head**.');
  check('⟦4/\u00a0⟧**Head**.', '4/ **Head**.');
  check('⟦TK/⟧**Head**.', 'TK/ **Head**.');
  check('* ⟦poll/  ⟧**Head**.', '* poll/ **Head**.');
});

test('an empty line stands before it, or a hard break that shows what is meant', () => {
  check('1/ **Head**.\n⟦2/⟧ **Head**.', '1/ **Head**.\n\n2/ **Head**.');
  check('* **Head**.\r\n⟦poll/⟧ **Head**.', '* **Head**.\r\n\r\npoll/ **Head**.');
  check('1/ **Head**. \n⟦2/⟧ **Head**.', '1/ **Head**. \n\n2/ **Head**.');
  checkSilent(sectionLabel, '1/ **Head**.  \n2/ **Head**.');
  checkSilent(sectionLabel, '*Head*. \\\n1/ **Head**.');
  checkSilent(sectionLabel, '## Head\n1/ **Head**.');
  checkSilent(sectionLabel, '1/ **Head**.\n\n2/ **Head**.');
});

test('of two labels one goes, and a number rather stays', () => {
  check('⟦TK/ 1/ ⟧**Head**.', '1/ **Head**.');
  check('⟦1/ 1/ ⟧**Head**.', '1/ **Head**.');
  check('⟦1/ TK/ ⟧**Head**.', '1/ **Head**.');
});

test('a label in which a key went wrong is put right', () => {
  for (const label of ['2|', '2./', 'x2/', '/2', '/', '2,', '2\\'])
    check(`1/ **A**.\n\n⟦${label}⟧ **B**.\n\n3/ **C**.`, '1/ **A**.\n\n2/ **B**.\n\n3/ **C**.');
  check('⟦1|⟧ **A**.\n\n2/ **B**.', '1/ **A**.\n\n2/ **B**.');
  check('⟦1.⟧ **A**.\n\n2/ **B**.', '1/ **A**.\n\n2/ **B**.');
  check('1/ **A**.\n\n⟦2|⟧ **B**.', '1/ **A**.\n\n2/ **B**.');
  checkSilent(sectionLabel, '1/ **A**.\n\n“**B**” it said.\n\n2/ **C**.');
  checkSilent(sectionLabel, '1/ **A**.\n\n$2 **B**.\n\n2/ **C**.');
  checkSilent(sectionLabel, '1/ **A**.\n\n5, **B**.\n\n2/ **C**.');
});

test('a slip of "poll" is one, and another word is none', () => {
  check('⟦plol/⟧ **Head**.', 'poll/ **Head**.');
  check('⟦oll/⟧ **Head**.', 'poll/ **Head**.');
  checkSilent(sectionLabel, 'polls/ **Head**.');
  checkSilent(sectionLabel, 'study/ **Head**.');
});

test('the text of a label stands on its line', () => {
  check('⟦1/⟧\n**Head**.', '1/ **Head**.');
});

test('a poll has no capital', () => {
  check('⟦Poll/⟧ **Head**.', 'poll/ **Head**.');
});

test('a section that was typed as a list has it gets its slash', () => {
  check('1/ **A**.\n\n⟦2.⟧ **B**.\n\n* C\n\n3/ **D**.', '1/ **A**.\n\n2/ **B**.\n\n* C\n\n3/ **D**.');
  check('9/ **A**.\n\n⟦10)⟧ **B**.\n\n11/ **D**.', '9/ **A**.\n\n10/ **B**.\n\n11/ **D**.');
});

test('a list that begins where sections are, or goes on, is none', () => {
  for (const text of [
    '1/ **A**.\n\n1. B\n\n2. C\n\n2/ **D**.',
    '1/ **A**.\n\n2. B\n\n3. C\n\n3/ **D**.',
    '2/ **A**.\n\n3. **B**.\n\n4. **C**.',
    '1/ **A**.\n\n2. B\n\n2/ **D**.',
  ])
    checkSilent(sectionLabel, text);
});

test('labels that are right, or none, are let be', () => {
  for (const text of [
    '1/ **Head**.',
    'poll/ **Head**.',
    'exit poll/ **Head**.',
    '* poll/ **Head**.',
    ' 3/ **Head**.',
    '2/ ',
  ])
    checkSilent(sectionLabel, text);
  checkSilent(sectionLabel, '9/11 was remembered.');
});

test('what other rules find is theirs', () => {
  checkSilent(sectionLabel, '6/** Head**.'); // the bold took the space
  checkSilent(sectionLabel, 'tK10 **Head**.'); // a slip of TK
});

function check(marked: string, fixed: string): void {
  checkRule(sectionLabel, marked, fixed);
}
