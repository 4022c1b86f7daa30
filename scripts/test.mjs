// Runs the tests, on a machine that has nothing but node and npm: `npm test`, or parts of them:
//   npm test -- [check] [unit] [editor] [ui] [desktop] [--match <part of a path>] [--keep-going] [--verbose]
// Installs what is missing, builds, runs level after level, and ends with how many tests passed and failed.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { hosted, newest, oldest, project } from '../test/host/hosts.mjs';
import { install } from '../test/host/install.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { runLevel } from './level.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    match: { type: 'string' },
    'keep-going': { type: 'boolean', default: Boolean(process.env.CI) },
    verbose: { type: 'boolean', default: false },
  },
});
const parts = positionals.length > 0 ? positionals : ['check', 'unit', 'editor', 'ui'];

await ensureDependencies(project);
const { status } = spawnSync(process.execPath, ['esbuild.mjs', '--tests'], { cwd: project, stdio: 'inherit' });
if (status !== 0) conclude([{ passed: 0, failed: 1, skipped: 0 }]);
if (hosted && (parts.includes('editor') || parts.includes('ui'))) {
  await install(newest, oldest, ...(process.env.CHROMIUM_PATH ? [] : ['chromium']));
}

const { levels } = await import('./levels.mjs'); // looks at what has just been installed and built
const chosen = levels(options).filter(({ part }) => parts.includes(part));
const results = [];
for (const level of chosen) {
  const result = await runLevel(level, options);
  results.push(result);
  print(level, result);
  if (result.failed > 0 && !options['keep-going']) break;
}
if (results.length < chosen.length) console.log(`Stopped there; --keep-going runs what is left: ${rest()}.`);
conclude(results);

function print({ title }, { passed, failed, skipped, reasons, output, seconds }) {
  const counts = [passed && `${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`];
  const words = counts.filter(Boolean).join(', ') || 'fine';
  console.log(`${failed > 0 ? '✗' : '✓'} ${title.padEnd(20)} ${`${seconds.toFixed(1)} s`.padStart(8)}   ${words}`);
  for (const reason of reasons) console.log(`    skipped: ${reason}`);
  if (failed > 0 && !options.verbose) console.log(output.split('\n').slice(-400).join('\n').replace(/^/gm, '    '));
}

function rest() {
  return chosen
    .slice(results.length)
    .map(({ title }) => title)
    .join(', ');
}

function conclude(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exit(failed > 0 || results.length === 0 ? 1 : 0);
}
