import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day } from '../../../src/core/entry/day.ts';
import { entryOfDate, inChronologicalOrder, neighbourOf, onThisDay } from '../../../src/core/newsroom/neighbours.ts';

const EPOCHS = [
  { from: '2027-01-20', day: 1 },
  { from: '2031-01-20', day: 1 },
];

function day(path: string, date: string | undefined, number?: number, time = '09:30:00'): Day {
  return { path, draft: path.startsWith('_drafts/'), date, offset: undefined, time, number };
}

const LAST = day('_posts/2031-01-17-day-1459.markdown', '2031-01-17', 1459);
const REVIEW = day('_posts/2031-01-18-review.markdown', '2031-01-18');
const FIRST = day('_posts/2031-01-20-day-1.markdown', '2031-01-20', 1);
const DRAFT = day('_drafts/day-2.markdown', '2031-01-20', 2, '22:00:00');
const UNDATED = day('_drafts/notes.markdown', undefined);
const DAYS = [DRAFT, UNDATED, FIRST, REVIEW, LAST];

test('entries are ordered by date across counts, including drafts and reviews', () => {
  assert.deepEqual(inChronologicalOrder(DAYS), [LAST, REVIEW, FIRST, DRAFT]);
  assert.equal(neighbourOf(DAYS, LAST.path, 'next'), REVIEW);
  assert.equal(neighbourOf(DAYS, FIRST.path, 'previous'), REVIEW);
  assert.equal(neighbourOf(DAYS, FIRST.path, 'next'), DRAFT);
});

test('the first and the last entry, and one without a date, lack a neighbour', () => {
  assert.equal(neighbourOf(DAYS, LAST.path, 'previous'), undefined);
  assert.equal(neighbourOf(DAYS, DRAFT.path, 'next'), undefined);
  assert.equal(neighbourOf(DAYS, UNDATED.path, 'next'), undefined);
});

test('the entry of a date is the one with its number, even if it was started the evening before', () => {
  assert.equal(entryOfDate(DAYS, '2031-01-21', EPOCHS), DRAFT);
  assert.equal(entryOfDate(DAYS, '2031-01-20', EPOCHS), FIRST);
  assert.equal(entryOfDate(DAYS, '2031-01-22', EPOCHS), undefined);
});

test('a number of another count is not the entry of a date', () => {
  const old = day('_posts/2027-01-21-day-2.markdown', '2027-01-21', 2);
  assert.equal(entryOfDate([old], '2031-01-21', EPOCHS), undefined);
});

test('a published entry is preferred to its draft, and a review is better than nothing', () => {
  const draft = day('_drafts/day-1.markdown', '2031-01-20', 1);
  assert.equal(entryOfDate([draft, FIRST], '2031-01-20', EPOCHS), FIRST);
  assert.equal(entryOfDate(DAYS, '2031-01-18', EPOCHS), REVIEW);
});

test('entries of the same day in other years are found, the newest first', () => {
  const earlier = day('_posts/2028-01-20-day-366.markdown', '2028-01-20', 366);
  const earliest = day('_posts/2027-01-20-day-1.markdown', '2027-01-20', 1);
  assert.deepEqual(onThisDay([earliest, ...DAYS, earlier], '2031-01-20'), [earlier, earliest]);
});
