import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createNewsroom, readText, runDaybook } from '../testNewsroom.ts';

const TK = 'TK/ **A**.\n\nTK/ **B**.\n';
const NUMBERED = '1/ **A**.\n\n2/ **B**.\n';

test('sections are numbered in place, and changed files are listed', async () => {
  const root = createNewsroom({ '_drafts/a.md': TK, '_drafts/b.md': NUMBERED, '_posts/c.md': TK });
  assert.deepEqual(await runDaybook(root, 'number', '_drafts'), { status: 0, out: '_drafts/a.md\n', error: '' });
  assert.equal(readText(root, '_drafts/a.md'), NUMBERED);
  assert.equal(readText(root, '_posts/c.md'), TK);
  assert.deepEqual(await runDaybook(root, 'number', '_drafts'), { status: 0, out: '', error: '' });
  assert.deepEqual(readdirSync(join(root, '_drafts')), ['a.md', 'b.md'], 'no temporary files are left');
});

test('paths are printed relative to the root, from wherever the command runs', async () => {
  const root = createNewsroom({ '_drafts/a.md': TK });
  assert.equal((await runDaybook(join(root, '_drafts'), 'number', 'a.md')).out, '_drafts/a.md\n');
  writeFileSync(join(root, '_drafts/a.md'), TK);
  const elsewhere = createNewsroom();
  assert.equal((await runDaybook(elsewhere, 'number', '--root', root, '_drafts/a.md')).out, '_drafts/a.md\n');
});

test('--dry-run prints the changes and makes none', async () => {
  const root = createNewsroom({ '_drafts/a.md': TK });
  const { status, out } = await runDaybook(root, 'number', '--dry-run', '_drafts/a.md');
  assert.deepEqual([status, out], [0, '_drafts/a.md\n  line 1: TK/ → 1/\n  line 3: TK/ → 2/\n']);
  assert.equal(readText(root, '_drafts/a.md'), TK);
});

test('a file keeps its mode, and a symbolic link stays a link', async () => {
  const root = createNewsroom({ '_drafts/a.md': TK, 'b.md': TK });
  chmodSync(join(root, '_drafts/a.md'), 0o640);
  symlinkSync(join(root, 'b.md'), join(root, '_drafts/b.md'));
  assert.equal((await runDaybook(root, 'number', '_drafts')).status, 0);
  assert.equal(statSync(join(root, '_drafts/a.md')).mode & 0o777, 0o640);
  assert.ok(lstatSync(join(root, '_drafts/b.md')).isSymbolicLink());
  assert.equal(readText(root, 'b.md'), NUMBERED);
});

test('a file in another encoding is left unchanged, and the others are numbered', async () => {
  const root = createNewsroom({ '_drafts/b.md': TK });
  const latin = Buffer.from('TK/ **Caf\xe9**.\n', 'latin1');
  writeFileSync(join(root, '_drafts/a.md'), latin);
  const { status, out, error } = await runDaybook(root, 'number', '_drafts');
  assert.deepEqual([status, out], [2, '_drafts/b.md\n']);
  assert.match(error, /^_drafts\/a\.md is not UTF-8.*\n$/);
  assert.ok(Buffer.from(readText(root, '_drafts/b.md')).equals(Buffer.from(NUMBERED)));
});

test('a missing path or file is reported in one line', async () => {
  const root = createNewsroom();
  for (const args of [[], ['nowhere.md'], ['--format', 'json', '.']]) {
    const { status, out, error } = await runDaybook(root, 'number', ...args);
    assert.deepEqual([status, out, error.split('\n').length], [2, '', 2]);
  }
});
