// Measures how much of `src/core` the unit tests cover, slow ones included: `npm run coverage`. Writes pages that show each line
// into out/coverage.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { project } from '../test/host/hosts.mjs';
import { bin, stepsOf } from './testSteps.mjs';

run([join(project, 'esbuild.mjs'), '--tests']);
const [unit] = stepsOf({ level: 'all', parts: ['unit'] });
if (unit === undefined) throw new Error('There are no unit tests.');
run([
  bin('c8'),
  '--src=src/core',
  '--include=src/core/**',
  '--exclude-after-remap',
  '--reporter=text-summary',
  '--reporter=html',
  '--reports-dir=out/coverage',
  ...unit.command.map((arg) => arg.replace(/^--test-reporter=.*/, '--test-reporter=dot')),
]);

/** @param {readonly string[]} args */
function run(args) {
  const { status } = spawnSync(process.execPath, args, { cwd: project, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
