// Runs the tests, on a machine that has nothing but node and npm: `npm test`, or a part of them:
//   npm test -- [check] [unit] [editor] [ui] [desktop] [--level default|slow|all] [--match PART-OF-A-PATH] [--jobs N]
//               [--keep-going] [--verbose]
// Installs what is missing, builds, runs step after step (those in hosts side by side), and ends with how many tests passed
// and failed.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { hosted, newest, oldest, project } from '../test/host/hosts.mjs';
import { install } from '../test/host/install.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { runStep } from './runStep.mjs';
import { buildStep, needsPackage, packageStep, stepsOf } from './steps.mjs';

/** @typedef {import('./steps.mjs').Step} Step */
/** @typedef {import('./runStep.mjs').Result} Result */

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    level: { type: 'string', default: 'default' },
    match: { type: 'string', default: '' },
    jobs: { type: 'string', default: String(Math.min(2, availableParallelism())) },
    'keep-going': { type: 'boolean', default: Boolean(process.env['CI']) },
    verbose: { type: 'boolean', default: false },
  },
});
const level = levelNamed(options.level);
const parts = positionals.length > 0 ? positionals : ['check', 'unit', 'editor', 'ui'];
/** @type {Result[]} */
const results = [];
/** @type {Step[]} */
const left = [];

await ensureDependencies(project);
await prepare();
if (results.some(({ failed }) => failed > 0)) conclude(); // there is nothing to test
left.push(...stepsOf({ level, parts, match: options.match }));
while (goesOn() && left.length > 0) await runNext();
if (left.length > 0) console.log(`Stopped there; --keep-going runs what is left: ${left.map(titleOf).join(', ')}.`);
conclude();

/** Packs where the package is tested, builds, and installs the editors that this run starts. */
async function prepare() {
  const steps = stepsOf({ level, parts });
  if (steps.some(needsPackage)) await runAndPrint(packageStep);
  await runAndPrint(buildStep);
  if (hosted && steps.some(({ part }) => part === 'editor' || part === 'ui')) {
    await install(newest, oldest, ...(process.env['CHROMIUM_PATH'] ? [] : ['chromium']));
  }
}

/** Runs the next step, or as many of the next ones as may run side by side. */
async function runNext() {
  const first = left.findIndex((step) => step.alone);
  const group = left.splice(0, first === -1 ? left.length : Math.max(first, 1));
  const worker = async () => {
    for (let step = group.shift(); step; step = group.shift()) {
      await runAndPrint(step);
      if (!goesOn()) break;
    }
  };
  await Promise.all(Array.from({ length: Number(options.jobs) || 1 }, worker));
  left.unshift(...group);
}

async function runAndPrint(/** @type {Step} */ step) {
  const result = await runStep(step, options);
  results.push(result);
  const { passed, failed, skipped, reasons, output, seconds } = result;
  const counts = [passed && `${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`];
  const summary = counts.filter(Boolean).join(', ') || 'fine';
  console.log(
    `${failed > 0 ? '✗' : '✓'} ${step.title.padEnd(24)} ${`${seconds.toFixed(1)} s`.padStart(8)}   ${summary}`,
  );
  for (const reason of reasons) console.log(`    skipped: ${reason}`);
  if (failed > 0 && !options.verbose) console.log(output.split('\n').slice(-400).join('\n').replace(/^/gm, '    '));
}

function goesOn() {
  return options['keep-going'] || results.every(({ failed }) => failed === 0);
}

function conclude() {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    results.reduce((total, result) => total + result[key], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exit(failed > 0 || results.length === 0 ? 1 : 0);
}

function titleOf(/** @type {Step} */ { title }) {
  return title;
}

function levelNamed(/** @type {string} */ name) {
  if (name === 'default' || name === 'slow' || name === 'all') return name;
  console.error(`There is no level "${name}": only default, slow and all.`);
  process.exit(2);
}
