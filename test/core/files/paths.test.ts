import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datedName } from '../../../src/core/entry/fileName.ts';
import { foldersOf } from '../../../src/core/files/globs.ts';
import { FOLDERS, fileNameOf, folderOf, isMarkdown, stageOf } from '../../../src/core/files/paths.ts';

test('an entry lies among the posts or the drafts, however deep, and in the innermost of them', () => {
  assert.equal(folderOf('_posts/2026-03-16-day-71.markdown', FOLDERS), 'posts');
  assert.equal(folderOf('_drafts/later/day-71.markdown', FOLDERS), 'drafts');
  assert.equal(folderOf('/home/log/_drafts/day-71.markdown', FOLDERS), 'drafts');
  assert.equal(folderOf('_posts/_drafts/day-71.markdown', FOLDERS), 'drafts');
  assert.equal(folderOf('log/_drafts.old/day-71.markdown', FOLDERS), undefined);
  assert.equal(folderOf('_posts', FOLDERS), undefined);
  assert.equal(folderOf('log/posts/a.md', { ...FOLDERS, posts: 'posts' }), 'posts');
});

test('globs take in entries beside the posts and the drafts, and leave out', () => {
  const folders = { ...FOLDERS, entries: ['notes/**/*.md', './log/', 'day-*.{md,markdown}', '!**/old/**', '[a'] };
  const folder = (path: string) => folderOf(path, folders);
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
  assert.deepEqual(foldersOf(folders.entries), ['notes', 'log', '']);
  assert.deepEqual(foldersOf(['a/b*/c/*.md', 'a.md']), ['a', '']);
});

test('an entry is a draft among the drafts, and elsewhere while it holds a TK', () => {
  assert.equal(stageOf('_drafts/a.md', 'Done.', FOLDERS), 'draft');
  assert.equal(stageOf('_posts/a.md', 'TK/ more', FOLDERS), 'published');
  assert.equal(stageOf('a.md', 'TK/ more', FOLDERS), 'draft');
  const entries = ['notes/*.md'];
  assert.equal(stageOf('notes/a.md', 'TK/ more', { ...FOLDERS, entries }), 'draft');
  assert.equal(stageOf('notes/a.md', 'Done.', { ...FOLDERS, entries }), 'published');
  assert.equal(stageOf('a.md', 'More, TK10.', FOLDERS), 'draft');
  assert.equal(stageOf('a.md', 'A TKO and the STK.', FOLDERS), 'published');
});

test('the name of a file says its date and its number, or one of them, or neither', () => {
  assert.deepEqual(datedName('2020-01-05-Day-1081.markdown'), { date: '2020-01-05', number: 1081 });
  assert.deepEqual(datedName('day-1081.markdown'), { date: undefined, number: 1081 });
  assert.deepEqual(datedName('2020-01-05-last-week.markdown'), { date: '2020-01-05', number: undefined });
  assert.deepEqual(datedName('notes.md'), { date: undefined, number: undefined });
});

test('a path ends with a name, and that of an entry with the ending of Markdown', () => {
  assert.deepEqual([fileNameOf('a/b.md'), fileNameOf('b.md')], ['b.md', 'b.md']);
  assert.deepEqual(['a.md', 'a.MARKDOWN', 'a.mdx', 'md'].map(isMarkdown), [true, true, false, false]);
});
