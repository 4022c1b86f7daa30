import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  canContinueItem,
  continueAfterTypedBreak,
  continueItem,
} from '../../../../src/core/compose/items/continueItem.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { applyEdits } from '../../../../src/core/text/text.ts';
import { checkEdited, readSelections } from '../../../support/checkEdited.ts';

test('Enter at the end of an item starts the next one of its form', () => {
  checkEdited(continueItem, '1/ A.‸', '1/ A.\n\n2/ ‸');
  checkEdited(continueItem, 'TK/ A.‸\n\nTK/ B.', 'TK/ A.\n\nTK/ ‸\n\nTK/ B.');
  checkEdited(continueItem, '1/ A.‸\n\n2/ B.', '1/ A.\n\n2/ ‸\n\n3/ B.');
  checkEdited(continueItem, '1/ A\n\n- b‸', '1/ A\n\n- b\n\n- ‸');
  checkEdited(continueItem, '1/ A\n\n* b\n* c‸', '1/ A\n\n* b\n* c\n* ‸');
  checkEdited(continueItem, 'poll/ A‸', 'poll/ A\n\npoll/ ‸');
  checkEdited(continueItem, '### Notables.\n\n1. a‸\n\n2. b', '### Notables.\n\n1. a\n\n2. ‸\n\n3. b');
});

test('the next item of a list has as much space after its marker', () => {
  checkEdited(continueItem, '1/ A\n\n*   b‸', '1/ A\n\n*   b\n\n*   ‸');
  checkEdited(continueItem, '1/ A\n\n-  b‸\n-  c', '1/ A\n\n-  b\n-  ‸\n-  c');
  checkEdited(continueItem, '1/ A\n\n+\tb‸', '1/ A\n\n+\tb\n\n+\t‸');
  checkEdited(continueItem, '1/ A\n\n  *   b‸', '1/ A\n\n  *   b\n\n  *   ‸');
  checkEdited(continueItem, '### Notables.\n\n1.  a‸', '### Notables.\n\n1.  a\n\n2.  ‸');
  checkEdited(continueItem, '1/ A\n\n*  poll/ b‸', '1/ A\n\n*  poll/ b\n\n*  ‸');
});

test('Enter before a comment or a definition starts the next item, and removes an empty one', () => {
  checkEdited(continueItem, '1/ A.[^1]‸\n\n[^1]: Note.\n\n2/ B.', '1/ A.[^1]\n\n2/ ‸\n\n[^1]: Note.\n\n3/ B.');
  checkEdited(continueItem, '1/ A.\n\n2/ ‸\n\n<!-- ask -->\n\n3/ B.', '1/ A.\n\n‸\n\n<!-- ask -->\n\n2/ B.');
});

test('Enter on an empty item ends the list, as two line breaks would', () => {
  checkEdited(continueItem, '1/ A.\n\n2/ ‸', '1/ A.\n\n‸');
  checkEdited(continueItem, '1/ A.\n\n2/ ‸\n\n3/ B', '1/ A.\n\n‸\n\n2/ B');
  checkEdited(continueItem, '1/ A\n\n* ‸', '1/ A\n\n‸');
  checkEdited(continueItem, '### Notables.\n\n1. a\n\n2. ‸\n\n3. b', '### Notables.\n\n1. a\n\n‸\n\n2. b');
});

test('Enter at the ends of several items continues each', () => {
  checkEdited(continueItem, '1/ A\n\n* b‸\n\n* c‸', '1/ A\n\n* b\n\n* ‸\n\n* c\n\n* ‸');
});

test('anywhere else Enter is a plain line break', () => {
  for (const marked of [
    '1/ A‸.', // within a line
    '‸1/ A.',
    '1/ A.‸ ',
    '1/ A.‸\n\n* b', // the section ends after its bullets
    '1/ A.\n\nMore.‸', // in a paragraph
    '1/ A. \\‸', // after a hard break
    'TK/ ‸', // the first section of a new day
    '1/⟦ A.⟧',
    '---\ntitle: Day 1‸\n---\n',
    '### Notables.‸\n\n1. a',
    '1/ A.\n\n*Bye.*‸',
    '1/ A\n\n* b‸\n\n2/‸ C',
    '```\n* a‸\n```',
    '1/ A\n\n* b\n\n  ```\n  * c‸\n  ```',
    '1/ A\n\n* ```‸',
    '1/ A\n\n* b\n  ```‸\n  c\n  ```',
    '1/ A\n\n      * b‸',
    '> ```\n> * a‸\n> ```',
    '<div>\n* a‸\n</div>',
    '<!--\n* a‸\n-->',
    '1/ A\n\n* <!-- b‸',
    '{% raw %}\n* a‸\n{% endraw %}',
    '1/ A {{ site.title‸',
  ]) {
    const { text, selections } = readSelections(marked);
    assert.equal(canContinueItem(parseEntry(text), selections), false, marked);
    assert.equal(continueItem(parseEntry(text), selections), undefined, marked);
  }
});

test('the next item has the asterisks of a headline if this one has a headline', () => {
  const enter = (marked: string, expected: string) =>
    checkEdited((entry, selections) => continueItem(entry, selections, { withHeadline: true }), marked, expected);
  enter('1/ **A**. B.‸', '1/ **A**. B.\n\n2/ **‸**. ');
  enter('1/ **A**. B.‸\n\n2/ **C**.', '1/ **A**. B.\n\n2/ **‸**. \n\n3/ **C**.');
  enter('1/ **A**\n\n* **B**.‸', '1/ **A**\n\n* **B**.\n\n* **‸**. ');
  enter('poll/ **51% agree**, while 49% do not.‸', 'poll/ **51% agree**, while 49% do not.\n\npoll/ **‸**, ');
  enter('1/ **A** and B.‸', '1/ **A** and B.\n\n2/ **‸** ');
  enter('1/ **A**‸', '1/ **A**\n\n2/ **‸**. ');
  enter('1/ A.‸', '1/ A.\n\n2/ ‸');
});

test('Enter in an empty headline ends the list, and before the closing asterisks it goes on after them', () => {
  const enter = (marked: string, expected: string) =>
    checkEdited((entry, selections) => continueItem(entry, selections, { withHeadline: true }), marked, expected);
  enter('1/ **A**.\n\n2/ **‸**. ', '1/ **A**.\n\n‸');
  enter('1/ **A**.\n\n2/ **‸**. \n\n3/ **B**.', '1/ **A**.\n\n‸\n\n2/ **B**.');
  enter('1/ **A‸**. ', '1/ **A**. \n\n2/ **‸**. ');
  enter('1/ A\n\n* **‸**. ', '1/ A\n\n‸');
});

test('a line break typed at the end of an item becomes the next item, along with the text typed after it', () => {
  /** What the text becomes, with `‸` at the end of what the template puts before the cursor. `inserted` is what Enter inserted. */
  const continued = (marked: string, now: string, { inserted = '\n', withHeadline = false } = {}) => {
    const { text, selections } = readSelections(marked);
    const typedBreak = { offset: selections[0]?.active ?? 0, inserted };
    const item = continueAfterTypedBreak(parseEntry(text), typedBreak, now, { withHeadline });
    if (!item) return undefined;
    const { edits, template } = item;
    const templateEdit = template && { ...template, text: `${template.before}‸${template.after}` };
    return applyEdits(now, templateEdit ? [...edits, templateEdit] : edits);
  };
  assert.equal(continued('1/ A.‸\n\n2/ B.', '1/ A.\nShe\n\n2/ B.'), '1/ A.\n\n2/ She\n\n3/ B.');
  assert.equal(continued('1/ A\r\n\r\n* b‸', '1/ A\r\n\r\n* b\r\n', { inserted: '\r\n' }), '1/ A\r\n\r\n* b\r\n\r\n* ');
  assert.equal(continued('1/ A\n\n* ‸', '1/ A\n\n* \nShe'), '1/ A\n\nShe');
  assert.equal(continued('1/ A.‸\n\n2/ B.', '1/ A.\n\n\n2/ C.'), undefined);
  assert.equal(continued('1/ A.‸\n\n2/ B.', '1/ A.\n\nShe\n\n2/ B.'), undefined);
  assert.equal(continued('1/ ‸A.', '1/ \nA.'), undefined);

  // with the indentation or the marker that the editor or another extension puts on the new line
  assert.equal(continued('1/ A\n\n  * b‸', '1/ A\n\n  * b\n  ', { inserted: '\n  ' }), '1/ A\n\n  * b\n\n  * ');
  assert.equal(continued('1/ A\n\n* b‸', '1/ A\n\n* b\n* c', { inserted: '\n* ' }), '1/ A\n\n* b\n\n* c');
  assert.equal(continued('1/ A\n\n* ‸', '1/ A\n\n* \n* ', { inserted: '\n* ' }), '1/ A\n\n');

  const withHeadline = true;
  assert.equal(
    continued('1/ **A**. B.‸\n\n2/ C.', '1/ **A**. B.\nShe\n\n2/ C.', { withHeadline }),
    '1/ **A**. B.\n\n2/ **She‸**. \n\n3/ C.',
  );
  assert.equal(
    continued('1/ **A‸**. \n\n2/ C.', '1/ **A\nShe**. \n\n2/ C.', { withHeadline }),
    '1/ **A**.\n\n2/ **She‸**. \n\n3/ C.',
  );
  assert.equal(
    continued('1/ **A**.\n\n2/ **‸**. \n\n3/ B.', '1/ **A**.\n\n2/ **\nShe**. \n\n3/ B.', { withHeadline }),
    '1/ **A**.\n\nShe\n\n2/ B.',
  );
});
