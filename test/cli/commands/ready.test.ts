import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daybook, newsroom, reported } from '../newsroom.ts';

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

test('what is left is printed, and the status tells', async () => {
  const root = newsroom({ '_drafts/day-1.markdown': DRAFT });
  const { status, out, error } = await daybook(root, 'ready', '_drafts/day-1.markdown');
  assert.deepEqual([status, error], [1, '']);
  assert.match(out, /^_drafts\/day-1\.markdown:9:1 error This label has no number yet\. placeholder\n/);
  assert.match(out, /\n1 error in 1 entry\.\n$/);
});

test('json has the form that check has', async () => {
  const root = newsroom({ '_drafts/day-1.markdown': DRAFT });
  const { status, out } = await daybook(root, 'ready', '_drafts/day-1.markdown', '--format', 'json');
  const [entry, ...more] = reported(out);
  assert.deepEqual([status, entry?.path, more], [1, '_drafts/day-1.markdown', []]);
  assert.deepEqual(
    entry?.problems.map(({ rule, severity, start, fix }) => ({ rule, severity, start, fix })),
    [{ rule: 'placeholder', severity: 'error', start: { line: 9, column: 1 }, fix: null }],
  );
});

test('an entry that is done is ready', async () => {
  const root = newsroom({ '_drafts/day-1.markdown': DONE });
  const text = await daybook(root, 'ready', '_drafts/day-1.markdown');
  assert.deepEqual(text, { status: 0, out: '_drafts/day-1.markdown is ready.\n', error: '' });
  const json = await daybook(root, 'ready', '_drafts/day-1.markdown', '--format', 'json');
  assert.deepEqual([json.status, reported(json.out)], [0, [{ path: '_drafts/day-1.markdown', problems: [] }]]);
});

test('without a path, or with a format that is none, it says so', async () => {
  const root = newsroom({ '_drafts/day-1.markdown': DONE });
  for (const args of [[], ['nowhere.md'], ['_drafts/day-1.markdown', '--format', 'sarif']]) {
    const { status, out, error } = await daybook(root, 'ready', ...args);
    assert.deepEqual([status, out, error.split('\n').length], [2, '', 2]);
  }
});
