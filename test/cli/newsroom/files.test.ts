import assert from 'node:assert/strict';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkedEntries, createNewsroom, runDaybook } from '../testNewsroom.ts';

const UNCLOSED = 'TK/ **Head**. one.Two. ([Herald](https://herald.example/a)\n';
const CLEAN = '1/ **Head**. Text. ([Herald](https://herald.example/a))\n';

test('a file that is not UTF-8 is left unchanged', async () => {
  const root = createNewsroom({ '_drafts/day-1.markdown': '' });
  const bytes = Buffer.concat([Buffer.from(UNCLOSED), Buffer.from([0xe9, 0x0a])]);
  writeFileSync(join(root, '_drafts/day-1.markdown'), bytes);
  const { status, error } = await runDaybook(root, 'check', '--fix');
  assert.deepEqual([status, error], [2, '_drafts/day-1.markdown is not UTF-8; it was left unchanged\n']);
  assert.deepEqual(readFileSync(join(root, '_drafts/day-1.markdown')), bytes);
});

test('paths are relative to the root, from wherever the command runs; outside it they are absolute', async () => {
  const root = createNewsroom({ '_drafts/day-1.markdown': CLEAN, 'other/note.txt': '' });
  const outside = createNewsroom({ 'alone.md': CLEAN });
  const paths = async (cwd: string, ...args: string[]) =>
    checkedEntries((await runDaybook(cwd, 'check', '--format', 'json', ...args)).out).map(({ path }) => path);
  assert.deepEqual(await paths(root), ['_drafts/day-1.markdown']);
  assert.deepEqual(await paths(join(root, '_drafts'), 'day-1.markdown'), ['_drafts/day-1.markdown']);
  assert.deepEqual(await paths(join(root, 'other'), '--root', '..'), ['_drafts/day-1.markdown']);
  assert.deepEqual(await paths(outside, root), ['_drafts/day-1.markdown']);
  assert.deepEqual(await paths(root, '--root', '.', join(outside, 'alone.md')), [join(outside, 'alone.md')]);
});

test('a folder stands for its posts and drafts, without other Markdown files', async () => {
  const root = createNewsroom({
    'README.md': 'TK',
    '_drafts/a/day-1.md': CLEAN,
    '_posts/2026-03-16-day-2.markdown': CLEAN,
    'node_modules/x/_posts/y.md': CLEAN,
  });
  const entries = checkedEntries((await runDaybook(root, 'check', '--format', 'json')).out);
  assert.deepEqual(
    entries.map(({ path }) => path),
    ['_drafts/a/day-1.md', '_posts/2026-03-16-day-2.markdown'],
  );
});

test('symbolic links are followed, even in cycles; hidden files and broken links are skipped', async () => {
  const posts = createNewsroom({ '2026-03-16-day-2.markdown': CLEAN });
  const root = createNewsroom({
    '_drafts/day-1.md': CLEAN,
    '_drafts/.hidden.md': CLEAN,
    '_drafts/day-3.md/day-3.md': CLEAN,
  });
  symlinkSync(posts, join(root, '_posts'));
  symlinkSync(root, join(root, '_drafts/again'));
  symlinkSync(join(root, 'lost.md'), join(root, '_drafts/lost.md'));
  symlinkSync('somebody@machine', join(root, '_drafts/.#day-1.md'));
  const { status, out } = await runDaybook(root, 'check', '--format', 'json');
  assert.equal(status, 0);
  assert.deepEqual(
    checkedEntries(out).map(({ path }) => path),
    ['_drafts/day-1.md', '_drafts/day-3.md/day-3.md', '_posts/2026-03-16-day-2.markdown'],
  );
});

test('an unreadable configuration is ignored', async () => {
  const root = createNewsroom({ '_drafts/day-1.md': CLEAN, '_config.yml/file': '' });
  assert.equal((await runDaybook(root, 'check')).status, 0);
});

test('a file outside both folders is a draft while it contains TK', async () => {
  const root = createNewsroom({ 'draft.md': 'TK/ **Head**. Text.\n', 'done.md': '1/ **Head**. Text.\n' });
  const entries = checkedEntries((await runDaybook(root, 'check', '--format', 'json', 'draft.md', 'done.md')).out);
  assert.deepEqual(
    entries.map(({ problems }) => problems.find(({ rule }) => rule === 'citation-missing')?.severity),
    ['hint', 'error'],
  );
});

test('an entry that starts with a byte order mark is read like any other', async () => {
  const entry = (day: number, date: string) =>
    `\ufeff---\ntitle: Day ${day}\ndate: ${date} 09:00:00 -08:00\n---\n\n${CLEAN}`;
  const root = createNewsroom({
    '_posts/2026-03-02-monday.markdown': entry(57, '2026-03-02'),
    '_posts/2026-03-03-tuesday.markdown': entry(58, '2026-03-03'),
    '_posts/2026-03-04-wednesday.markdown': entry(59, '2026-03-04'),
    '_posts/2026-03-05-thursday.markdown': entry(61, '2026-03-05'),
  });
  const entries = checkedEntries((await runDaybook(root, 'check', '--format', 'json')).out);
  const wrong = entries.filter(({ problems }) => problems.some(({ rule }) => rule === 'day-number'));
  assert.deepEqual(
    wrong.map(({ path }) => path),
    ['_posts/2026-03-05-thursday.markdown'],
  );
});

test('a path that is given twice is checked once, and reports follow the order of the arguments', async () => {
  const root = createNewsroom({ '_drafts/day-1.md': CLEAN, '_drafts/day-2.md': CLEAN, '_drafts/day-3.md': CLEAN });
  const { out } = await runDaybook(
    root,
    'check',
    '--format',
    'json',
    '_drafts/day-2.md',
    '_drafts',
    './_drafts/day-2.md',
  );
  assert.deepEqual(
    checkedEntries(out).map(({ path }) => path),
    ['_drafts/day-2.md', '_drafts/day-1.md', '_drafts/day-3.md'],
  );
});
