import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { corpusPath, noCorpus } from '../../support/corpus.ts';
import { createNewsroom, runDaybook } from '../testNewsroom.ts';

const POST = `---
title: Day 1
---

1/ **Head**. Text. ([The Vale Herald](https://valeherald.example/a) / [NPR](https://www.npr.org/a))
`;

test('addresses on the command line become one group', async () => {
  const { status, out, error } = await runDaybook(
    createNewsroom(),
    'cite',
    'https://www.reuters.com/a?utm_source=feed',
    'https://www.npr.org/b',
  );
  assert.deepEqual([status, error], [0, '']);
  assert.equal(out, '([Reuters](https://www.reuters.com/a) / [NPR](https://www.npr.org/b))\n');
});

test('outlets are named as in the archive and in the settings', async () => {
  const root = createNewsroom({
    '_posts/2031-01-20-day-1.markdown': POST,
    'daybook.json': '{ "outlets": { "npr.org": "Public Radio" }, "tracking": ["from", "!utm_id"] }',
  });
  const expected =
    '([The Vale Herald](https://valeherald.example/b) / [Public Radio](https://www.npr.org/b?utm_id=1))\n';
  const addresses = ['https://valeherald.example/b?from=mail', 'https://www.npr.org/b?utm_id=1'];
  assert.equal((await runDaybook(root, 'cite', ...addresses)).out, expected);
  assert.equal((await runDaybook('.', 'cite', '--root', root, ...addresses)).out, expected);
});

test('an invalid address is reported in one line', async () => {
  for (const wrong of [['nonsense'], ['https://www.npr.org/a', 'npr.org/b'], ['https://'], ['']]) {
    const { status, out, error } = await runDaybook(createNewsroom(), 'cite', ...wrong);
    assert.deepEqual([status, out, error], [2, '', `"${wrong.at(-1)}" is not an address\n`]);
  }
  for (const wrong of [
    [],
    ['--root', 'nowhere', 'https://www.npr.org/a'],
    ['--format', 'json', 'https://www.npr.org/a'],
  ]) {
    const { status, out, error } = await runDaybook(createNewsroom(), 'cite', ...wrong);
    assert.deepEqual([status, out, error.split('\n').length], [2, '', 2], wrong.join(' '));
  }
});

test('each line of standard input becomes a group, whatever white space separates its addresses', () => {
  const root = createNewsroom({ '_posts/2031-01-20-day-1.markdown': POST });
  const { status, stdout } = citeFromStdin(
    root,
    'https://www.reuters.com/a https://valeherald.example/b\r\n\n \thttps://www.npr.org/b\thttps://www.npr.org/b',
  );
  assert.equal(status, 0);
  assert.equal(
    stdout,
    '([Reuters](https://www.reuters.com/a) / [The Vale Herald](https://valeherald.example/b))\n\n([NPR](https://www.npr.org/b))\n',
  );
  assert.deepEqual(citeFromStdin(root, ''), { status: 0, stdout: '', stderr: '' });
  assert.deepEqual(citeFromStdin(root, 'https://www.npr.org/b\n\nhttps://www.npr.org/b nonsense\n'), {
    status: 2,
    stdout: '',
    stderr: 'daybook: line 3: "nonsense" is not an address\n',
  });
});

test('thousands of groups are named from a whole archive', { skip: noCorpus }, () => {
  const line = 'https://www.reuters.com/a https://apnews.com/b?utm_source=feed https://www.herald.example/c\n';
  const groups = citeFromStdin(corpusPath(), line.repeat(5000)).stdout.split('\n');
  assert.equal(groups.length, 5001);
  assert.equal(new Set(groups.slice(0, 5000)).size, 1);
});

function citeFromStdin(root: string, input: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(process.cwd(), 'dist/cli.js'), 'cite', '-'], {
    cwd: root,
    encoding: 'utf8',
    input,
  });
  return { status, stdout, stderr };
}
