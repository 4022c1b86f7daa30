import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { daybook, newsroom, read } from '../newsroom.ts';

const TK = 'TK/ **A**.\n\nTK/ **B**.\n';
const NUMBERED = '1/ **A**.\n\n2/ **B**.\n';

test('files are numbered in place, and the changed ones are named', async () => {
  const root = newsroom({ '_drafts/a.md': TK, '_drafts/b.md': NUMBERED, '_posts/c.md': TK });
  assert.deepEqual(await daybook(root, 'number', '_drafts'), { status: 0, out: '_drafts/a.md\n', error: '' });
  assert.equal(read(root, '_drafts/a.md'), NUMBERED);
  assert.equal(read(root, '_posts/c.md'), TK);
  assert.deepEqual(await daybook(root, 'number', '_drafts'), { status: 0, out: '', error: '' });
  assert.deepEqual(readdirSync(join(root, '_drafts')), ['a.md', 'b.md'], 'nothing is left beside them');
});

test('paths are relative to the root, however they are given', async () => {
  const root = newsroom({ '_drafts/a.md': TK });
  assert.equal((await daybook(join(root, '_drafts'), 'number', 'a.md')).out, '_drafts/a.md\n');
  writeFileSync(join(root, '_drafts/a.md'), TK);
  const elsewhere = newsroom();
  assert.equal((await daybook(elsewhere, 'number', '--root', root, '_drafts/a.md')).out, '_drafts/a.md\n');
});

test('--dry-run says what would change, and changes nothing', async () => {
  const root = newsroom({ '_drafts/a.md': TK });
  const { status, out } = await daybook(root, 'number', '--dry-run', '_drafts/a.md');
  assert.deepEqual([status, out], [0, '_drafts/a.md\n  line 1: TK/ → 1/\n  line 3: TK/ → 2/\n']);
  assert.equal(read(root, '_drafts/a.md'), TK);
});

test('a file keeps its mode, and a link stays one', async () => {
  const root = newsroom({ '_drafts/a.md': TK, 'b.md': TK });
  chmodSync(join(root, '_drafts/a.md'), 0o640);
  symlinkSync(join(root, 'b.md'), join(root, '_drafts/b.md'));
  assert.equal((await daybook(root, 'number', '_drafts')).status, 0);
  assert.equal(statSync(join(root, '_drafts/a.md')).mode & 0o777, 0o640);
  assert.ok(lstatSync(join(root, '_drafts/b.md')).isSymbolicLink());
  assert.equal(read(root, 'b.md'), NUMBERED);
});

test('a file in another encoding is left as it is, and the others are numbered', async () => {
  const root = newsroom({ '_drafts/b.md': TK });
  const latin = Buffer.from('TK/ **Caf\xe9**.\n', 'latin1');
  writeFileSync(join(root, '_drafts/a.md'), latin);
  const { status, out, error } = await daybook(root, 'number', '_drafts');
  assert.deepEqual([status, out], [2, '_drafts/b.md\n']);
  assert.match(error, /^_drafts\/a\.md is not UTF-8.*\n$/);
  assert.ok(Buffer.from(read(root, '_drafts/b.md')).equals(Buffer.from(NUMBERED)));
});

test('without a path, or without a file there, it says so', async () => {
  const root = newsroom();
  for (const args of [[], ['nowhere.md'], ['--format', 'json', '.']]) {
    const { status, out, error } = await daybook(root, 'number', ...args);
    assert.deepEqual([status, out, error.split('\n').length], [2, '', 2]);
  }
});
