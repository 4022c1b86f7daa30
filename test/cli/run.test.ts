import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daybook, newsroom, read } from './newsroom.ts';

const OPEN = 'TK/ **Head**. One.Two. ([Herald](https://herald.example/a)\n';

test('the status is 0 without findings as loud as --fail-on, 1 with one, 2 where it could not run', async () => {
  const root = newsroom({
    '_drafts/day-1.markdown': OPEN,
    '_drafts/day-2.markdown': 'TK/ **Head**. One.Two. ([A](https://a.example/))\n',
  });
  assert.equal((await daybook(root, 'check')).status, 1);
  assert.equal((await daybook(root, 'check', '_drafts/day-2.markdown')).status, 0);
  assert.equal((await daybook(root, 'check', '_drafts/day-2.markdown', '--fail-on', 'warning')).status, 1);
  assert.equal((await daybook(root, 'check', '_drafts/day-2.markdown', '--fail-on', 'hint')).status, 1);
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
    const { status, out, error } = await daybook(root, 'check', ...wrong);
    assert.deepEqual([status, out, error.split('\n').length], [2, '', 2], wrong.join(' '));
  }
  for (const wrong of [['chekc'], ['constructor'], []]) {
    const { status, out, error } = await daybook(root, ...wrong);
    assert.deepEqual([status, out, error.split('\n').length], [2, '', 2], wrong.join(' '));
  }
});

test('help is said where it is asked for, and runs nothing', async () => {
  const root = newsroom({ '_drafts/day-1.markdown': OPEN });
  for (const args of [['--help'], ['-h'], ['help'], ['check', '--fix', '--help'], ['new', '-h']]) {
    const { status, out, error } = await daybook(root, ...args);
    assert.deepEqual([status, error], [0, ''], args.join(' '));
    assert.match(out, /^daybook check .*\ndaybook render .*\ndaybook new /);
  }
  assert.equal(read(root, '_drafts/day-1.markdown'), OPEN);
  assert.match((await daybook(root, '--version')).out, /^\d+\.\d+\.\d+\n$/);
});
