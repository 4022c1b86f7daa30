import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Selection } from '../../../../src/core/compose/items/change.ts';
import { insertItem } from '../../../../src/core/compose/items/insertItem.ts';
import type { Entry } from '../../../../src/core/entry/entry.ts';
import { checkEdited, checkRefused, editMarked } from '../../../support/checkEdited.ts';

const section = (entry: Entry, selections: readonly Selection[]) => insertItem(entry, selections, 'section');
const poll = (entry: Entry, selections: readonly Selection[]) => insertItem(entry, selections, 'poll');
const bullet = (entry: Entry, selections: readonly Selection[]) => insertItem(entry, selections, 'bullet');

test('a section goes after the current one and its bullets, and the sections after it are renumbered', () => {
  checkEdited(section, '1/ ‸A\n\n* b\n\n2/ C', '1/ A\n\n* b\n\n2/ ‸\n\n3/ C');
  checkEdited(section, '1/ A\n\n* b‸', '1/ A\n\n* b\n\n2/ ‸');
  checkEdited(section, 'TK/ A‸\n', 'TK/ A\n\nTK/ ‸\n');
});

test('on a blank line between two items, a section replaces the blank lines', () => {
  checkEdited(section, '1/ A\n\n‸\n\n2/ B', '1/ A\n\n2/ ‸\n\n3/ B');
  checkEdited(section, '1/ A\n\n‸', '1/ A\n\n2/ ‸\n');
});

test('the first section of an entry gets no number', () => {
  checkEdited(section, '---\ntitle: Day 1\n---\n‸', '---\ntitle: Day 1\n---\n\nTK/ ‸');
  checkEdited(section, '---\ntitle: Day ‸1\n---\n\n1/ A', '---\ntitle: Day 1\n---\n\n1/ ‸\n\n2/ A');
});

test('with the cursor in the notables, a section goes after the last section', () => {
  checkEdited(section, '1/ A\n\n### Notables.\n\n1. ‸b', '1/ A\n\n2/ ‸\n\n### Notables.\n\n1. b');
});

test('after a divider, a section stays after the divider', () => {
  checkEdited(section, '1/ A\n\n---\n\n‸', '1/ A\n\n---\n\n2/ ‸\n');
});

test('a poll goes after the whole section, a bullet right after the current text', () => {
  checkEdited(poll, '1/ ‸A\n\n* b\n\n2/ C', '1/ A\n\n* b\n\npoll/ ‸\n\n2/ C');
  checkEdited(bullet, '1/ ‸A\n\n- b', '1/ A\n\n- ‸\n\n- b');
  checkEdited(bullet, '1/ A\n\n* ‸b\n\n2/ C', '1/ A\n\n* b\n\n* ‸\n\n2/ C');
  checkEdited(bullet, '1/ A\n\n* b\n* ‸c', '1/ A\n\n* b\n* c\n* ‸');
});

test('among the notables, a bullet is a notable', () => {
  checkEdited(bullet, '### Notables.\n\n1. ‸a\n\n2. b', '### Notables.\n\n1. a\n\n2. ‸\n\n3. b');
});

test('each cursor gets its own item', () => {
  checkEdited(section, '1/ ‸A\n\n2/ B‸', '1/ A\n\n2/ ‸\n\n3/ B\n\n4/ ‸');
});

test('no text is lost, wherever the cursor is', () => {
  const text = '---\ntitle: Day 1\n---\n\n1/ A\n* b\n\n---\n\n### Notables.\n\n1. c\n\n*Bye.*\n';
  for (let at = 0; at <= text.length; at++) {
    for (const command of [section, poll, bullet]) {
      const after = editMarked(command, `${text.slice(0, at)}‸${text.slice(at)}`);
      const without = after.replace(/(?:TK\/|\d\/|poll\/|\*|\d\.) ‸\n*/, '').replace(/2(?=\. c)|2(?=\/ A)/, '1');
      assert.equal(without.replace(/\s+/g, ' ').trim(), text.replace(/\s+/g, ' ').trim());
    }
  }
});

test('an item is inserted after code, HTML and comments, not inside them', () => {
  for (const aside of ['```\n‸\n```', '<!--\n\n‸\n\n-->', '{% raw %}\n\n‸\n\n{% endraw %}']) {
    const text = aside.replace('‸', '');
    checkEdited(section, `1/ A\n\n${aside}\n\n2/ B`, `1/ A\n\n${text}\n\n2/ ‸\n\n3/ B`);
    checkEdited(bullet, `1/ A\n\n${aside}\n\n2/ B`, `1/ A\n\n${text}\n\n* ‸\n\n2/ B`);
  }
  checkRefused(
    section,
    '1/ A\n\n```\n‸code',
    'Code, HTML or a definition here would no longer be the same. Move it out first, or close it if its end is missing.',
  );
});
