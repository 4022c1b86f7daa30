import { test } from 'node:test';
import { splitItem } from '../../../../src/core/compose/items/splitItem.ts';
import { checkEdited, checkRefused } from '../../../support/checkEdited.ts';

test('the text after the cursor becomes a section with the next number', () => {
  checkEdited(
    splitItem,
    '1/ **One**. She left.‸ He stayed. ([A](https://a.example/1))\n\n* a\n\n2/ Two\n',
    '1/ **One**. She left.\n\n2/ ‸He stayed. ([A](https://a.example/1))\n\n* a\n\n3/ Two\n',
  );
});

test('a section without a number is split into two without numbers', () => {
  checkEdited(splitItem, 'TK/ One. ‸Two.', 'TK/ One.\n\nTK/ ‸Two.');
});

test('a citation group stays with the text that it ends', () => {
  const split = '1/ One. ([A](https://a.example/1))\n\n2/ ‸Two. ([B](https://b.example/2))';
  for (const before of [
    '1/ One.‸ ([A](https://a.example/1)) Two. ([B](https://b.example/2))',
    '1/ One. ([A](https://a.ex‸ample/1)) Two. ([B](https://b.example/2))',
    '1/ One. ([A](https://a.example/1)) ‸Two. ([B](https://b.example/2))',
  ]) {
    checkEdited(splitItem, before, split);
  }
});

test('a cursor inside a word splits before it, one between a word and its full stop after both', () => {
  checkEdited(splitItem, '1/ One. Tw‸o.', '1/ One.\n\n2/ ‸Two.');
  checkEdited(splitItem, '1/ **One**‸. Two.', '1/ **One**.\n\n2/ ‸Two.');
});

test('polls, bullets and notables are split into two of their kind', () => {
  checkEdited(splitItem, 'poll/ 51%. ‸49%.', 'poll/ 51%.\n\npoll/ ‸49%.');
  checkEdited(splitItem, '1/ One\n\n- a. ‸B.', '1/ One\n\n- a.\n\n- ‸B.');
  checkEdited(splitItem, '1/ One\n\n* z\n* a. ‸B.', '1/ One\n\n* z\n* a.\n* ‸B.');
  checkEdited(splitItem, '### Notables.\n\n1. a. ‸B.\n\n2. c', '### Notables.\n\n1. a.\n\n2. ‸B.\n\n3. c');
});

test('a paragraph of a section can be split too, and becomes a section as a whole from its start', () => {
  checkEdited(splitItem, '1/ One\n\nTwo. ‸Three.', '1/ One\n\nTwo.\n\n2/ ‸Three.');
  checkEdited(splitItem, 'TK/ One\n\n‸Two. Three.', 'TK/ One\n\nTK/ ‸Two. Three.');
});

test('each cursor splits', () => {
  checkEdited(splitItem, '1/ A. ‸B. ‸C.', '1/ A.\n\n2/ ‸B.\n\n3/ ‸C.');
});

test('a refusal says why an item cannot be split', () => {
  checkRefused(splitItem, '1/ **A ‸b**. C.', 'A headline cannot be split. Put the cursor after a sentence.');
  checkRefused(splitItem, '1/ A. B.‸', 'There is no text after the cursor for a new section.');
  checkRefused(splitItem, '1/ A. ‸([A](https://a.example/1))', 'There is no text after the cursor for a new section.');
  checkRefused(splitItem, '1/ ‸A. B.', 'There is no text of this section before the cursor.');
  checkRefused(
    splitItem,
    '1/ A [b ‸c](https://a.example/1) d.',
    'A link cannot be split. Put the cursor after a sentence.',
  );
  checkRefused(
    splitItem,
    '* **A**: [B](https://b.example/1) / ‸C D: [E](https://e.example/1) / [F](https://f.example/1)',
    'A list of citations cannot be split. Put the cursor after a sentence.',
  );
  checkRefused(splitItem, '---\ntitle: ‸Day 1\n---\n', 'Put the cursor in a section, poll, bullet or notable.');
});

test('an item is split next to code and the like, but not inside it', () => {
  checkEdited(splitItem, '1/ A. ‸`b c` d.', '1/ A.\n\n2/ ‸`b c` d.');
  checkEdited(splitItem, '1/ A `b c`. ‸D.', '1/ A `b c`.\n\n2/ ‸D.');
  checkEdited(splitItem, '1/ A <b>b</b>. ‸D <!-- e -->.', '1/ A <b>b</b>.\n\n2/ ‸D <!-- e -->.');
  checkEdited(splitItem, '1/ A 2 * 3. ‸B _c_ 4 * 5.', '1/ A 2 * 3.\n\n2/ ‸B _c_ 4 * 5.');
  checkEdited(
    splitItem,
    '1/ A. ‸B.\n\n```\n3/ code\n```\n\n* c\n\n2/ D',
    '1/ A.\n\n2/ ‸B.\n\n```\n3/ code\n```\n\n* c\n\n3/ D',
  );
  const refused = [
    ['1/ A `b ‸c` d.', 'Code'],
    ['1/ A ``b\n‸` c`` d.', 'Code'],
    ['* ```js ‸a\n  b\n  ```', 'Code'],
    ['1/ A <a title="b ‸c">d</a>.', 'HTML'],
    ['1/ A <kbd>b ‸c</kbd>.', 'HTML'],
    ['1/ A <!-- b ‸c --> d.', 'A comment'],
    ['1/ A {{ b ‸}} c.', 'Liquid'],
    ['1/ A [b ‸c][d].\n\n[d]: https://a.example', 'A link'],
    ['1/ A ![b ‸c](d.png) e.', 'An image'],
    ['1/ A <b>b. ‸c</b> d.', 'Text between two tags'],
    ['1/ A {% if b %}c. ‸d{% endif %}', 'Text between two tags'],
    ['1/ A **b. ‸c** d.', 'Text in bold or italics'],
    ['1/ A _b. ‸c_ d.', 'Text in bold or italics'],
    ['1/ A ~~b. ‸c~~ d.', 'Text in bold or italics'],
  ] as const;
  for (const [marked, subject] of refused) {
    checkRefused(splitItem, marked, `${subject} cannot be split. Put the cursor after a sentence.`);
  }
  checkRefused(splitItem, '1/ A\n\n```\nb ‸c\n```', 'Only text can be split. Put the cursor in a paragraph.');
});
