import { test } from 'node:test';
import { splitItem } from '../../../../src/core/compose/items/splitItem.ts';
import { checkEdited, checkRefused } from '../../../support/edited.ts';

test('what stands behind the cursor becomes a section with the next number', () => {
  checkEdited(
    splitItem,
    '1/ **One**. She left.‸ He stayed. ([A](https://a.example/1))\n\n* a\n\n2/ Two\n',
    '1/ **One**. She left.\n\n2/ ‸He stayed. ([A](https://a.example/1))\n\n* a\n\n3/ Two\n',
  );
});

test('a section that has no number yet is split into two that have none', () => {
  checkEdited(splitItem, 'TK/ One. ‸Two.', 'TK/ One.\n\nTK/ ‸Two.');
});

test('a citation group stays with the part that it ends', () => {
  const split = '1/ One. ([A](https://a.example/1))\n\n2/ ‸Two. ([B](https://b.example/2))';
  for (const before of [
    '1/ One.‸ ([A](https://a.example/1)) Two. ([B](https://b.example/2))',
    '1/ One. ([A](https://a.ex‸ample/1)) Two. ([B](https://b.example/2))',
    '1/ One. ([A](https://a.example/1)) ‸Two. ([B](https://b.example/2))',
  ]) {
    checkEdited(splitItem, before, split);
  }
});

test('a cursor in a word counts as before it, one between a word and its full stop as behind both', () => {
  checkEdited(splitItem, '1/ One. Tw‸o.', '1/ One.\n\n2/ ‸Two.');
  checkEdited(splitItem, '1/ **One**‸. Two.', '1/ **One**.\n\n2/ ‸Two.');
});

test('polls, bullets and notables are split into their like', () => {
  checkEdited(splitItem, 'poll/ 51%. ‸49%.', 'poll/ 51%.\n\npoll/ ‸49%.');
  checkEdited(splitItem, '1/ One\n\n- a. ‸B.', '1/ One\n\n- a.\n\n- ‸B.');
  checkEdited(splitItem, '1/ One\n\n* z\n* a. ‸B.', '1/ One\n\n* z\n* a.\n* ‸B.');
  checkEdited(splitItem, '### Notables.\n\n1. a. ‸B.\n\n2. c', '### Notables.\n\n1. a.\n\n2. ‸B.\n\n3. c');
});

test('a paragraph below a section is split like it, and becomes one from its start', () => {
  checkEdited(splitItem, '1/ One\n\nTwo. ‸Three.', '1/ One\n\nTwo.\n\n2/ ‸Three.');
  checkEdited(splitItem, 'TK/ One\n\n‸Two. Three.', 'TK/ One\n\nTK/ ‸Two. Three.');
});

test('several cursors split several times', () => {
  checkEdited(splitItem, '1/ A. ‸B. ‸C.', '1/ A.\n\n2/ ‸B.\n\n3/ ‸C.');
});

test('what cannot be split says why', () => {
  checkRefused(splitItem, '1/ **A ‸b**. C.', 'A headline cannot be split; put the cursor behind a sentence.');
  checkRefused(splitItem, '1/ A. B.‸', 'Nothing follows the cursor that could be a section of its own.');
  checkRefused(
    splitItem,
    '1/ A. ‸([A](https://a.example/1))',
    'Nothing follows the cursor that could be a section of its own.',
  );
  checkRefused(splitItem, '1/ ‸A. B.', 'Nothing of the section stands before the cursor.');
  checkRefused(
    splitItem,
    '1/ A [b ‸c](https://a.example/1) d.',
    'A link cannot be split; put the cursor behind a sentence.',
  );
  checkRefused(
    splitItem,
    '* **A**: [B](https://b.example/1) / ‸C D: [E](https://e.example/1) / [F](https://f.example/1)',
    'A row of sources cannot be split; put the cursor behind a sentence.',
  );
  checkRefused(splitItem, '---\ntitle: ‸Day 1\n---\n', 'The cursor stands in no section, poll, bullet or notable.');
});
