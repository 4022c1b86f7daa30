import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

test('a step that goes silent is ended, and names the test that began last', () => {
  const { failed, output } = run("console.log('##test reads the archive'); setInterval(() => {}, 1000);", {
    idleMs: 300,
  });
  assert.equal(failed, 1);
  assert.match(output, /^Ended: nothing happened .*; the last test that began: (?:reads the archive|none)$/m);
});

test('a step that states no result, or not a single passed test, has failed', () => {
  assert.equal(run('').failed, 1);
  assert.equal(run(result({ passed: 0, failed: 0 })).failed, 1);
  assert.equal(run(`${result({ passed: 2, failed: 0 })} process.exitCode = 1;`).failed, 1);
  assert.deepEqual(
    [run(result({ passed: 2, failed: 0 })).passed, run(result({ passed: 2, failed: 0 })).failed],
    [2, 0],
  );
});

test('a step that only has to succeed counts nothing, and fails by its exit status', () => {
  const counts = false;
  assert.deepEqual([run('', { counts }).passed, run('', { counts }).failed], [0, 0]);
  assert.equal(run('process.exitCode = 3;', { counts }).failed, 1);
});

function result(counts: object): string {
  return `console.log('##result ${JSON.stringify(counts)}');`;
}

/** Runs a step whose command is this code, in a process of its own, which has the paths of the project's scripts. */
function run(
  code: string,
  { counts = true, idleMs = 60_000 } = {},
): { passed: number; failed: number; output: string } {
  const step = { title: 'probe', command: [process.execPath, '-e', code], counts };
  const program = `import { runStep } from './scripts/runStep.mjs';
    console.log(JSON.stringify(await runStep(${JSON.stringify(step)}, { idleMs: ${idleMs} })));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  assert.equal(stderr, '');
  return JSON.parse(stdout);
}
