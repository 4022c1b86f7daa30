import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixAll } from '../../../src/core/lint/fix.ts';
import { sectionLabel } from '../../../src/core/lint/rules/sectionLabel.ts';
import { sectionNumber } from '../../../src/core/lint/rules/sectionNumber.ts';
import { checkRule, checkSilent } from '../../support/checkRule.ts';
import { ruleContext } from '../../support/ruleContext.ts';

test('one slash directly follows a label', () => {
  checkRule(sectionLabel, '⟦2 /⟧ **Head**.', '2/ **Head**.');
  checkRule(sectionLabel, '⟦7//⟧ **Head**.', '7/ **Head**.');
  checkRule(sectionLabel, '⟦2⟧ **Head**.', '2/ **Head**.');
  checkRule(sectionLabel, '⟦poll⟧ **Head**.', 'poll/ **Head**.');
});

test('one plain space follows the slash', () => {
  checkRule(sectionLabel, '⟦4/⟧**Head**.', '4/ **Head**.');
  checkRule(sectionLabel, '⟦4/  ⟧**Head**.', '4/ **Head**.');
  checkRule(sectionLabel, '⟦4/\u00a0⟧**Head**.', '4/ **Head**.');
  checkRule(sectionLabel, '⟦TK/⟧**Head**.', 'TK/ **Head**.');
  checkRule(sectionLabel, '* ⟦poll/  ⟧**Head**.', '* poll/ **Head**.');
});

test('a blank line or a hard break precedes a label', () => {
  checkRule(sectionLabel, '1/ **Head**.\n⟦2/⟧ **Head**.', '1/ **Head**.\n\n2/ **Head**.');
  checkRule(sectionLabel, '* **Head**.\r\n⟦poll/⟧ **Head**.', '* **Head**.\r\n\r\npoll/ **Head**.');
  checkRule(sectionLabel, '1/ **Head**. \n⟦2/⟧ **Head**.', '1/ **Head**. \n\n2/ **Head**.');
  checkSilent(sectionLabel, '1/ **Head**.  \n2/ **Head**.');
  checkSilent(sectionLabel, '*Head*. \\\n1/ **Head**.');
  checkSilent(sectionLabel, '## Head\n1/ **Head**.');
  checkSilent(sectionLabel, '1/ **Head**.\n\n2/ **Head**.');
});

test('one of two labels is removed, and a number is kept', () => {
  checkRule(sectionLabel, '⟦TK/ 1/ ⟧**Head**.', '1/ **Head**.');
  checkRule(sectionLabel, '⟦1/ 1/ ⟧**Head**.', '1/ **Head**.');
  checkRule(sectionLabel, '⟦1/ TK/ ⟧**Head**.', '1/ **Head**.');
  checkRule(sectionLabel, '⟦TK/ poll/ ⟧**Head**.', 'poll/ **Head**.');
  checkRule(sectionLabel, '⟦1/ 2/ ⟧**Head**.'); // either may be right
});

test('of any number of labels one stays, after one fix', () => {
  checkRule(sectionLabel, `⟦${'TK/ '.repeat(13)}⟧**Head**.`, 'TK/ **Head**.');
  checkRule(sectionLabel, '⟦TK/ TK/ 3/ 3/ TK/ ⟧**Head**.', '3/ **Head**.');
  for (const count of [13, 200])
    assert.equal(fixAll(`${'TK/ '.repeat(count)}**Head**.`, ruleContext('draft')).text, 'TK/ **Head**.');
});

test('a typographic space after a label is replaced', () => {
  for (const space of ['\u202f', '\u2009', '\u200a']) {
    checkRule(sectionLabel, `⟦4/${space}⟧**Head**.`, '4/ **Head**.');
    checkRule(sectionLabel, `⟦4/ ${space}⟧**Head**.`, '4/ **Head**.');
  }
});

test('a label with a typo is corrected', () => {
  for (const label of ['2|', '2./', 'x2/', '/2', '/', '2,', '2\\'])
    checkRule(sectionLabel, `1/ **A**.\n\n⟦${label}⟧ **B**.\n\n3/ **C**.`, '1/ **A**.\n\n2/ **B**.\n\n3/ **C**.');
  checkRule(sectionLabel, '⟦1|⟧ **A**.\n\n2/ **B**.', '1/ **A**.\n\n2/ **B**.');
  checkRule(sectionLabel, '⟦1.⟧ **A**.\n\n2/ **B**.', '1/ **A**.\n\n2/ **B**.');
  checkRule(sectionLabel, '1/ **A**.\n\n⟦2|⟧ **B**.', '1/ **A**.\n\n2/ **B**.');
  checkSilent(sectionLabel, '1/ **A**.\n\n“**B**” it said.\n\n2/ **C**.');
  checkSilent(sectionLabel, '1/ **A**.\n\n$2 **B**.\n\n2/ **C**.');
  checkSilent(sectionLabel, '1/ **A**.\n\n5, **B**.\n\n2/ **C**.');
});

test('a typo of "poll" is corrected, and another word is accepted', () => {
  checkRule(sectionLabel, '⟦plol/⟧ **Head**.', 'poll/ **Head**.');
  checkRule(sectionLabel, '⟦oll/⟧ **Head**.', 'poll/ **Head**.');
  checkSilent(sectionLabel, 'polls/ **Head**.');
  checkSilent(sectionLabel, 'study/ **Head**.');
});

test('the text of a section starts on the line of its label', () => {
  checkRule(sectionLabel, '⟦1/⟧\n**Head**.', '1/ **Head**.');
});

test('the label of a poll is in lower case', () => {
  checkRule(sectionLabel, '⟦Poll/⟧ **Head**.', 'poll/ **Head**.');
});

test('a section numbered like a list item gets its slash', () => {
  checkRule(sectionLabel, '1/ **A**.\n\n⟦2.⟧ **B**.\n\n* C\n\n3/ **D**.', '1/ **A**.\n\n2/ **B**.\n\n* C\n\n3/ **D**.');
  checkRule(sectionLabel, '9/ **A**.\n\n⟦10)⟧ **B**.\n\n11/ **D**.', '9/ **A**.\n\n10/ **B**.\n\n11/ **D**.');
});

test('a list between sections is not taken for sections', () => {
  for (const text of [
    '1/ **A**.\n\n1. B\n\n2. C\n\n2/ **D**.',
    '1/ **A**.\n\n2. B\n\n3. C\n\n3/ **D**.',
    '2/ **A**.\n\n3. **B**.\n\n4. **C**.',
    '1/ **A**.\n\n2. B\n\n2/ **D**.',
  ])
    checkSilent(sectionLabel, text);
});

test('a number that starts a sentence is not taken for a label', () => {
  for (const text of [
    '1/ **A**.\n\n2/ **B**.\n\n12 **Angry Men** came.',
    '1/ **A**.\n\n2/ **B**.\n\n03/Jan/2009 was the day.',
    '1/ **A**.\n\n100 / 3 is 33.\n\n2/ **B**.',
    '1/ **A**. A range of\n10/ 12 of them.',
    '404 **not found** was shown.',
    '2 **cups** of tea.',
    '5/km is the price.',
    '1/x grows.',
  ]) {
    checkSilent(sectionLabel, text);
    checkSilent(sectionNumber, text);
  }
});

test('a number that fits between its neighbours is a label even without its slash', () => {
  checkRule(sectionLabel, '1/ **A**.\n\n⟦2⟧ **B** left.\n\n3/ **C**.', '1/ **A**.\n\n2/ **B** left.\n\n3/ **C**.');
  checkRule(sectionLabel, '1/ **A**.\n\n⟦2/⟧The mayor left.', '1/ **A**.\n\n2/ The mayor left.');
  checkRule(sectionLabel, '1/ A.\n⟦2/⟧ The mayor left.', '1/ A.\n\n2/ The mayor left.');
});

test('correct labels, and text without one, are accepted', () => {
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

test('what other rules report is left to them', () => {
  checkSilent(sectionLabel, '6/** Head**.'); // the space is inside the bold
  checkSilent(sectionLabel, 'tK10 **Head**.'); // a typo of TK
});
