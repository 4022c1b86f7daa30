import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addCorrection } from '../../../../src/core/compose/corrections/addCorrection.ts';
import { type CorrectionForm, DEFAULT_CORRECTION } from '../../../../src/core/compose/corrections/correctionForm.ts';
import { itemAt, itemRunsOf } from '../../../../src/core/entry/items.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { lint } from '../../../../src/core/lint/lint.ts';
import { applyEdits } from '../../../../src/core/text/text.ts';
import { ruleContext } from '../../../support/ruleContext.ts';

const NOTE = '*Correction, Feb 3: ‸*';

test('a correction follows the item at the cursor, before its bullets', () => {
  checkAdded('1/ **A**. Te‸xt.', `1/ **A**. Text.\n\n${NOTE}`);
  checkAdded('1/ **A**. Te‸xt.\n\n* **B**. Text.', `1/ **A**. Text.\n\n${NOTE}\n\n* **B**. Text.`);
  checkAdded('1/ **A**. Text.\n\nMore te‸xt.\n\n2/ **B**.', `1/ **A**. Text.\n\nMore text.\n\n${NOTE}\n\n2/ **B**.`);
  checkAdded('1/ **A**.\n\n* **B**. Te‸xt.\n\n* **C**.', `1/ **A**.\n\n* **B**. Text.\n\n  ${NOTE}\n\n* **C**.`);
  checkAdded('1/ **A**. Te‸xt.\r\n\r\n2/ **B**.', `1/ **A**. Text.\r\n\r\n${NOTE}\r\n\r\n2/ **B**.`);
});

test('a second correction follows the first', () => {
  const first = '*Correction, Feb 2: One.*';
  checkAdded(`1/ **A**. Te‸xt.\n\n${first}\n\n2/ **B**.`, `1/ **A**. Text.\n\n${first}\n\n${NOTE}\n\n2/ **B**.`);
  checkAdded(
    `---\nti‸tle: Day 12\n---\n\nText.\n\n${first}`,
    `---\ntitle: Day 12\n---\n\nText.\n\n${first}\n\n${NOTE}`,
  );
});

test('outside of items, a correction goes to the end of the entry, above its closing lines', () => {
  checkAdded('---\nti‸tle: A\n---\n\n1/ **A**. Text.\n', `---\ntitle: A\n---\n\n1/ **A**. Text.\n\n${NOTE}\n`);
  checkAdded('Te‸xt.\n\n---\n\n*See you.*', `Text.\n\n${NOTE}\n\n---\n\n*See you.*`);
  checkAdded('‸', NOTE);
});

test('words within an item go to the paragraph of the cursor, before its sources', () => {
  const form: CorrectionForm = { ...DEFAULT_CORRECTION, place: 'words', isBeforeSources: true };
  checkAdded('1/ **A**. Te‸xt. ([CNN](https://cnn.com))', `1/ **A**. Text. ${NOTE} ([CNN](https://cnn.com))`, form);
  checkAdded('1/ **A**. Te‸xt.', `1/ **A**. Text. ${NOTE}`, form);
  checkAdded('1/ **A**. Text.\n\nMo‸re.', `1/ **A**. Text.\n\nMore. ${NOTE}`, form);
  checkAdded('Te‸xt.', `Text.\n\n${NOTE}`, form);
  const after = { ...form, isBeforeSources: false };
  checkAdded('1/ **A**. Te‸xt. ([CNN](https://cnn.com))', `1/ **A**. Text. ([CNN](https://cnn.com)) ${NOTE}`, after);
});

test('the year is written where it is not that of the entry', () => {
  checkAdded('1/ **A**. Te‸xt.', '1/ **A**. Text.\n\n*Correction, Feb 3, 2031: ‸*', DEFAULT_CORRECTION, '2030-12-31');
});

test('a block that never ends does not swallow a correction', () => {
  const entry = parseEntry('1/ **A**. Text.\n\n```\ncode');
  assert.equal(addCorrection(entry, 12, DEFAULT_CORRECTION, DATES), undefined);
});

test('a correction belongs to its item and is no problem', () => {
  const text =
    '---\ntitle: Day 12\n---\n\n1/ **A**. Text. ([CNN](https://www.cnn.com/a))\n\n2/ **B**. Text. ([CNN](https://www.cnn.com/b))';
  const edit = addCorrection(parseEntry(text), 30, DEFAULT_CORRECTION, DATES);
  assert.ok(edit);
  const corrected = parseEntry(applyEdits(text, [edit]).replace('Feb 3: *', 'Feb 3: She left on Monday.*'));
  assert.equal(itemRunsOf(corrected).length, 1);
  assert.equal(itemAt(corrected, corrected.text.indexOf('Correction'))?.from, itemAt(corrected, 30)?.from);
  const idsOf = (entry: typeof corrected) => lint(entry, ruleContext('published')).map(({ rule }) => rule);
  assert.deepEqual(idsOf(corrected), idsOf(parseEntry(text)));
});

const DATES = { today: '2031-02-03', date: '2031-01-31' };

/** Checks the text and the place for the words after a correction was added at `‸`. */
function checkAdded(marked: string, expected: string, form = DEFAULT_CORRECTION, date = DATES.date): void {
  const text = marked.replace('‸', '');
  const edit = addCorrection(parseEntry(text), marked.indexOf('‸'), form, { ...DATES, date });
  assert.ok(edit, 'no correction');
  const after = applyEdits(text, [edit]);
  const caret = edit.from + edit.caret;
  assert.equal(`${after.slice(0, caret)}‸${after.slice(caret)}`, expected);
}
