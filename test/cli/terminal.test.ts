import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { usesColour } from '../../src/cli/terminal/usesColour.ts';
import { createNewsroom, runDaybook, runWith } from './testNewsroom.ts';

/** Clears the screen, sets the title of the window, is an 8-bit control sequence, deletes, and reverses the direction. */
const HOSTILE = '\u001b[2J\u001b]0;title\u0007\u009b31m\u007f\u202e';
const TITLE = `Day ${HOSTILE} 1`;
const ENTRY = `---\ntitle: "${TITLE}"\ndate: 2026-03-13 09:00:00 -0400\n---\n\nTK/ **He${HOSTILE}ad**. one.Two. ([He${HOSTILE}rald](https://herald.example/a)\n`;
const RAW = /(?![\t\n])[\p{Cc}\u202e]/u;

function hostileNewsroom(): string {
  const root = createNewsroom({ 'daybook.json': `{ "rules": { "he\\u001b[2Jad": "off" } }` });
  mkdirSync(join(root, '_drafts'));
  // File names may contain everything but slashes, except on Windows.
  const name = process.platform === 'win32' ? 'day-1.md' : `day-${HOSTILE}\n::error::1.md`;
  writeFileSync(join(root, '_drafts', name), ENTRY);
  writeFileSync(join(root, '_drafts', 'day-1.md'), ENTRY);
  return root;
}

for (const args of [
  ['check'],
  ['check', '--format', 'json'],
  ['check', '--format', 'github'],
  ['check', '--format', 'sarif'],
  ['ready', '_drafts'],
  ['stats'],
  ['stats', '--format', 'json'],
  ['profile'],
  ['profile', '--format', 'json'],
  ['number', '--dry-run', '_drafts'],
  ['render', '--format', 'json', '_drafts'],
  ['check', '--rule', `${HOSTILE}=off`],
  ['check', `\n${HOSTILE}.md`],
  [HOSTILE],
  ['check', '--format', HOSTILE],
]) {
  test(`daybook ${JSON.stringify(args.join(' '))} prints no control character of an entry, a file name, a setting or an argument`, async () => {
    const { out, error } = await runDaybook(hostileNewsroom(), ...args);
    assert.doesNotMatch(out, RAW);
    assert.doesNotMatch(error, RAW);
    assert.notEqual(out + error, '');
    assert.doesNotMatch(out + error, args.includes('github') ? /^::error::/m : /^\s*::/m);
  });
}

for (const args of [
  ['render', '--target', 'text', '_drafts/day-1.md'],
  ['render', '_drafts/day-1.md'],
  ['summary', '_drafts/day-1.md'],
]) {
  test(`daybook ${args.join(' ')} prints the text itself into a pipe, and no control character to a terminal`, async () => {
    const cwd = hostileNewsroom();
    assert.doesNotMatch((await runWith({ cwd, isTerminal: true }, ...args)).out, RAW);
    assert.match((await runWith({ cwd, isTerminal: false }, ...args)).out, RAW);
  });
}

test('a text report contains no workflow command, whatever an entry and its name contain', async () => {
  const root = createNewsroom({
    '_drafts/day-1.md': '::warning::one.Two ##[error]three.Four ##vso[task.complete]five.Six\n',
    '::add-mask::a.md': 'TK/ **Head**. one.Two.\n',
  });
  for (const args of [
    ['check', '--fail-on', 'hint', '_drafts/day-1.md'],
    ['check', '::add-mask::a.md'],
    ['check', '::error::b'],
  ]) {
    const { out, error } = await runDaybook(root, ...args);
    assert.notEqual(out + error, '');
    for (const line of (out + error).split('\n')) assert.doesNotMatch(line, /^\s*::|##\[|##vso\[/);
  }
});

test('colours follow NO_COLOR, FORCE_COLOR and the terminal', () => {
  assert.equal(usesColour({}, true), true);
  assert.equal(usesColour({}, false), false);
  assert.equal(usesColour({ NO_COLOR: '1' }, true), false);
  assert.equal(usesColour({ NO_COLOR: '' }, true), true);
  assert.equal(usesColour({ NO_COLOR: '1', FORCE_COLOR: '1' }, true), false);
  assert.equal(usesColour({ FORCE_COLOR: '1' }, false), true);
  assert.equal(usesColour({ FORCE_COLOR: '0' }, true), false);
  assert.equal(usesColour({ TERM: 'dumb' }, true), false);
});

test('the program prints colours if they are forced, and none with NO_COLOR', () => {
  const root = createNewsroom({ '_drafts/day-1.md': 'TK/ **Head**. one.Two.\n' });
  const check = (environment: NodeJS.ProcessEnv) =>
    spawnSync(process.execPath, [join(process.cwd(), 'dist/cli.js'), 'check'], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], ...environment },
    }).stdout;
  assert.ok(check({ FORCE_COLOR: '1' }).startsWith('\u001b[1m_drafts'));
  assert.doesNotMatch(check({ FORCE_COLOR: '1', NO_COLOR: '1' }), RAW);
  assert.doesNotMatch(check({}), RAW);
});
