import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day } from '../../../src/core/entry/day.ts';
import { entryFolderFor } from '../../../src/core/files/entryFolder.ts';

test('without entries, new ones go where the first glob says', () => {
  assert.equal(folderFor([], ['content/posts/**/*.md', '!**/_index.md']), 'content/posts');
  assert.equal(folderFor([], ['!**/_index.md', 'posts/*.md']), 'posts');
});

test('new entries go to the folder of the newest one', () => {
  const globs = ['content/**/*.md'];
  assert.equal(
    folderFor(
      [
        ['content/log/a.md', '2031-01-30'],
        ['content/old/b.md', '2030-01-01'],
      ],
      globs,
    ),
    'content/log',
  );
  assert.equal(folderFor([['content/log/day-12/index.md', '2031-01-30']], globs), 'content/log');
});

test('a folder for the year or the month is that of the new date', () => {
  const globs = ['content/**/*.md'];
  assert.equal(folderFor([['content/2030/a.md', '2030-12-31']], globs), 'content/2031');
  assert.equal(folderFor([['content/2030/12/a.md', '2030-12-31']], globs), 'content/2031/01');
  assert.equal(folderFor([['content/v12/a.md', '2030-12-31']], globs), 'content/v12');
});

test('without dates, the newest folder is the last by its name', () => {
  const globs = ['content/**/*.md'];
  assert.equal(
    folderFor([['content/2029/01.md'], ['content/2030/02.md'], ['content/2028/13.md']], globs),
    'content/2031',
  );
});

test('a newsroom with posts or drafts keeps its entries there', () => {
  const globs = ['notes/**/*.md'];
  assert.equal(
    folderFor(
      [
        ['notes/a.md', '2031-01-30'],
        ['_posts/2031-01-01-day-1.md', '2031-01-01'],
      ],
      globs,
    ),
    undefined,
  );
  assert.equal(folderFor([['_drafts/day-1.md', '2031-01-01']], globs), undefined);
  assert.equal(folderFor([], []), undefined);
});

function folderFor(entries: readonly (readonly [path: string, date?: string])[], globs: readonly string[]) {
  const days = entries.map(
    ([path, date]): Day => ({ path, draft: false, date, offset: undefined, time: undefined, number: undefined }),
  );
  return entryFolderFor('2031-01-31', days, { posts: '_posts', drafts: '_drafts', entries: globs });
}
