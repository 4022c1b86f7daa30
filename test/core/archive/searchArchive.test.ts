import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openIndex } from '../../../src/core/archive/archiveIndex.ts';
import { openSearch } from '../../../src/core/archive/search.ts';
import { searchArchive } from '../../../src/core/archive/searchArchive.ts';
import { searchDocument } from '../../../src/core/archive/searchDocument.ts';
import { placeBullet } from '../../../src/core/compose/items/placeBullet.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { readDay } from '../../../src/core/entry/readDay.ts';
import { applyEdits } from '../../../src/core/text/text.ts';
import { readMarks } from '../../support/marked.ts';

const archive = openIndex();
const search = openSearch();
const put = (number: number, date: string, body: string, draft = false) => {
  const entry = parseEntry(`---\ntitle: Day ${number}\ndate: ${date} 09:00:00 -08:00\n---\n\n${body}`);
  const path = `${draft ? '_drafts/' : `_posts/${date}-`}day-${number}.markdown`;
  archive.put(entry, path, draft);
  if (!draft) search.put(searchDocument(entry, readDay(entry, path, draft)));
};
put(11, '2031-01-30', '1/ **The mayor resigned**. Text.\n\n2/ **The storm came**. Text.');
put(12, '2031-01-31', '1/ **The ferry sank**. Text.');
put(13, '2031-02-01', '1/ **The mayor again**. Text.', true);

const titles = (question: string, own = '') =>
  searchArchive(archive, search, question, own).map(({ day, title }) => `${day.number}: ${title}`);

test('items are found by their words', () => {
  assert.deepEqual(titles('ferry sank'), ['12: The ferry sank']);
  assert.deepEqual(titles('mayor'), ['11: The mayor resigned']);
});

test('a day is found by its number and its date, with its items', () => {
  const all = ['11: Day 11', '11: The mayor resigned', '11: The storm came'];
  for (const question of ['11', 'Day 11', 'day 11 ', '2031-01-30']) assert.deepEqual(titles(question), all, question);
});

test('the newest days come without a question, and never a draft or the entry itself', () => {
  assert.deepEqual(titles(''), ['12: Day 12', '11: Day 11']);
  assert.deepEqual(titles('', '_posts/2031-01-31-day-12.markdown'), ['11: Day 11']);
  assert.deepEqual(titles('ferry', '_posts/2031-01-31-day-12.markdown'), []);
});

const BULLET = '* **📌 B**';
for (const [what, before, after] of [
  ['on a blank line', '1/ A.\n\n‸\n\n2/ C.', `1/ A.\n\n${BULLET}\n\n2/ C.`],
  ['where lines are close', '1/ A.\n‸\n2/ C.', `1/ A.\n\n${BULLET}\n\n2/ C.`],
  ['behind a mark', '1/ A.\n\n* ‸', `1/ A.\n\n${BULLET}`],
  ['in prose', '1/ A‸.\n\n2/ C.', `1/ A.\n\n${BULLET}\n\n2/ C.`],
  ['in an empty body', '‸', BULLET],
  ['among bullets of another sign', '1/ A.\n\n- D.\n\n‸', '1/ A.\n\n- D.\n\n- **📌 B**'],
  ['in a file with other line ends', '1/ A‸.\r\n\r\n2/ C.', `1/ A.\r\n\r\n${BULLET}\r\n\r\n2/ C.`],
] as const) {
  test(`a bullet has a blank line on either side: ${what}`, () => {
    const { text, cursor = 0 } = readMarks(before);
    assert.equal(applyEdits(text, [placeBullet(parseEntry(text), cursor, BULLET)]), after);
  });
}
