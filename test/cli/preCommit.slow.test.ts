import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { createNewsroom, readText } from './testNewsroom.ts';

const BROKEN = '1/ **Head**. one.Two. ([Herald](https://herald.example/a)\n';
const FIXED = '1/ **Head**. one. Two. ([Herald](https://herald.example/a))\n';
/** Settings that make commits possible, whatever those of the user are. */
const GIT = ['-c', 'user.name=Daybook', '-c', 'user.email=daybook@herald.example', '-c', 'commit.gpgsign=false'];
const absent = spawnSync('pre-commit', ['--version']).status !== 0 && 'the program pre-commit is not installed';

test('the hooks work from the tag of a release, in the pre-commit program itself', { skip: absent }, () => {
  const project = releasedProject();
  const root = createNewsroom({
    '_drafts/day-1.markdown': BROKEN,
    '_drafts/$(touch x); a b.markdown': BROKEN,
    'README.md': BROKEN,
    '.pre-commit-config.yaml': configOf(project, 'daybook'),
  });
  git(root, 'init', '--quiet');
  git(root, 'add', '.');

  const checked = preCommit(root);
  assert.equal(checked.status, 1, checked.stdout + checked.stderr);
  assert.match(checked.stdout, /^daybook check\.+Failed$/m);
  assert.match(checked.stdout, /_drafts\/day-1\.markdown:1:24 error The citation group is not closed\./);
  assert.match(checked.stdout, /in 2 entries\.$/m);
  assert.equal(readText(root, '_drafts/day-1.markdown'), BROKEN);

  writeFileSync(join(root, '.pre-commit-config.yaml'), configOf(project, 'daybook-fix'));
  git(root, 'add', '.');
  const fixed = preCommit(root);
  assert.match(fixed.stdout, /files were modified by this hook/);
  assert.equal(readText(root, '_drafts/day-1.markdown'), FIXED);
  assert.equal(readText(root, 'README.md'), BROKEN);

  writeFileSync(join(root, '.pre-commit-config.yaml'), configOf(project, 'daybook'));
  git(root, 'add', '.');
  const passed = preCommit(root);
  assert.equal(passed.status, 0, passed.stdout + passed.stderr);
  assert.match(passed.stdout, /^daybook check\.+Passed$/m);
  assert.equal(git(root, 'ls-files', '--others'), '', 'no file name was run as a command');
});

/** A repository with the files that hooks need, tagged as a release is. Its commits hold no build: only the tag does. */
function releasedProject(): string {
  const folder = createNewsroom({ '.gitignore': 'dist/\n' });
  for (const file of ['package.json', '.pre-commit-hooks.yaml', 'action.yml']) copyFileSync(file, join(folder, file));
  git(folder, 'init', '--quiet');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '--message', 'Release');
  mkdirSync(join(folder, 'dist'));
  copyFileSync('dist/cli.js', join(folder, 'dist/cli.js'));
  writeFileSync(join(folder, 'dist/ThirdPartyNotices.txt'), '');
  chmodSync(join(folder, 'dist/cli.js'), 0o644); // the tag makes it executable
  const identity = { GIT_AUTHOR_NAME: 'Daybook', GIT_AUTHOR_EMAIL: 'daybook@herald.example' };
  execFileSync(process.execPath, [resolve('scripts/tagRelease.mjs'), '--repository', folder], {
    env: {
      ...process.env,
      ...identity,
      GIT_COMMITTER_NAME: identity.GIT_AUTHOR_NAME,
      GIT_COMMITTER_EMAIL: identity.GIT_AUTHOR_EMAIL,
    },
  });
  assert.equal(git(folder, 'ls-files', 'dist'), '');
  assert.equal(git(folder, 'status', '--porcelain'), '');
  return folder;
}

function configOf(project: string, hook: string): string {
  const { version } = JSON.parse(readText(project, 'package.json')) as { readonly version: string };
  return `repos:\n  - repo: ${project}\n    rev: v${version}\n    hooks:\n      - id: ${hook}\n`;
}

function preCommit(cwd: string) {
  const env = { ...process.env, PRE_COMMIT_HOME: join(cwd, '.git/pre-commit'), PRE_COMMIT_COLOR: 'never' };
  return spawnSync('pre-commit', ['run', '--all-files'], { cwd, env, encoding: 'utf8' });
}

function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', [...GIT, ...args], { cwd, encoding: 'utf8' }).trim();
}
