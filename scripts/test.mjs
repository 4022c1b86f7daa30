// Runs the tests on a machine that has only Node.js and npm: `npm test`, or a part of them:
//   npm test -- [check] [unit] [editor] [ui] [desktop] [--level default|slow|all] [--match PART-OF-A-PATH] [--jobs N]
//               [--keep-going] [--verbose]
// Installs missing packages and editors, builds, runs the steps (those in editors in parallel), and prints how many tests passed and
// failed.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { hasHostedEditor, newest, oldest, project } from '../test/host/hosts.mjs';
import { install } from '../test/host/install.mjs';
import { ensureDependencies } from './ensureDependencies.mjs';
import { runStep } from './runStep.mjs';
import { buildStep, needsPackage, packageStep, stepsOf } from './testSteps.mjs';

/** @typedef {import('./testSteps.mjs').Step} Step */
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
const level = parseLevel(options.level);
const parts = positionals.length > 0 ? positionals : ['check', 'unit', 'editor', 'ui'];
/** @type {Result[]} */
const results = [];
/** @type {Step[]} */
const remaining = [];

await ensureDependencies(project);
await prepare();
if (results.some(({ failed }) => failed > 0)) finish(); // nothing was built that could be tested
remaining.push(...stepsOf({ level, parts, match: options.match }));
while (mayContinue() && remaining.length > 0) await runNext();
if (remaining.length > 0)
  console.log(`Stopped at a failure. Not run: ${remaining.map(titleOf).join(', ')}. --keep-going runs all steps.`);
finish();

/** Builds, after packing the extension if a step needs the package, and installs the editors that this run starts. */
async function prepare() {
  const steps = stepsOf({ level, parts });
  if (steps.some(needsPackage)) await runAndPrint(packageStep);
  await runAndPrint(buildStep);
  if (hasHostedEditor && steps.some(({ part }) => part === 'editor' || part === 'ui')) {
    await install(newest, oldest, ...(process.env['CHROMIUM_PATH'] ? [] : ['chromium']));
  }
}

/** Runs the next step, or all steps before the next exclusive one in parallel. */
async function runNext() {
  const first = remaining.findIndex((step) => step.exclusive);
  const group = remaining.splice(0, first === -1 ? remaining.length : Math.max(first, 1));
  const worker = async () => {
    for (let step = group.shift(); step; step = group.shift()) {
      await runAndPrint(step);
      if (!mayContinue()) break;
    }
  };
  await Promise.all(Array.from({ length: Number(options.jobs) || 1 }, worker));
  remaining.unshift(...group);
}

async function runAndPrint(/** @type {Step} */ step) {
  const result = await runStep(step, options);
  results.push(result);
  const { passed, failed, skipped, reasons, output, seconds } = result;
  const counts = [passed && `${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`];
  const summary = counts.filter(Boolean).join(', ') || 'ok';
  console.log(
    `${failed > 0 ? '✗' : '✓'} ${step.title.padEnd(24)} ${`${seconds.toFixed(1)} s`.padStart(8)}   ${summary}`,
  );
  for (const reason of reasons) console.log(`    skipped: ${reason}`);
  if (failed > 0 && !options.verbose) console.log(output.split('\n').slice(-400).join('\n').replace(/^/gm, '    '));
}

function mayContinue() {
  return options['keep-going'] || results.every(({ failed }) => failed === 0);
}

function finish() {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    results.reduce((total, result) => total + result[key], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exit(failed > 0 || results.length === 0 ? 1 : 0);
}

function titleOf(/** @type {Step} */ { title }) {
  return title;
}

function parseLevel(/** @type {string} */ name) {
  if (name === 'default' || name === 'slow' || name === 'all') return name;
  console.error(`Unknown level "${name}". The levels are default, slow and all.`);
  process.exit(2);
}
