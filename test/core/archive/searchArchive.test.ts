import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openArchiveIndex } from '../../../src/core/archive/archiveIndex.ts';
import { openSearch } from '../../../src/core/archive/search.ts';
import { searchArchive } from '../../../src/core/archive/searchArchive.ts';
import { searchDocument } from '../../../src/core/archive/searchDocument.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { readDay } from '../../../src/core/entry/readDay.ts';

const archive = openArchiveIndex();
const search = openSearch();
const add = (number: number, date: string, body: string, draft = false) => {
  const entry = parseEntry(`---\ntitle: Day ${number}\ndate: ${date} 09:00:00 -08:00\n---\n\n${body}`);
  const path = `${draft ? '_drafts/' : `_posts/${date}-`}day-${number}.markdown`;
  archive.indexEntry(entry, path, draft);
  search.indexDocument(searchDocument(entry, readDay(entry, path, draft)));
};
add(11, '2031-01-30', '1/ **The mayor resigned**. Text.\n\n2/ **The storm came**. Text.');
add(12, '2031-01-31', '1/ **The ferry sank**. Text.');
add(13, '2031-02-01', '1/ **The mayor again**. Text.', true);

const titles = (query: string, ownPath = '') =>
  searchArchive(archive, search, query, { ownPath }).map(({ day, title }) => `${day.number}: ${title}`);

test('items are found by their words', () => {
  assert.deepEqual(titles('ferry sank'), ['12: The ferry sank']);
  assert.deepEqual(titles('mayor'), ['11: The mayor resigned']);
});

test('a day is found by its number or date, together with its items', () => {
  const all = ['11: Day 11', '11: The mayor resigned', '11: The storm came'];
  for (const query of ['11', 'Day 11', 'day 11 ', '2031-01-30']) assert.deepEqual(titles(query), all, query);
});

test('drafts are found where they are wanted', () => {
  const found = (query: string) =>
    searchArchive(archive, search, query, { withDrafts: true }).map(({ title }) => title);
  assert.deepEqual(found('mayor').sort(), ['The mayor again', 'The mayor resigned']);
  assert.deepEqual(found('13'), ['Day 13', 'The mayor again']);
});

test('an empty query finds the newest days, and no query a draft or the own entry', () => {
  assert.deepEqual(titles(''), ['12: Day 12', '11: Day 11']);
  assert.deepEqual(titles('', '_posts/2031-01-31-day-12.markdown'), ['11: Day 11']);
  assert.deepEqual(titles('ferry', '_posts/2031-01-31-day-12.markdown'), []);
});
