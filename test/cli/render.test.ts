import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { daybook, newsroom } from './newsroom.ts';

const ENTRY = '---\ntitle: Day 1\n---\n\n1/ **Head**. "Quoted." {{ site.url }}\n';

test('the body is rendered, without front matter, for the site that it belongs to', async () => {
  const root = newsroom({ '_drafts/day-1.markdown': ENTRY, '_config.yml': 'url: "https://own.example" # ours\n' });
  const html = '<p>1/ <strong>Head</strong>. “Quoted.” https://own.example</p>\n';
  assert.deepEqual(await daybook(root, 'render', '_drafts/day-1.markdown'), { status: 0, out: html, error: '' });
  const json = await daybook(root, 'render', '_drafts', '--format', 'json');
  assert.equal(json.out, `${JSON.stringify({ path: '_drafts/day-1.markdown', html })}\n`);
});

test('without a path, or with an unknown target, it says so', async () => {
  const root = newsroom({ 'a.md': ENTRY });
  for (const args of [[], ['a.md', '--target', 'paper'], ['nowhere.md']]) {
    const { status, out, error } = await daybook(root, 'render', ...args);
    assert.deepEqual([status, out, error.split('\n').length], [2, '', 2]);
  }
});

test('the built command runs as a process of its own', () => {
  const root = newsroom({ '_drafts/day-1.markdown': ENTRY });
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(process.cwd(), 'dist/cli.js'), ...args], { cwd: root, encoding: 'utf8' });
  assert.match(run('render', '_drafts/day-1.markdown').stdout, /^<p>1\/ <strong>Head<\/strong>\. “Quoted\.”/);
  const { status, stderr } = run('nonsense');
  assert.deepEqual([status, stderr], [2, 'daybook: there is no command "nonsense"; there are check, render, new\n']);
  assert.equal(run('check').status, 0);
});
