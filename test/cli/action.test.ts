import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import yaml from 'js-yaml';
import { createNewsroom } from './testNewsroom.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: {
    readonly steps: readonly { readonly name?: string; readonly run?: string; readonly env?: object }[];
  };
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
}

const action = yaml.load(readFileSync('action.yml', 'utf8')) as Action;
const hooks = yaml.load(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly Hook[];
const UNCLOSED = 'TK/ **Head**. Text. ([Herald](https://herald.example/a)\n';

test('the action uses exactly its declared inputs, and passes them to the shell only in environment variables', () => {
  const used = new Set<string>();
  for (const { run, env } of action.runs.steps) {
    assert.doesNotMatch(run ?? '', /\$\{\{/);
    for (const value of Object.values(env ?? {}))
      used.add(String(value).replace(/^\$\{\{ inputs\.([\w-]+) \}\}$/, '$1'));
  }
  assert.deepEqual([...used].sort(), Object.keys(action.inputs).sort());
});

// The steps need bash, which Windows does not have.
if (process.platform !== 'win32') {
  test('the action annotates problems, and fails at the severity in fail-on', () => {
    const root = createNewsroom({ '_drafts/day-1.markdown': UNCLOSED });
    const failed = runCheckStep({}, root);
    assert.equal(failed.status, 1, failed.stderr);
    assert.match(
      failed.stdout,
      /^::error file=_drafts\/day-1\.markdown,line=1,.*::The citation group is not closed\.$/m,
    );
    const quiet = runCheckStep({ ARGS: '--rule=citation-unclosed=warning\n\n_drafts/day-1.markdown\n' }, root);
    assert.equal(quiet.status, 0, quiet.stderr);
    assert.match(quiet.stdout, /^::warning file=/m);
    assert.equal(runCheckStep({ ARGS: '$(touch here)' }, root).status, 2);
  });

  test('the paths of a newsroom inside a repository are relative to the repository', () => {
    const repository = createNewsroom({ 'the site/_drafts/day-1.markdown': UNCLOSED });
    assert.match(
      runCheckStep({ ROOT: 'the site' }, repository).stdout,
      /^::error file=the site\/_drafts\/day-1\.markdown,/m,
    );
    assert.match(runCheckStep({ ROOT: './the site/' }, repository).stdout, /^::error file=the site\/_drafts\//m);
  });
}

test('the hooks run the command of the package, only on entries', () => {
  const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly bin: Readonly<Record<string, string>>;
  };
  for (const { entry, files } of hooks) {
    const [command = '', ...args] = entry.split(' ');
    assert.equal(bin[command], 'dist/cli.js');
    assert.equal(args[0], 'check');
    const matches = (path: string) => new RegExp(files).test(path);
    assert.deepEqual(
      ['_posts/2026-01-02-day-1.markdown', 'site/_drafts/day-2.md', 'README.md', '_posts/picture.png'].map(matches),
      [true, true, false, false],
    );
  }
});

/** Runs the last step of the action with its defaults and some variables. */
function runCheckStep(variables: Readonly<Record<string, string>>, cwd: string) {
  const { run = '' } = action.runs.steps.at(-1) ?? {};
  const defaults = { ROOT: '.', FAIL_ON: action.inputs['fail-on']?.default, ARGS: action.inputs['args']?.default };
  const env = { ...process.env, GITHUB_ACTION_PATH: process.cwd(), ...defaults, ...variables };
  return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], { cwd, env, encoding: 'utf8' });
}
