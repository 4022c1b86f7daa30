import assert from 'node:assert/strict';
import { test } from 'node:test';
import { archiveTree } from '../../../src/core/archive/archiveTree.ts';
import type { Day } from '../../../src/core/entry/day.ts';

function day(path: string, date?: string, time?: string): Day {
  return { path, draft: path.startsWith('_drafts/'), date, time, offset: undefined, number: undefined };
}

test('the tree has years, months and days, the newest first, and drafts and undated entries separately', () => {
  const days = [
    day('_posts/b', '2031-01-02'),
    day('_posts/a', '2030-12-31'),
    day('_drafts/e', '2031-02-01'),
    day('_posts/late', '2031-01-02', '18:00:00'),
    day('_posts/c', '2031-01-30'),
    day('_drafts/d'),
    day('_posts/f', '2031-03-01'),
    day('_posts/about'),
  ];
  const { drafts, years, undated } = archiveTree(days);
  const paths = (some: readonly Day[]) => some.map(({ path }) => path);
  assert.deepEqual(paths(drafts), ['_drafts/e', '_drafts/d']);
  assert.deepEqual(
    years.map(({ year, months }) => [year, ...months.map(({ month, name, days }) => [month, name, ...paths(days)])]),
    [
      ['2031', ['2031-03', 'March', '_posts/f'], ['2031-01', 'January', '_posts/c', '_posts/late', '_posts/b']],
      ['2030', ['2030-12', 'December', '_posts/a']],
    ],
  );
  assert.deepEqual(paths(undated), ['_posts/about']);
});

test('an empty archive has an empty tree', () => {
  assert.deepEqual(archiveTree([]), { drafts: [], years: [], undated: [] });
});
