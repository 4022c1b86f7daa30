// What checking an archive costs, against markdownlint, VS Code's Markdown language service and only reading the files:
// `node bench/check.mjs [runs]`. Needs the corpus and a build. Whole processes in turn, medians of user CPU; what each finds is
// asserted in the same run.
import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measured } from './cpu.mjs';
import { median, medianRatio } from './statistics.mjs';

const corpus = process.env['DAYBOOK_CORPUS'] ?? resolve('../shared/corpus');
const posts = join(corpus, '_posts');
const runs = Number(process.argv[2] ?? 5);
const script = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

// In the order of their turns.
const floor = contender('reading alone', [script('floor.mjs'), corpus], Number);
const ours = contender('daybook check', ['dist/cli.js', 'check', '--root', corpus, '--format', 'json'], problemsIn);
const service = contender('language service', [script('peers/languageService.mjs'), posts], Number);
const markdownlint = contender('markdownlint', [script('peers/markdownlint.mjs'), posts], Number);
const contenders = [floor, ours, service, markdownlint];

for (let run = 0; run <= runs; run++) {
  // The first turn warms the disk's cache; markdownlint has it warm by then.
  for (const { args, found, seconds, results } of run === 0 ? contenders.slice(0, 3) : contenders) {
    const { seconds: taken, stdout } = measured(args);
    results.add(found(stdout));
    if (run > 0) seconds.push(taken);
  }
}

console.log(`check of ${corpus}, user CPU s, median of ${runs}, and what was found`);
for (const { name, seconds, results } of contenders) {
  const [count = 0] = results;
  assert.ok(
    results.size === 1 && count > 50,
    `${name} found ${[...results]}: not the corpus, or not the same each time`,
  );
  console.log(`  ${name.padEnd(18)}${median(seconds).toFixed(3)}  ${count}`);
}
report(
  'markdownlint takes',
  medianRatio(markdownlint.seconds, ours.seconds),
  'as long; must be 20 at least, is to be 60',
);
report(
  'the language service takes',
  medianRatio(service.seconds, ours.seconds),
  'as long; must be 4 at least, is to be 12',
);
report('we take', medianRatio(ours.seconds, floor.seconds), 'as long as reading; must be 6 at most, is to be 2.5');

/**
 * @param {string} name
 * @param {readonly string[]} args what node is to run
 * @param {(stdout: string) => number} found how much it found, by what it prints
 */
function contender(name, args, found) {
  /** @type {number[]} */
  const seconds = [];
  /** @type {Set<number>} */
  const results = new Set();
  return { name, args, found, seconds, results };
}

function problemsIn(/** @type {string} */ stdout) {
  /** @type {{ entries: { problems: unknown[] }[] }} */
  const { entries } = JSON.parse(stdout);
  return entries.flatMap(({ problems }) => problems).length;
}

function report(/** @type {string} */ what, /** @type {number} */ times, /** @type {string} */ goal) {
  console.log(`  ${what} ${times.toFixed(2)} times ${goal}`);
}
