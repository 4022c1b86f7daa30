import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createNewsroom, readText, runDaybook } from './testNewsroom.ts';

const UNCLOSED = 'TK/ **Head**. one.Two. ([Herald](https://herald.example/a)\n';

test('the exit status is 0 without problems at or above --fail-on, 1 with one, and 2 if the command could not run', async () => {
  const root = createNewsroom({
    '_drafts/day-1.markdown': UNCLOSED,
    '_drafts/day-2.markdown': 'TK/ **Head**. one.Two. ([A](https://a.example/))\n',
  });
  assert.equal((await runDaybook(root, 'check')).status, 1);
  assert.equal((await runDaybook(root, 'check', '_drafts/day-2.markdown')).status, 0);
  assert.equal((await runDaybook(root, 'check', '_drafts/day-2.markdown', '--fail-on', 'warning')).status, 1);
  assert.equal((await runDaybook(root, 'check', '_drafts/day-2.markdown', '--fail-on', 'hint')).status, 1);
  for (const wrong of [
    ['nowhere.md'],
    ['--format', 'xml'],
    ['--fail-on', 'loud'],
    ['--rule', 'no-rule=off'],
    ['--rule', 'date'],
    ['--rule', 'date=loud'],
    ['--unknown'],
    ['--root', 'nowhere'],
  ]) {
    const { status, out, error } = await runDaybook(root, 'check', ...wrong);
    assert.deepEqual([status, out, error.split('\n').length], [2, '', 2], wrong.join(' '));
  }
  for (const wrong of [['chekc'], ['constructor'], []]) {
    const { status, out, error } = await runDaybook(root, ...wrong);
    assert.deepEqual([status, out, error.split('\n').length], [2, '', 2], wrong.join(' '));
  }
});

test('--help runs nothing', async () => {
  const root = createNewsroom({ '_drafts/day-1.markdown': UNCLOSED });
  for (const args of [
    ['check', '--fix', '--help'],
    ['help', 'check'],
  ])
    assert.match((await runDaybook(root, ...args)).out, /^Usage: daybook check /);
  assert.equal((await runDaybook(root, 'help', 'chekc')).status, 2);
  assert.equal(readText(root, '_drafts/day-1.markdown'), UNCLOSED);
  assert.match((await runDaybook(root, '--version')).out, /^\d+\.\d+\.\d+\n$/);
});
