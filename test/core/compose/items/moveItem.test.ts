import { test } from 'node:test';
import type { Selection } from '../../../../src/core/compose/items/change.ts';
import { moveItem } from '../../../../src/core/compose/items/moveItem.ts';
import type { Entry } from '../../../../src/core/entry/entry.ts';
import { checkEdited, checkRefused } from '../../../support/edited.ts';

const down = (entry: Entry, selections: readonly Selection[]) => moveItem(entry, selections, 'down');
const up = (entry: Entry, selections: readonly Selection[]) => moveItem(entry, selections, 'up');

test('a section takes its bullets along, and the numbers stay in order', () => {
  checkEdited(
    down,
    '1/ **O‸ne**. ([A](https://a.example/1))\n\n* a\n\n2/ **Two**.\n\n* b\n\n3/ Three',
    '1/ **Two**.\n\n* b\n\n2/ **O‸ne**. ([A](https://a.example/1))\n\n* a\n\n3/ Three',
  );
});

test('moving up undoes moving down', () => {
  checkEdited(up, '1/ Two\n\n2/ O‸ne\n\n* a\n\npoll/ P', '1/ O‸ne\n\n* a\n\n2/ Two\n\npoll/ P');
});

test('labels to be numbered move with their sections', () => {
  checkEdited(up, 'TK/ One\n\nTK10/ T‸wo', 'TK10/ T‸wo\n\nTK/ One');
});

test('where labels that have no number yet count, the numbers go by place', () => {
  checkEdited(down, '1/ O‸ne\n\nTK/ Two\n\n3/ Three', 'TK/ Two\n\n2/ O‸ne\n\n3/ Three');
});

test('where they do not count, the numbers go by order', () => {
  checkEdited(down, '1/ O‸ne\n\nTK/ Two\n\n2/ Three', 'TK/ Two\n\n1/ O‸ne\n\n2/ Three');
});

test('a struck section counts where it did, and does not where it did not', () => {
  checkEdited(down, '1/ O‸ne\n\n~~2/ Two~~\n\n3/ Three', '~~1/ Two~~\n\n2/ O‸ne\n\n3/ Three');
  checkEdited(up, '1/ One\n\n~~2/ Two~~\n\n2/ Th‸ree', '1/ One\n\n2/ Th‸ree\n\n~~2/ Two~~');
});

test('a poll changes places with a section', () => {
  checkEdited(up, '1/ One\n\n2/ Two\n\npoll/ ‸P', '1/ One\n\npoll/ ‸P\n\n2/ Two');
});

test('a count that begins anew behind a divider does so after a move', () => {
  checkEdited(down, '1/ a\n\n2/ b\n\n---\n\n1/ ‸c\n\n2/ d', '1/ a\n\n2/ b\n\n---\n\n1/ d\n\n2/ ‸c');
});

test('a bullet moves in its list, and from its end into the next section', () => {
  checkEdited(down, '1/ One\n\n* ‸a\n\n* b\n\n2/ Two\n\n* c', '1/ One\n\n* b\n\n* ‸a\n\n2/ Two\n\n* c');
  checkEdited(down, '1/ One\n\n* b\n\n* ‸a\n\n2/ Two\n\n* c', '1/ One\n\n* b\n\n2/ Two\n\n* ‸a\n\n* c');
  checkEdited(up, '1/ One\n\n* b\n\n2/ Two\n\n* ‸a\n\n* c', '1/ One\n\n* b\n\n* ‸a\n\n2/ Two\n\n* c');
});

test('a bullet of a tight list that goes into another section leaves no section glued to the list', () => {
  checkEdited(down, '1/ One\n\n* b\n* ‸a\n\n2/ Two', '1/ One\n\n* b\n\n2/ Two\n* ‸a');
  checkEdited(up, '1/ One\n\n* b\n\n2/ Two\n* ‸a', '1/ One\n\n* b\n* ‸a\n\n2/ Two');
});

test('notables keep the numbers of their places', () => {
  checkEdited(up, '### Notables.\n\n1. a\n\n2. b\n\n3. ‸c', '### Notables.\n\n1. a\n\n2. ‸c\n\n3. b');
  checkEdited(up, '### Notables.\n\n1. a\n\n1. ‸b', '### Notables.\n\n1. ‸b\n\n1. a');
});

test('several cursors and a selection over several items move them together', () => {
  checkEdited(down, '1/ ‸a\n\n2/ ‸b\n\n3/ c', '1/ c\n\n2/ ‸a\n\n3/ ‸b');
  checkEdited(up, '1/ a\n\n2/ ⟦b\n\n3/ c⟧\n\n4/ d', '1/ ⟦b\n\n2/ c⟧\n\n3/ a\n\n4/ d');
});

test('a cursor elsewhere stays where it was', () => {
  checkEdited(down, '1/ a\n\n2/ b‸\n\n3/ c', '1/ a\n\n2/ c\n\n3/ b‸');
});

test('a missing final line break stays missing, one that is there stays', () => {
  checkEdited(down, '1/ ‸a\n\n2/ b\n', '1/ b\n\n2/ ‸a\n');
});

test('what cannot move says why', () => {
  checkRefused(up, '1/ ‸a\n\n2/ b', 'This is the first section here.');
  checkRefused(down, '1/ a\n\n2/ ‸b\n\n---\n\n3/ c', 'This is the last section here.');
  checkRefused(down, '1/ a\n\n* ‸b', 'This is the last bullet here.');
  checkRefused(down, '1/ a\n\n‸\n\n2/ b', 'The cursor stands in no section, poll, bullet or notable.');
});
