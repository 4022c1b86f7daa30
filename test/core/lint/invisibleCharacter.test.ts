import { test } from 'node:test';
import { invisibleCharacter } from '../../../src/core/lint/rules/invisibleCharacter.ts';
import { checkRule, checkSilent } from '../../support/checkRule.ts';

test('a character that cannot be seen is removed', () => {
  for (const character of ['\u0010', '\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u202a', '\u2060', '\ufeff']) {
    checkRule(invisibleCharacter, `1/ **Head**. Some te⟦x${character}t⟧.`, '1/ **Head**. Some text.');
  }
  checkRule(invisibleCharacter, '1/ **Head**. Some⟦ \u200b\u200b\u200bt⟧ext.', '1/ **Head**. Some text.');
  checkRule(invisibleCharacter, "---\ndescription: 'Tex⟦t\u200b.⟧'\n---\n", "---\ndescription: 'Text.'\n---\n");
  checkRule(invisibleCharacter, '⟦\u202a-⟧--', '---');
});

test('a thin space becomes a plain one, and is removed beside another space', () => {
  checkRule(invisibleCharacter, '1/ **Head**. It cost $⟦2\u2009t⟧rillion.', '1/ **Head**. It cost $2 trillion.');
  checkRule(invisibleCharacter, '1/ **Head**. It cost $2⟦ \u2009t⟧rillion.', '1/ **Head**. It cost $2 trillion.');
});

test('emphasis that holds nothing else is removed along with it', () => {
  checkRule(
    invisibleCharacter,
    '1/ **Head**. Text. ⟦*\u200c*⟧([A](https://a.example/1))',
    '1/ **Head**. Text. ([A](https://a.example/1))',
  );
});

test('joiners and marks that change what a reader sees are accepted', () => {
  for (const text of [
    '* **👨\u200d💻 Live blogs**',
    '1/ **Head**. \\[🤦\u200d♂️\\]',
    '1/ **Head**. می\u200cخواهم',
    '1/ **Head**. שלום\u200f, she said.',
    '\ufeff1/ **Head**. Text.',
  ])
    checkSilent(invisibleCharacter, text);
});

test('spaces that can be seen, and those between citations, are ignored', () => {
  checkSilent(invisibleCharacter, '1/ **Head**. Text –\u00a0with\ttabs.\r\n');
  checkSilent(invisibleCharacter, '1/ **Head**. Text.\u2009([A](https://a.example/1) /\u2009[B](https://b.example/2))');
});
