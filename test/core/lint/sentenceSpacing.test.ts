import { test } from 'node:test';
import { sentenceSpacing } from '../../../src/core/lint/rules/sentenceSpacing.ts';
import { checkNothingReported, checkReported, checkRule, checkSilent } from '../../support/checkRule.ts';

const CITED = '([A News](https://a.example/1))';

test('a missing space after a full stop or a comma is added, and a second full stop is removed', () => {
  for (const [marked, fixed] of [
    ['Two ⟦decades.Esper⟧ left.', 'Two decades. Esper left.'],
    ['The ⟦Council,calling⟧ it so.', 'The Council, calling it so.'],
    ['"Good ⟦friends."Some⟧ left.', '"Good friends." Some left.'],
    ['It ended⟦..⟧ Then more.', 'It ended. Then more.'],
  ] as const)
    checkReported(sentenceSpacing, `1/ **Head**. ${marked} ${CITED}`, `1/ **Head**. ${fixed} ${CITED}`);
});

test('no rule takes names, numbers or abbreviations for sentences without a space', () => {
  for (const words of [
    'U.S.Embassy',
    'the U.S. and the E.U.',
    '1,000 and 3.5',
    'Ph.D.',
    'e.g.Trump',
    'see WhiteHouse.gov',
    'J.D. Vance',
    'wait ... what',
    'at 9 a.m.Eastern',
  ])
    checkNothingReported(`1/ **Head**. It was ${words} then. ${CITED}`);
});

test('the space is added before an opening quote and after a closing one', () => {
  for (const [marked, fixed] of [
    ['She ⟦said,"no⟧."', 'She said, "no."'],
    ['She said "⟦no,"and⟧ left.', 'She said "no," and left.'],
    ['It was "⟦slow,""loud⟧" and cold.', 'It was "slow," "loud" and cold.'],
    ['She ⟦left."The⟧ ferry sank," he said.', 'She left. "The ferry sank," he said.'],
    ['"She ⟦left."The⟧ ferry sank.', '"She left." The ferry sank.'],
    ['She ⟦said,“no⟧.”', 'She said, “no.”'],
  ] as const) {
    checkRule(sentenceSpacing, marked, fixed);
  }
});

test('asterisks may be between a word and its full stop', () => {
  checkRule(sentenceSpacing, '1/ **Head**⟦.The⟧ ferry sank.', '1/ **Head**. The ferry sank.');
  checkRule(sentenceSpacing, '1/ **Head**⟦,said⟧ he.', '1/ **Head**, said he.');
  checkRule(sentenceSpacing, '1/ **Head**⟦."The⟧ ferry sank," he said.', '1/ **Head**. "The ferry sank," he said.');
  checkSilent(sentenceSpacing, '**.The ferry sank.');
});

test('names, numbers, initials, addresses and ellipses are accepted', () => {
  for (const text of [
    'The U.S. left.',
    'It cost 1,000.50 a day.',
    'See herald.example or J.D. Tolliver.',
    'Well...no.',
    'Ann,a.m.',
  ])
    checkSilent(sentenceSpacing, text);
});
