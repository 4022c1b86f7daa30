import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_FOLDERS } from '../../../src/core/files/folders.ts';
import { fileToRead, newestDateIn, readingOrder } from '../../../src/core/files/readingOrder.ts';

/** The paths in their reading order. Those that begin with `>` are open; `@` is followed by the modification time. */
function orderOf(...marked: readonly string[]): string[] {
  return filesOf(...marked).map(({ path }) => path);
}

function filesOf(...marked: readonly string[]) {
  const files = marked.map((mark) => {
    const [path = '', modified] = mark.replace('>', '').split('@');
    const file = fileToRead(path, { ...DEFAULT_FOLDERS, entries: ['**/*.md'] }, mark.startsWith('>'));
    return modified === undefined ? file : { ...file, modified: Number(modified) };
  });
  return readingOrder(files);
}

/** Checks that the paths, which are listed from the newest to the oldest, are read in that order however they are found. */
function checkOrder(...newestFirst: readonly string[]): void {
  assert.deepEqual(orderOf(...newestFirst), newestFirst);
  assert.deepEqual(orderOf(...newestFirst.toReversed()), newestFirst);
  assert.deepEqual(orderOf(...newestFirst.toSorted()), newestFirst);
}

test('posts are read from the newest date in their names to the oldest', () => {
  checkOrder('_posts/2031-02-01-day-9.md', '_posts/2031-01-31-day-10.md', '_posts/2029-12-31-day-2.md');
});

test('open entries are read first, then drafts, the newest of them first', () => {
  assert.deepEqual(
    orderOf('_posts/2031-01-31-b.md', '_drafts/day-9.md', '>_posts/2020-01-01-a.md', '_drafts/day-12.md'),
    ['_posts/2020-01-01-a.md', '_drafts/day-12.md', '_drafts/day-9.md', '_posts/2031-01-31-b.md'],
  );
});

test('a date may be in the names of folders, without signs, or go no further than the year', () => {
  checkOrder('posts/2031/02/03-day-9.md', 'posts/2031/02/01/index.md', 'posts/2031/01/30/index.md');
  checkOrder('log/2031-02-01-snow/index.md', 'log/2031-01-31-rain/index.md', 'log/2030-01-31-sun/index.md');
  checkOrder('log/20310201.md', 'log/20310131.md', 'log/20291231-day-4000.md');
  checkOrder('log/2031/12/snow.md', 'log/2031/02/snow.md', 'log/2030/11/snow.md');
  checkOrder('log/2031-W10.md', 'log/2031-W09.md', 'log/2031-W8.md', 'log/2030-W52.md');
  checkOrder('log/2031-13.md', 'log/2031-12.md', 'log/2031-9.md', 'log/2030-50.md');
  checkOrder('log/2031/issue-100.md', 'log/2031/issue-99.md', 'log/2030/issue-101.md');
  checkOrder('_posts/2031-2-1-a.md', '_posts/2031-01-31-b.md', '_posts/2031-1-5-c.md');
});

test('a date at the start of a name counts, whatever dates are in its words', () => {
  checkOrder('_posts/2031-02-01-on-2001-09-11.md', '_posts/2031-01-31-snow.md', '_posts/2030-01-31-by-2032-12-31.md');
  checkOrder('log/20310201-on-2001-09-11.md', 'log/20310131-on-20320101.md', 'log/20301231-snow.md');
  checkOrder('log/2031/day-9-2031-02-03.md', 'log/2031/day-8-2031-02-02.md');
});

test('without dates, the highest number is the newest entry, even where it looks like a year', () => {
  checkOrder('log/issue-2031.md', 'log/issue-1999.md', 'log/issue-112.md', 'log/issue-12.md', 'log/issue-9.md');
  checkOrder('vol-2/issue-1.md', 'vol-1/issue-12.md', 'vol-1/issue-2.md');
});

test('without dates and numbers, the file that was changed last is the newest', () => {
  assert.deepEqual(orderOf('log/a.md@10', 'log/b.md@30', 'log/c.md@20'), ['log/b.md', 'log/c.md', 'log/a.md']);
});

test('where some have dates, some numbers and some neither, the newest of each take turns', () => {
  assert.deepEqual(
    orderOf(
      '_posts/2031-01-30-a.md',
      '_posts/2031-01-31-b.md',
      'log/issue-9.md',
      'log/issue-10.md',
      'a.md@10',
      'b.md@20',
    ),
    ['_posts/2031-01-31-b.md', 'log/issue-10.md', 'b.md', '_posts/2031-01-30-a.md', 'log/issue-9.md', 'a.md'],
  );
});

test('the newest date that has not been read is known once all that is left has dates', () => {
  const files = filesOf('_drafts/a.md', '_posts/2031-01-31-b.md', 'about.md', '2030/c.md', '_posts/2029-01-30-d.md');
  const dates = Array.from({ length: 6 }, (_, index) => newestDateIn(files.slice(index)));
  assert.deepEqual(dates, [undefined, undefined, undefined, '2030', '2029-01-30', '']);
});

test('every file is read once, whatever its name', () => {
  const names = [
    '9999999999999999999999.md',
    '2031-.md',
    '-2031-01-01.md',
    '1e999.md',
    '2031-99-99.md',
    '.md',
    '٣.md',
    '0.md',
  ];
  const paths = names.flatMap((name) => [name, `_posts/${name}`, `2031/${name}`]);
  assert.deepEqual(orderOf(...paths).toSorted(), paths.toSorted());
});

test('an order of many files takes no longer than reading a few', () => {
  const paths = Array.from({ length: 10_000 }, (_, index) => `_posts/${2000 + (index % 30)}-01-01-day-${index}.md`);
  const start = performance.now();
  assert.equal(orderOf(...paths).length, 10_000);
  assert.ok(performance.now() - start < 1000);
});
