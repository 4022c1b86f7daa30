import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datedName } from '../../src/core/entry/fileName.ts';
import { FOLDERS, fileNameOf, folderOf, isMarkdown, stageOf } from '../../src/core/paths.ts';

test('an entry lies among the posts or the drafts, however deep, and in the innermost of them', () => {
  assert.equal(folderOf('_posts/2026-03-16-day-71.markdown', FOLDERS), 'posts');
  assert.equal(folderOf('_drafts/later/day-71.markdown', FOLDERS), 'drafts');
  assert.equal(folderOf('/home/log/_drafts/day-71.markdown', FOLDERS), 'drafts');
  assert.equal(folderOf('_posts/_drafts/day-71.markdown', FOLDERS), 'drafts');
  assert.equal(folderOf('log/_drafts.old/day-71.markdown', FOLDERS), undefined);
  assert.equal(folderOf('_posts', FOLDERS), undefined);
  assert.equal(folderOf('log/posts/a.md', { posts: 'log/posts', drafts: 'log/drafts' }), 'posts');
});

test('an entry is a draft among the drafts, and elsewhere while it holds a TK', () => {
  assert.equal(stageOf('_drafts/a.md', 'Done.', FOLDERS), 'draft');
  assert.equal(stageOf('_posts/a.md', 'TK/ more', FOLDERS), 'published');
  assert.equal(stageOf('a.md', 'TK/ more', FOLDERS), 'draft');
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
