import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daybook, newsroom } from '../newsroom.ts';

const DRAFT =
  '---\ntitle: Day 2\n---\n\nTK/ **The mayor left**.\n\nTK/ **Marigold sank**.\n\npoll/ **Insurers paid 5%**.\n';
const POST = '1/ **Head**. He said the Marigold is old and insurers know.\n';

test('the sentence alone is printed, with names as the archive has them', async () => {
  const root = newsroom({ '_drafts/day-2.md': DRAFT, '_posts/2026-03-16-day-1.md': POST });
  const out = 'The mayor left; Marigold sank; and insurers paid 5%.\n';
  assert.deepEqual(await daybook(root, 'summary', '_drafts/day-2.md'), { status: 0, out, error: '' });
  assert.equal((await daybook(newsroom(), 'summary', '--root', root, '_drafts/day-2.md')).out, out);
});

test('an entry may lie outside any newsroom', async () => {
  const root = newsroom({ 'day.md': DRAFT });
  assert.equal(
    (await daybook(root, 'summary', 'day.md')).out,
    'The mayor left; Marigold sank; and Insurers paid 5%.\n',
  );
});

test('where there is nothing to make a sentence of, it says so', async () => {
  const root = newsroom({ '_drafts/a.md': 'Text.\n', '_drafts/b.md': DRAFT });
  for (const args of [[], ['_drafts'], ['_drafts/a.md'], ['_drafts/a.md', '_drafts/b.md'], ['nowhere.md']]) {
    const { status, out, error } = await daybook(root, 'summary', ...args);
    assert.deepEqual([status, out, error.split('\n').length], [2, '', 2], args.join(' '));
  }
});
