import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

// A number beyond 31 bits in a field named `from` or `to`, a time for example, is enough for the engine to keep these fields of all
// objects alike as boxed numbers from then on, and every offset in every tree with them: an archive takes a tenth longer to check.
test('no object has a large number where spans have offsets', () => {
  // The baseline compiler of Node 22's V8 crashes while it traces.
  const traced = [
    '--no-sparkplug',
    '--trace-generalization',
    'dist/cli.js',
    'check',
    '--root',
    'samples',
    '--fail-on',
    'error',
  ];
  const { stdout, status } = spawnSync(process.execPath, traced, { encoding: 'utf8' });
  assert.ok(status === 0 || status === 1, 'the flag is known, and the newsroom checked');
  assert.match(stdout, /\[generalizing\]/, 'the engine tells of fields');
  assert.deepEqual(stdout.match(/\[generalizing\](?:from|to):s\{[^}[]*\}->d.*/g) ?? [], []);
});
