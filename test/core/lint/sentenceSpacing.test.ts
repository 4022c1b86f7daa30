import { test } from 'node:test';
import { sentenceSpacing } from '../../../src/core/lint/rules/sentenceSpacing.ts';
import { learnOutlets } from '../../../src/core/outlets/outlets.ts';
import {
  checkNothingReported,
  checkReported,
  checkRule,
  checkSilent,
  checkSuggestions,
} from '../../support/checkRule.ts';
import { ruleContext } from '../../support/ruleContext.ts';

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

test('a full stop or another mark inside a name is no end of a sentence', () => {
  for (const name of [
    'Truth.Social',
    'Visual.ONS',
    'visual.ONS',
    'TL;DR',
    'Node.JS',
    'asp.NET',
    'Yahoo!News',
    'Satoshis.Place',
    'Data.Functor.Classes',
    'stack.Remove(2)',
    'prevScript.IsWitness',
    'the_name.First',
    'a&nbsp;Name',
    'B&amp;Then',
    'Marco.Rubio',
  ]) {
    checkNothingReported(`1/ **Head**. She posted it on ${name} today, and left. ${CITED}`);
    checkSilent(sentenceSpacing, `1/ **${name} is gone**. It was [at ${name} then](https://a.example/1).`);
  }
});

test('a space is added after a word in lower case, and before a word that starts sentences', () => {
  for (const [marked, fixed] of [
    ['She left at ⟦noon.Trump⟧ said so.', 'She left at noon. Trump said so.'],
    ['It fell by ⟦10%.McCarthy’s⟧ aides left.', 'It fell by 10%. McCarthy’s aides left.'],
    ['She left ⟦Washington.The⟧ council met.', 'She left Washington. The council met.'],
    ['Was it the ⟦FBI?They⟧ denied it.', 'Was it the FBI? They denied it.'],
    ['She left at ⟦noon.However⟧, he stayed.', 'She left at noon. However, he stayed.'],
    ['It was ⟦Sen.Ames⟧ who left.', 'It was Sen. Ames who left.'],
    ['She left at ⟦noon.Ames⟧\nstayed on.', 'She left at noon. Ames\nstayed on.'],
  ] as const)
    checkRule(sentenceSpacing, `1/ **Head**. ${marked}`, `1/ **Head**. ${fixed}`);
});

test('between two names a space is offered if the second starts other sentences', () => {
  checkSuggestions(sentenceSpacing, 'Ames went to ⟦Washington.Tolliver⟧ did not. Tolliver stayed.', [
    'Ames went to Washington. Tolliver did not. Tolliver stayed.',
  ]);
  checkSuggestions(sentenceSpacing, 'She left the ⟦House.In⟧ May, she returned.', [
    'She left the House. In May, she returned.',
  ]);
  checkSilent(sentenceSpacing, 'Ames went to Washington.Tolliver did not. Ames stayed.');
});

test('the name of an outlet is left alone', () => {
  const outlets = learnOutlets([{ outlet: 'visual.Atlas', address: 'https://visual.example/a', count: 20 }]);
  const text = '1/ **Head**. She told visual.Atlas so.';
  checkSilent(sentenceSpacing, text, { ...ruleContext(), outlets });
  checkRule(sentenceSpacing, text.replace('visual.Atlas', '⟦visual.Atlas⟧'), text.replace('.Atlas', '. Atlas'));
});

test('two full stops are an ellipsis or a range where a sentence does not end', () => {
  checkSuggestions(sentenceSpacing, 'She waited⟦..⟧ and left.', ['She waited. and left.', 'She waited... and left.']);
  for (const text of [
    'Pages 1..10 of it.',
    'See main..topic here.',
    'All of (1..) and [a..] then.',
    'In ../posts it is.',
  ])
    checkSilent(sentenceSpacing, text);
  checkRule(sentenceSpacing, 'She said so⟦..⟧" Then more.', 'She said so." Then more.');
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

test('the spacing of other languages is no mistake', () => {
  for (const text of [
    'Elle a dit : « Le pont ferme. » Pourquoi ? Vraiment ! Oui ; 30 % des voix.',
    'Er kam z.B. um 9 Uhr, d.h. früh, u.a. mit 1.000 Leuten. Sie rief: „Nein!“',
    '橋は閉じた。彼女は「はい！」と言い、去った。Bitcoin、川。',
    '她说：“桥关闭了。”他问：“为什么？”她没有回答，走了。',
    'قالت: «الجسر مغلق.» لماذا؟ نعم، ثم؛ لا.',
    'מנכ"ל החברה שתק. "למה?" היא שאלה. כן!',
  ]) {
    checkNothingReported(`1/ **Head**. ${text} ${CITED}`);
  }
});
