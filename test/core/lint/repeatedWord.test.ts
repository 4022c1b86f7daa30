import { test } from 'node:test';
import { repeatedWord } from '../../../src/core/lint/rules/repeatedWord.ts';
import { checkRule, checkSilent, checkSuggestions } from '../../support/checkRule.ts';

test('a repeated word is reported, whatever its case', () => {
  checkRule(repeatedWord, '1/ **Head ⟦the the⟧ rest**. And ⟦a a⟧ word.');
  checkRule(repeatedWord, '1/ **Head**. ⟦The the⟧ rest.');
  checkRule(repeatedWord, '1/ **Head**. Health ⟦Secretary Secretary⟧ Ames.');
  checkRule(repeatedWord, '1/ **Head**. It went ⟦to to⟧, [said](https://a.example/1) Ames.');
  checkRule(repeatedWord, '1/ **Head**. Across ⟦the\n the⟧ lines.');
  checkRule(repeatedWord, "---\ntodayInOneSentence: 'The council voted to block ⟦new new⟧ roads.'\n---\n");
});

test('removing one of the two is offered', () => {
  checkSuggestions(repeatedWord, '1/ **Head**. It is ⟦the the⟧ rest.', ['1/ **Head**. It is the rest.']);
});

test('words that may be repeated are accepted', () => {
  for (const text of [
    'She had had enough.',
    'Nous nous sommes vus, et vous vous en allez.',
    'Das sind die, die die Bürger wählten.',
    'He said that that was wrong.',
    'It was very very late.',
    'When is enough enough?',
    'They sang "na na na na" and "hey hey hey."',
    'The Cut Cut Cut Act passed.',
    'It rose by 10 10 times.',
    'One, one more. The the-atre. In Inland Ina.',
    'She went on. On Monday she left.',
  ])
    checkSilent(repeatedWord, `1/ **Head**. ${text}`);
});

test('outlets and addresses are not checked', () => {
  checkSilent(repeatedWord, '1/ **Head**. Text. ([Post Post](https://a.example/1) / [Post](https://b.example/2))');
});
