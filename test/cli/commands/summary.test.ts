import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createNewsroom, runDaybook } from '../testNewsroom.ts';

const DRAFT =
  '---\ntitle: Day 2\n---\n\nTK/ **The mayor left**.\n\nTK/ **Marigold sank**.\n\npoll/ **Insurers paid 5%**.\n';
const POST = '1/ **Head**. He said the Marigold is old and insurers know.\n';

test('only the sentence is printed, with names capitalized as in the archive', async () => {
  const root = createNewsroom({ '_drafts/day-2.md': DRAFT, '_posts/2026-03-16-day-1.md': POST });
  const out = 'The mayor left; Marigold sank; and insurers paid 5%.\n';
  assert.deepEqual(await runDaybook(root, 'summary', '_drafts/day-2.md'), { status: 0, out, error: '' });
  assert.equal((await runDaybook(createNewsroom(), 'summary', '--root', root, '_drafts/day-2.md')).out, out);
});

test('an entry may be outside any newsroom', async () => {
  const root = createNewsroom({ 'day.md': DRAFT });
  assert.equal(
    (await runDaybook(root, 'summary', 'day.md')).out,
    'The mayor left; Marigold sank; and Insurers paid 5%.\n',
  );
});

test('an entry without headlines, a missing file or several entries are reported in one line', async () => {
  const root = createNewsroom({ '_drafts/a.md': 'Text.\n', '_drafts/b.md': DRAFT });
  for (const args of [[], ['_drafts'], ['_drafts/a.md'], ['_drafts/a.md', '_drafts/b.md'], ['nowhere.md']]) {
    const { status, out, error } = await runDaybook(root, 'summary', ...args);
    assert.deepEqual([status, out, error.split('\n').length], [2, '', 2], args.join(' '));
  }
});
