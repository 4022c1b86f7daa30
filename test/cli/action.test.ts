import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import yaml from 'js-yaml';
import { createNewsroom } from './testNewsroom.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

const action = yaml.load(readFileSync('action.yml', 'utf8')) as Action;
const UNCLOSED = 'TK/ **Head**. Text. ([Herald](https://herald.example/a)\n';

test('the action runs a script that exists, and no shell', () => {
  assert.deepEqual(Object.keys(action.runs).sort(), ['main', 'using']);
  assert.match(action.runs.using, /^node\d+$/);
  assert.ok(existsSync(action.runs.main));
  const used = readFileSync(action.runs.main, 'utf8').matchAll(/\binput\('([\w-]+)'\)/g);
  assert.deepEqual([...new Set(Array.from(used, ([, name]) => name))].sort(), Object.keys(action.inputs).sort());
});

test('the action annotates problems, and fails at the severity in fail-on', () => {
  const root = createNewsroom({ '_drafts/day-1.markdown': UNCLOSED });
  const failed = runAction({}, root);
  assert.equal(failed.status, 1, failed.stderr);
  assert.match(failed.stdout, /^::error file=_drafts\/day-1\.markdown,line=1,.*::The citation group is not closed\.$/m);
  const quiet = runAction({ args: '--rule=citation-unclosed=warning\r\n\n  _drafts/day-1.markdown\n' }, root);
  assert.equal(quiet.status, 0, quiet.stderr);
  assert.match(quiet.stdout, /^::warning file=/m);
  assert.equal(runAction({ args: '--rule=citation-unclosed=warning', 'fail-on': 'warning' }, root).status, 1);
});

test('the paths of a newsroom inside a repository are relative to the repository', () => {
  const repository = createNewsroom({ '.git/HEAD': '', 'the site/_drafts/day-1.markdown': UNCLOSED });
  for (const root of ['the site', './the site/', resolve(repository, 'the site')])
    assert.match(runAction({ root }, repository).stdout, /^::error file=the site\/_drafts\/day-1\.markdown,/m);
});

for (const hostile of [
  'ok|;e touch x #',
  '$(touch x)',
  '`touch x`',
  '"; touch x; "',
  "'; touch x; '",
  '| touch x',
  '--help',
  '--root=.',
  '\u001b]0;x\u0007',
  '::add-mask::x',
]) {
  test(`the input ${JSON.stringify(hostile)} is text, whichever input it is`, () => {
    const cwd = createNewsroom({ '_drafts/day-1.markdown': UNCLOSED });
    for (const name of ['root', 'fail-on', 'args']) {
      if (name === 'args' && hostile.startsWith('--')) continue; // arguments may be options
      const { status, stdout, stderr } = runAction({ [name]: hostile }, cwd);
      assert.deepEqual([status, stdout], [2, ''], name);
      assert.match(stderr, /^daybook: \P{Cc}+\n$/u);
    }
    assert.deepEqual(readdirSync(cwd), ['_drafts']);
  });
}

test('a newsroom with a hostile name is checked', () => {
  if (process.platform === 'win32') return; // such names are impossible there
  const name = 'ok|;e touch x #';
  const cwd = createNewsroom({ '.git/HEAD': '', [`${name}/_drafts/day-1.markdown`]: UNCLOSED });
  const { stdout, status } = runAction({ root: name }, cwd);
  assert.equal(status, 1);
  assert.match(stdout, /^::error file=ok\|;e touch x #\/_drafts\/day-1\.markdown,/m);
  assert.deepEqual(readdirSync(cwd).sort(), ['.git', name]);
});

/** Runs the action as GitHub does, with its default inputs and some others. */
function runAction(inputs: Readonly<Record<string, string>>, cwd: string) {
  const variables = Object.keys(action.inputs).map((name) => [
    `INPUT_${name.toUpperCase()}`,
    inputs[name] ?? action.inputs[name]?.default,
  ]);
  const env = { ...process.env, ...Object.fromEntries(variables) };
  return spawnSync(process.execPath, [join(process.cwd(), action.runs.main)], { cwd, env, encoding: 'utf8' });
}
