import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createNewsroom, runDaybook } from '../testNewsroom.ts';

const ONE =
  '---\ntitle: Day 1\ndate: 2026-03-16 09:00:00 -04:00\n---\n\n1/ **The mayor left**. ([Herald](https://herald.example/a) / [KXYZ](https://kxyz.example/b))\n';
const TWO =
  '---\ntitle: Day 2\ndate: 2026-03-17 09:00:00 -04:00\n---\n\nTK/ **A ferry sank**. ([KXYZ](https://kxyz.example/c))\n\npoll/ **TK**.\n';

test('figures are printed for each entry and in total, with outlets', async () => {
  const root = createNewsroom({ '_posts/2026-03-16-day-1.md': ONE, '_drafts/day-2.md': TWO });
  const { status, out, error } = await runDaybook(root, 'stats');
  assert.deepEqual([status, error], [0, '']);
  const lines = out.split('\n');
  assert.match(lines[0] ?? '', /^_drafts\/day-2\.md: 7 words, 1 min, 1 section, 1 poll, 1 citation, 1 outlet, 2 TK/);
  assert.match(lines[1] ?? '', /^_posts\/2026-03-16-day-1\.md: 7 words, 1 min, 1 section, 2 citations, 2 outlets/);
  assert.match(lines[2] ?? '', /^2 entries: 14 words, 1 min, 2 sections, 1 poll, 3 citations, 2 outlets, 2 TK/);
  assert.deepEqual(lines.slice(3), ['  2  KXYZ', '  1  Herald', '']);
});

test('a single entry has no total', async () => {
  const root = createNewsroom({ '_posts/2026-03-16-day-1.md': ONE });
  const { out } = await runDaybook(root, 'stats', '_posts/2026-03-16-day-1.md');
  assert.deepEqual(out.split('\n').slice(1), ['  1  Herald', '  1  KXYZ', '']);
});

test('the JSON has all figures', async () => {
  const root = createNewsroom({ '_drafts/day-2.md': TWO });
  const { out } = await runDaybook(root, 'stats', '--format', 'json');
  const { version, entries, total } = JSON.parse(out);
  const [entry] = entries;
  assert.deepEqual(
    [version, entries.length, entry.path, entry.title, total.entries],
    [1, 1, '_drafts/day-2.md', 'Day 2', 1],
  );
  assert.deepEqual([entry.words, entry.minutes, entry.citations, entry.tk], [7, 1, 1, 2]);
  assert.deepEqual(entry.items, { sections: 1, polls: 1, bullets: 0, notables: 0 });
  assert.deepEqual(entry.outlets, [{ name: 'KXYZ', count: 1 }]);
  assert.deepEqual(Object.keys(entry.problems), ['error', 'warning', 'info', 'hint']);
  assert.equal(total.tk, 2);
});

test('an empty newsroom has no entries, and a missing path is reported', async () => {
  const root = createNewsroom();
  const { status, out } = await runDaybook(root, 'stats');
  assert.deepEqual([status, out.split('\n').length], [0, 2]);
  const missing = await runDaybook(root, 'stats', 'nowhere.md');
  assert.deepEqual([missing.status, missing.out, missing.error], [2, '', 'there is no nowhere.md\n']);
});
