import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPageIndex } from '../../../src/core/archive/pageIndex.ts';

test('removed entries are dropped from the page index, even for a page that every entry cites', () => {
  const removed = new Set<number>();
  const pages = openPageIndex((entry) => removed.has(entry));
  const page = 7 * 2 ** 32 + 5;
  for (let entry = 0; entry < 20_000; entry++) {
    pages.add(page, entry);
    if (entry % 100 !== 0) removed.add(entry);
  }
  const remaining = pages.entriesWith(page).filter((entry) => !removed.has(entry));
  assert.equal(remaining.length, 200);
  assert.ok(pages.entriesWith(page).length < 1000, 'removed entries are dropped');
  assert.deepEqual(pages.entriesWith(page + 1), []);
});
