import assert from 'node:assert/strict';
import { test } from 'node:test';
import { invisibleCharacter } from '../../../src/core/lint/rules/invisibleCharacter.ts';
import { checkRule, checkSilent, checkSuggestions, findings } from '../../support/checkRule.ts';

test('a character that cannot be seen is removed', () => {
  for (const character of ['\u0010', '\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u202a', '\u2060', '\ufeff']) {
    checkRule(invisibleCharacter, `1/ **Head**. Some te⟦x${character}t⟧.`, '1/ **Head**. Some text.');
  }
  checkRule(invisibleCharacter, '1/ **Head**. Some⟦ \u200b\u200b\u200bt⟧ext.', '1/ **Head**. Some text.');
  checkRule(invisibleCharacter, "---\ndescription: 'Tex⟦t\u200b.⟧'\n---\n", "---\ndescription: 'Text.'\n---\n");
  checkRule(invisibleCharacter, '⟦\u202a-⟧--', '---');
});

test('typographic spaces and word joiners stay in prose', () => {
  for (const text of [
    '1/ **Head**. Elle dit\u202f: «\u202fNon\u202f!\u202f» et 10\u202f000\u202f€.',
    '1/ **Head**. It cost $2\u2009trillion, and “.\u2009.\u2009. ‘yes.’\u200a”',
    '1/ **Head**. See [the\u2009report](https://a.example/1) on 10\u2060–\u206012 and “no”\u2060—\u2060“yes.”',
    "---\ndescription: 'Il a dit\u202f: «\u202fNon\u202f».'\n---\n",
  ])
    checkSilent(invisibleCharacter, text);
});

test('typographic spaces and word joiners are replaced in addresses, labels and names of outlets', () => {
  for (const character of ['\u202f', '\u2009', '\u200a', '\u2060']) {
    checkRule(
      invisibleCharacter,
      `1/ **Head**. Text. ([A](https://a.example/⟦1${character}2⟧))`,
      '1/ **Head**. Text. ([A](https://a.example/12))',
    );
    checkReportedOnce(`1/ **Head**. See https://a.example/1${character} for more.`);
  }
  checkRule(
    invisibleCharacter,
    '1/ **Head**. Text. ([⟦A\u202fN⟧ews](https://a.example/1))',
    '1/ **Head**. Text. ([A News](https://a.example/1))',
  );
  checkRule(invisibleCharacter, '1⟦/\u2060 ⟧**Head**. Text.', '1/ **Head**. Text.');
});

test('direction marks stay where the script needs them, and go where they have no counterpart', () => {
  for (const text of [
    '1/ **Head**. The name \u2068شمس\u2069 and \u2066ABC\u2069.',
    '1/ **Head**. \u2067אבג \u2066ABC\u2069 דהו\u2069.',
    '1/ **Head**. \u202bשלום!\u200f\u202c, she said.',
    '1/ **Head**. شمس (\u200eABC\u200e).',
    "---\ndescription: 'The name \u2068شمس\u2069.'\n---\n",
  ])
    checkSilent(invisibleCharacter, text);
  checkRule(invisibleCharacter, '1/ **Head**. The⟦ \u2068n⟧ame.\n\nText.', '1/ **Head**. The name.\n\nText.');
  checkRule(invisibleCharacter, '1/ **Head**. The nam⟦e\u2069.⟧', '1/ **Head**. The name.');
  checkRule(
    invisibleCharacter,
    '1/ **Head**. Text. (⟦[\u2068A⟧ New⟦s\u2069]⟧(https://a.example/1))',
    '1/ **Head**. Text. ([A News](https://a.example/1))',
  );
});

test('zero-width spaces stay where a script has no other spaces', () => {
  for (const text of [
    '1/ **Head**. สวัสดี\u200bครับ',
    '1/ **Head**. ネット\u200b\u200bワーク',
    '1/ **標題：\u200b** 正文',
  ])
    checkSilent(invisibleCharacter, text);
});

test('where asterisks may depend on the character, removing it is an offer', () => {
  checkSuggestions(invisibleCharacter, 'A **“head.⟦”\u200b*⟧*text', ['A **“head.”**text']);
  checkRule(invisibleCharacter, 'A **hea⟦d\u200b*⟧* text', 'A **head** text');
});

test('emphasis that holds nothing else is removed along with it', () => {
  checkRule(
    invisibleCharacter,
    '1/ **Head**. Text. ⟦*\u200c*⟧([A](https://a.example/1))',
    '1/ **Head**. Text. ([A](https://a.example/1))',
  );
});

test('where the line would become a heading, a list or code, removing the character is an offer', () => {
  for (const marker of ['```\nText.', '~~~', '# A', '- A', '1. A', '> A'])
    assert.equal(findings(invisibleCharacter, `\u200b${marker}\n\nText.`)[0]?.fix, undefined, marker);
  checkSuggestions(invisibleCharacter, '*⟦*\u200b*⟧*```\nText.', ['```\nText.']);
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
  checkSilent(invisibleCharacter, '1/\u202f**Head**. Text.');
  checkSilent(invisibleCharacter, '1/ **Head**. Text.\u2009([A](https://a.example/1) /\u2009[B](https://b.example/2))');
});

function checkReportedOnce(text: string): void {
  assert.equal(findings(invisibleCharacter, text).length, 1, text);
}
