import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFileName } from '../../../src/core/entry/fileName.ts';
import { DEFAULT_FOLDERS, isMarkdown } from '../../../src/core/files/folders.ts';
import { globBaseFolders } from '../../../src/core/files/globs.ts';
import { entryFolderOf, fileNameOf, stageOf } from '../../../src/core/files/paths.ts';

test('an entry is in the posts or the drafts folder, at any depth, and in the innermost of them', () => {
  assert.equal(entryFolderOf('_posts/2026-03-16-day-71.markdown', DEFAULT_FOLDERS), 'posts');
  assert.equal(entryFolderOf('_drafts/later/day-71.markdown', DEFAULT_FOLDERS), 'drafts');
  assert.equal(entryFolderOf('/home/log/_drafts/day-71.markdown', DEFAULT_FOLDERS), 'drafts');
  assert.equal(entryFolderOf('_posts/_drafts/day-71.markdown', DEFAULT_FOLDERS), 'drafts');
  assert.equal(entryFolderOf('log/_drafts.old/day-71.markdown', DEFAULT_FOLDERS), undefined);
  assert.equal(entryFolderOf('_posts', DEFAULT_FOLDERS), undefined);
  assert.equal(entryFolderOf('log/posts/a.md', { ...DEFAULT_FOLDERS, posts: 'posts' }), 'posts');
});

test('globs include and exclude entries outside the posts and the drafts', () => {
  const folders = {
    ...DEFAULT_FOLDERS,
    entries: ['notes/**/*.md', './log/', 'day-*.{md,markdown}', '!**/old/**', '[a'],
  };
  const folder = (path: string) => entryFolderOf(path, folders);
  for (const path of ['notes/a.md', 'notes/2031/05/a.md', 'log/2031/a.markdown', 'day-1.md', 'day-1.markdown'])
    assert.equal(folder(path), 'entries', path);
  for (const path of [
    'notes/a.markdown',
    'notes/old/a.md',
    'a/notes/a.md',
    'days.md',
    'a/day-1.md',
    '/notes/a.md',
    '.log/a.md',
  ])
    assert.equal(folder(path), undefined, path);
  assert.equal(folder('notes/_posts/a.md'), 'posts');
  assert.deepEqual(globBaseFolders(folders.entries), ['notes', 'log', '']);
  assert.deepEqual(globBaseFolders(['a/b*/c/*.md', 'a.md']), ['a', '']);
});

test('an entry is a draft in the drafts folder, and elsewhere as long as it contains a TK', () => {
  assert.equal(stageOf('_drafts/a.md', 'Done.', DEFAULT_FOLDERS), 'draft');
  assert.equal(stageOf('_posts/a.md', 'TK/ more', DEFAULT_FOLDERS), 'published');
  assert.equal(stageOf('a.md', 'TK/ more', DEFAULT_FOLDERS), 'draft');
  const entries = ['notes/*.md'];
  assert.equal(stageOf('notes/a.md', 'TK/ more', { ...DEFAULT_FOLDERS, entries }), 'draft');
  assert.equal(stageOf('notes/a.md', 'Done.', { ...DEFAULT_FOLDERS, entries }), 'published');
  assert.equal(stageOf('a.md', 'More, TK10.', DEFAULT_FOLDERS), 'draft');
  assert.equal(stageOf('a.md', 'A TKO and the STK.', DEFAULT_FOLDERS), 'published');
});

test('a file name has a date and a number, one of them, or neither', () => {
  assert.deepEqual(parseFileName('2020-01-05-Day-1081.markdown'), { date: '2020-01-05', number: 1081 });
  assert.deepEqual(parseFileName('day-1081.markdown'), { date: undefined, number: 1081 });
  assert.deepEqual(parseFileName('2020-01-05-last-week.markdown'), { date: '2020-01-05', number: undefined });
  assert.deepEqual(parseFileName('notes.md'), { date: undefined, number: undefined });
});

test('a path ends with the file name, and that of an entry with a Markdown extension', () => {
  assert.deepEqual([fileNameOf('a/b.md'), fileNameOf('b.md')], ['b.md', 'b.md']);
  assert.deepEqual(['a.md', 'a.MARKDOWN', 'a.mdx', 'md'].map(isMarkdown), [true, true, false, false]);
});
