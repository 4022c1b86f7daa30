import { test } from 'node:test';
import type { Selection } from '../../../../src/core/compose/items/change.ts';
import { moveItem } from '../../../../src/core/compose/items/moveItem.ts';
import type { Entry } from '../../../../src/core/entry/entry.ts';
import { checkEdited, checkRefused } from '../../../support/checkEdited.ts';

const down = (entry: Entry, selections: readonly Selection[]) => moveItem(entry, selections, 'down');
const up = (entry: Entry, selections: readonly Selection[]) => moveItem(entry, selections, 'up');

test('a section takes its bullets along, and the sections are renumbered', () => {
  checkEdited(
    down,
    '1/ **O‸ne**. ([A](https://a.example/1))\n\n* a\n\n2/ **Two**.\n\n* b\n\n3/ Three',
    '1/ **Two**.\n\n* b\n\n2/ **O‸ne**. ([A](https://a.example/1))\n\n* a\n\n3/ Three',
  );
});

test('moving up undoes moving down', () => {
  checkEdited(up, '1/ Two\n\n2/ O‸ne\n\n* a\n\npoll/ P', '1/ O‸ne\n\n* a\n\n2/ Two\n\npoll/ P');
});

test('labels without a number move with their sections', () => {
  checkEdited(up, 'TK/ One\n\nTK10/ T‸wo', 'TK10/ T‸wo\n\nTK/ One');
});

test('if labels without a number count, numbers follow the position', () => {
  checkEdited(down, '1/ O‸ne\n\nTK/ Two\n\n3/ Three', 'TK/ Two\n\n2/ O‸ne\n\n3/ Three');
});

test('if labels without a number do not count, numbers follow the order', () => {
  checkEdited(down, '1/ O‸ne\n\nTK/ Two\n\n2/ Three', 'TK/ Two\n\n1/ O‸ne\n\n2/ Three');
});

test('a struck-through section counts after the move only if it counted before', () => {
  checkEdited(down, '1/ O‸ne\n\n~~2/ Two~~\n\n3/ Three', '~~1/ Two~~\n\n2/ O‸ne\n\n3/ Three');
  checkEdited(up, '1/ One\n\n~~2/ Two~~\n\n2/ Th‸ree', '1/ One\n\n2/ Th‸ree\n\n~~2/ Two~~');
});

test('a poll trades places with a section', () => {
  checkEdited(up, '1/ One\n\n2/ Two\n\npoll/ ‸P', '1/ One\n\npoll/ ‸P\n\n2/ Two');
});

test('a count that starts over after a divider still does after a move', () => {
  checkEdited(down, '1/ a\n\n2/ b\n\n---\n\n1/ ‸c\n\n2/ d', '1/ a\n\n2/ b\n\n---\n\n1/ d\n\n2/ ‸c');
});

test('a bullet moves within its list, and from the end of it into the next section', () => {
  checkEdited(down, '1/ One\n\n* ‸a\n\n* b\n\n2/ Two\n\n* c', '1/ One\n\n* b\n\n* ‸a\n\n2/ Two\n\n* c');
  checkEdited(down, '1/ One\n\n* b\n\n* ‸a\n\n2/ Two\n\n* c', '1/ One\n\n* b\n\n2/ Two\n\n* ‸a\n\n* c');
  checkEdited(up, '1/ One\n\n* b\n\n2/ Two\n\n* ‸a\n\n* c', '1/ One\n\n* b\n\n* ‸a\n\n2/ Two\n\n* c');
});

test('moving a bullet of a tight list into another section keeps the blank line before that section', () => {
  checkEdited(down, '1/ One\n\n* b\n* ‸a\n\n2/ Two', '1/ One\n\n* b\n\n2/ Two\n* ‸a');
  checkEdited(up, '1/ One\n\n* b\n\n2/ Two\n* ‸a', '1/ One\n\n* b\n* ‸a\n\n2/ Two');
});

test('numbers of notables stay in place', () => {
  checkEdited(up, '### Notables.\n\n1. a\n\n2. b\n\n3. ‸c', '### Notables.\n\n1. a\n\n2. ‸c\n\n3. b');
  checkEdited(up, '### Notables.\n\n1. a\n\n1. ‸b', '### Notables.\n\n1. ‸b\n\n1. a');
});

test('several cursors, or a selection of several items, move all of them', () => {
  checkEdited(down, '1/ ‸a\n\n2/ ‸b\n\n3/ c', '1/ c\n\n2/ ‸a\n\n3/ ‸b');
  checkEdited(up, '1/ a\n\n2/ ⟦b\n\n3/ c⟧\n\n4/ d', '1/ ⟦b\n\n2/ c⟧\n\n3/ a\n\n4/ d');
});

test('a cursor elsewhere stays where it was', () => {
  checkEdited(down, '1/ a\n\n2/ b‸\n\n3/ c', '1/ a\n\n2/ c\n\n3/ b‸');
});

test('a final line break stays', () => {
  checkEdited(down, '1/ ‸a\n\n2/ b\n', '1/ b\n\n2/ ‸a\n');
});

test('a refusal says why an item cannot be moved', () => {
  checkRefused(up, '1/ ‸a\n\n2/ b', 'This is already the first section.');
  checkRefused(down, '1/ a\n\n2/ ‸b', 'This is already the last section.');
  checkRefused(down, '1/ a\n\n2/ ‸b\n\n---\n\n3/ c', 'This is the last section before a divider.');
  checkRefused(up, '1/ a\n\n### More\n\n2/ ‸b', 'This is the first section after a heading.');
  checkRefused(up, '1/ a\n\n**Nov. 5**: Vote.\n\n2/ ‸b', 'This is the first section after a line in bold.');
  checkRefused(up, '1/ a\n\n*Bye.*\n\n2/ ‸b', 'This is the first section after a line in italics.');
  checkRefused(up, '1/ a\n\n### Notables.\n\n1. ‸b', 'This is already the first notable.');
  checkRefused(down, '1/ a\n\n* ‸b', 'This is already the last bullet.');
  checkRefused(down, '1/ a\n\n‸\n\n2/ b', 'Put the cursor in a section, poll, bullet or notable.');
});

test('code, HTML, Liquid, comments and definitions move with the item above them', () => {
  for (const aside of [
    '```\n2/ code\n\n* code\n```',
    '    indented\n\n    code',
    '<div>\n3/ x\n</div>',
    '<div>\n\ntext\n\n</div>',
    '{% raw %}\n\n2/ x\n\n{% endraw %}',
    '<!-- ask Ada\n\n2/ x -->',
    '[^1]: A note.',
    '[^1]: A note.\n\n    More of it.',
    '[a]: https://a.example',
  ]) {
    checkEdited(
      up,
      `1/ One[^1] [a]\n\n${aside}\n\n2/ T‸wo\n\n3/ Three`,
      `1/ T‸wo\n\n2/ One[^1] [a]\n\n${aside}\n\n3/ Three`,
    );
    checkEdited(
      down,
      `1/ O‸ne[^1] [a]\n\n${aside}\n\n2/ Two\n\n3/ Three`,
      `1/ Two\n\n2/ O‸ne[^1] [a]\n\n${aside}\n\n3/ Three`,
    );
  }
});

test('code in a list moves with its bullet', () => {
  const a = '* a\n\n  ```\n  code\n\n  * x\n  ```';
  checkEdited(up, `1/ One\n\n${a}\n\n* ‸b`, `1/ One\n\n* ‸b\n\n${a}`);
  checkEdited(down, '1/ One\n\n* ‸a\n\n      code\n\n2/ Two', '1/ One\n\n2/ Two\n\n* ‸a\n\n      code');
  checkEdited(up, '* a\n\t* n\n\n* ‸b', '* ‸b\n\n* a\n\t* n');
});

test('a comment right above an item moves with that item, definitions at the end stay there', () => {
  checkEdited(up, '1/ One\n\n<!-- ask -->\n2/ T‸wo\n\n3/ Three', '<!-- ask -->\n1/ T‸wo\n\n2/ One\n\n3/ Three');
  checkEdited(
    up,
    '1/ One\n\n2/ T‸wo[^1] [a]\n\n[^1]: Note.\n\n[a]: https://a.example',
    '1/ T‸wo[^1] [a]\n\n2/ One\n\n[^1]: Note.\n\n[a]: https://a.example',
  );
});

test('notables below a comment are still notables', () => {
  checkEdited(up, '### Notables.\n\n1. a\n\n<!-- ask -->\n\n2. ‸b', '### Notables.\n\n1. ‸b\n\n2. a\n\n<!-- ask -->');
});

test('an item is not moved into code that is not closed', () => {
  checkRefused(
    up,
    '1/ One\n\n2/ T‸wo\n\n```\ncode',
    'Code, HTML or a definition here would no longer be the same. Move it out first, or close it if its end is missing.',
  );
});
