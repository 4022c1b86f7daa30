import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

test('a silent step is ended, and the last test that started is named', () => {
  const { failed, output } = run("console.log('##test reads the archive'); setInterval(() => {}, 1000);", {
    idleMs: 300,
  });
  assert.equal(failed, 1);
  assert.match(output, /^Ended after .* without output\. Last test started: (?:reads the archive|none)$/m);
});

test('a step without a result or without a passed test fails', () => {
  assert.equal(run('').failed, 1);
  assert.equal(run(result({ passed: 0, failed: 0 })).failed, 1);
  assert.equal(run(`${result({ passed: 2, failed: 0 })} process.exitCode = 1;`).failed, 1);
  assert.deepEqual(
    [run(result({ passed: 2, failed: 0 })).passed, run(result({ passed: 2, failed: 0 })).failed],
    [2, 0],
  );
});

test('a step that does not count tests fails only by its exit code', () => {
  const countsTests = false;
  assert.deepEqual([run('', { countsTests }).passed, run('', { countsTests }).failed], [0, 0]);
  assert.equal(run('process.exitCode = 3;', { countsTests }).failed, 1);
});

function result(counts: object): string {
  return `console.log('##result ${JSON.stringify(counts)}');`;
}

/** Runs a step whose command is some code. It runs in its own process, in the project's folder. */
function run(
  code: string,
  { countsTests = true, idleMs = 60_000 } = {},
): { passed: number; failed: number; output: string } {
  const step = { title: 'probe', command: [process.execPath, '-e', code], countsTests };
  const program = `import { runStep } from './scripts/runStep.mjs';
    console.log(JSON.stringify(await runStep(${JSON.stringify(step)}, { idleMs: ${idleMs} })));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  assert.equal(stderr, '');
  return JSON.parse(stdout);
}
