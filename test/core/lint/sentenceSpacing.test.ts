import { test } from 'node:test';
import { sentenceSpacing } from '../../../src/core/lint/rules/sentenceSpacing.ts';
import { checkRule, checkSilent } from '../../support/checkRule.ts';

test('the space goes before a quote that opens and behind one that closes', () => {
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

test('asterisks may stand between a word and its stop', () => {
  checkRule(sentenceSpacing, '1/ **Head**⟦.The⟧ ferry sank.', '1/ **Head**. The ferry sank.');
  checkRule(sentenceSpacing, '1/ **Head**⟦,said⟧ he.', '1/ **Head**, said he.');
  checkRule(sentenceSpacing, '1/ **Head**⟦."The⟧ ferry sank," he said.', '1/ **Head**. "The ferry sank," he said.');
  checkSilent(sentenceSpacing, '**.The ferry sank.');
});

test('names, numbers, initials, addresses and ellipses are let be', () => {
  for (const text of [
    'The U.S. left.',
    'It cost 1,000.50 a day.',
    'See herald.example or J.D. Tolliver.',
    'Well...no.',
    'Ann,a.m.',
  ])
    checkSilent(sentenceSpacing, text);
});
