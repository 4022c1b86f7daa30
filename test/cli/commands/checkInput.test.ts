import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import type { ProcessContext } from '../../../src/cli/command.ts';
import { checkedEntries, createNewsroom, readText, runWith } from '../testNewsroom.ts';

const BROKEN = '1/ **Head**. one.Two. ([Herald](https://herald.example/a)\n';
const FIXED = '1/ **Head**. one. Two. ([Herald](https://herald.example/a))\n';

async function checkInput(input: string | Buffer, cwd: string, ...args: string[]) {
  const process: Partial<ProcessContext> = { cwd, readInput: () => Buffer.from(input) };
  return runWith(process, 'check', ...args);
}

test('standard input is checked as the entry that --stdin-filename names, which need not exist', async () => {
  const root = createNewsroom({ '_drafts/day-1.md': FIXED, '_posts/.keep': '' });
  for (const [path, severity] of [
    ['_drafts/day-1.md', 'hint'],
    ['_posts/2026-03-13-day-2.md', 'error'],
  ] as const) {
    const { status, out } = await checkInput(
      '1/ **Head**. Text.\n',
      root,
      '--format',
      'json',
      '--stdin-filename',
      path,
      '-',
    );
    const [entry, ...others] = checkedEntries(out);
    assert.deepEqual([entry?.path, others], [path, []]);
    assert.equal(entry?.problems.find(({ rule }) => rule === 'citation-missing')?.severity, severity);
    assert.equal(status, severity === 'error' ? 1 : 0);
  }
  assert.equal(readText(root, '_drafts/day-1.md'), FIXED);
});

test('with --fix, standard output is the fixed text alone, and standard error reports what remains', async () => {
  const root = createNewsroom({ '_posts/.keep': '' });
  const args = ['--fix', '--rule', 'front-matter-keys=error', '--stdin-filename', '_posts/2026-03-13-day-1.md', '-'];
  const { status, out, error } = await checkInput(BROKEN, root, ...args);
  assert.deepEqual([status, out], [1, FIXED]);
  assert.match(error, /^_posts\/2026-03-13-day-1\.md:1:1 error .* front-matter-keys/m);
  assert.match(error, /^\d problems fixed\.$/m);
  const again = await checkInput(FIXED, root, ...args);
  assert.equal(again.out, FIXED, 'a text without problems is printed, too');
  assert.equal((await checkInput('', root, ...args)).out, '');
  assert.equal((await checkInput(`\ufeff${FIXED}`, root, ...args)).out, `\ufeff${FIXED}`);
  assert.deepEqual(readdirSync(root), ['_posts'], 'nothing was written');
});

test('an input in another encoding is not printed: it would lose characters', async () => {
  const root = createNewsroom({ '_drafts/.keep': '' });
  for (const input of [Buffer.from([...Buffer.from(BROKEN), 0xe9, 0x0a]), Buffer.from(`\ufeff${BROKEN}`, 'utf16le')]) {
    const { status, out, error } = await checkInput(input, root, '--fix', '--stdin-filename', '_drafts/day-1.md', '-');
    assert.deepEqual([status, out], [2, '']);
    assert.match(error, /UTF-/);
  }
});

test('- and --stdin-filename need each other, and no other path', async () => {
  const root = createNewsroom({ '_drafts/day-1.md': FIXED });
  for (const args of [
    ['-'],
    ['--stdin-filename', '_drafts/day-1.md'],
    ['--stdin-filename', '_drafts/day-1.md', '-', '_drafts'],
    ['--stdin-filename', '_drafts/day-1.md', '_drafts'],
  ]) {
    const { status, out, error } = await checkInput(FIXED, root, ...args);
    assert.deepEqual([status, out, error.split('\n').length], [2, '', 2], args.join(' '));
  }
});
