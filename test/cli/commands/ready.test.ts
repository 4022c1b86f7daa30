import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkedEntries, createNewsroom, runDaybook } from '../testNewsroom.ts';

const DONE = `---
title: Day 1
date: 2026-03-16 09:00:00 -04:00
description: Done.
image: /uploads/1.jpg
todayInOneSentence: The mayor left.
---

1/ **The mayor left**. She did. ([Herald](https://herald.example/a))
`;
const DRAFT = DONE.replace('1/', 'TK/');

test('remaining problems are printed, and the exit status is 1', async () => {
  const root = createNewsroom({ '_drafts/day-1.markdown': DRAFT, 'uploads/1.jpg': '' });
  const { status, out, error } = await runDaybook(root, 'ready', '_drafts/day-1.markdown');
  assert.deepEqual([status, error], [1, '']);
  assert.match(out, /^_drafts\/day-1\.markdown:9:1 error TK: this section has no number yet\. placeholder\n/);
  assert.match(out, /\n1 error in 1 entry\.\n$/);
});

test('the JSON has the same form as that of check', async () => {
  const root = createNewsroom({ '_drafts/day-1.markdown': DRAFT, 'uploads/1.jpg': '' });
  const { status, out } = await runDaybook(root, 'ready', '_drafts/day-1.markdown', '--format', 'json');
  const [entry, ...otherEntries] = checkedEntries(out);
  assert.deepEqual([status, entry?.path, otherEntries], [1, '_drafts/day-1.markdown', []]);
  assert.deepEqual(
    entry?.problems.map(({ rule, severity, start, fix }) => ({ rule, severity, start, fix })),
    [{ rule: 'placeholder', severity: 'error', start: { line: 9, column: 1 }, fix: null }],
  );
});

test('an image whose file does not exist is a warning, in the folder of the site too', async () => {
  const outcomes = [];
  for (const files of [{}, { 'uploads/1.jpg': '' }, { '_config.yml': 'baseurl: /blog\n', 'uploads/1.jpg': '' }]) {
    const text = '_config.yml' in files ? DONE.replace('/uploads', '/blog/uploads') : DONE;
    const root = createNewsroom({ '_drafts/day-1.markdown': text, ...files });
    const { status, out } = await runDaybook(root, 'ready', '_drafts/day-1.markdown');
    outcomes.push([status, out.split('\n')[0]]);
  }
  assert.deepEqual(outcomes, [
    [1, '_drafts/day-1.markdown:5:8 warning Image not found: /uploads/1.jpg image'],
    [0, '_drafts/day-1.markdown is ready.'],
    [0, '_drafts/day-1.markdown is ready.'],
  ]);
});

test('an entry without text is not ready', async () => {
  for (const text of ['', 'hello\n', DONE.slice(0, DONE.indexOf('1/ '))]) {
    const root = createNewsroom({ '_drafts/day-1.markdown': text, 'uploads/1.jpg': '' });
    const { status, out } = await runDaybook(root, 'ready', '_drafts/day-1.markdown');
    assert.equal(status, 1);
    assert.match(out, /error The entry has no item with text yet\. section-empty\n/);
  }
});

test('a finished entry is ready', async () => {
  const root = createNewsroom({ '_drafts/day-1.markdown': DONE, 'uploads/1.jpg': '' });
  const text = await runDaybook(root, 'ready', '_drafts/day-1.markdown');
  assert.deepEqual(text, { status: 0, out: '_drafts/day-1.markdown is ready.\n', error: '' });
  const json = await runDaybook(root, 'ready', '_drafts/day-1.markdown', '--format', 'json');
  assert.deepEqual([json.status, checkedEntries(json.out)], [0, [{ path: '_drafts/day-1.markdown', problems: [] }]]);
});

test('a missing path or an unknown format is reported in one line', async () => {
  const root = createNewsroom({ '_drafts/day-1.markdown': DONE });
  for (const args of [[], ['nowhere.md'], ['_drafts/day-1.markdown', '--format', 'sarif']]) {
    const { status, out, error } = await runDaybook(root, 'ready', ...args);
    assert.deepEqual([status, out, error.split('\n').length], [2, '', 2]);
  }
});
