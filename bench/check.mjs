// Measures checking an archive, compared with markdownlint, VS Code's Markdown language service and only reading the files:
// `node bench/check.mjs [runs]`. Needs the corpus and a build. Runs alternating processes and takes medians of user CPU time. Asserts in
// the same run what each of them finds.
import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runMeasured } from './cpuTime.mjs';
import { median, medianRatio } from './statistics.mjs';

const corpus = process.env['DAYBOOK_CORPUS'] ?? resolve('../shared/corpus');
const posts = join(corpus, '_posts');
const runs = Number(process.argv[2] ?? 5);
const benchPath = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

// In the order in which they run.
const readOnly = contender('only reading', [benchPath('readFilesOnly.mjs'), corpus], Number);
const ours = contender('daybook check', ['dist/cli.js', 'check', '--root', corpus, '--format', 'json'], countProblems);
const service = contender('language service', [benchPath('peers/languageService.mjs'), posts], Number);
const markdownlint = contender('markdownlint', [benchPath('peers/markdownlint.mjs'), posts], Number);
const contenders = [readOnly, ours, service, markdownlint];

for (let run = 0; run <= runs; run++) {
  // The first run warms the disk cache. It leaves out markdownlint, which takes longest.
  for (const { args, countIn, seconds, counts } of run === 0 ? contenders.slice(0, 3) : contenders) {
    const result = runMeasured(args);
    counts.add(countIn(result.stdout));
    if (run > 0) seconds.push(result.seconds);
  }
}

console.log(`check of ${corpus}, user CPU s, median of ${runs}, and number of findings`);
for (const { name, seconds, counts } of contenders) {
  const [count = 0] = counts;
  assert.ok(
    counts.size === 1 && count > 50,
    `${name} found ${[...counts]}: not the corpus, or not the same in each run`,
  );
  console.log(`  ${name.padEnd(18)}${median(seconds).toFixed(3)}  ${count}`);
}
report('markdownlint takes', medianRatio(markdownlint.seconds, ours.seconds), 'as long; limit 12, goal 20');
report('the language service takes', medianRatio(service.seconds, ours.seconds), 'as long; limit 2.8, goal 4');
report('daybook takes', medianRatio(ours.seconds, readOnly.seconds), 'as long as reading; limit 11, goal 6');

/**
 * @param {string} name
 * @param {readonly string[]} args the script and its arguments
 * @param {(stdout: string) => number} countIn reads the number of findings from its output
 */
function contender(name, args, countIn) {
  /** @type {number[]} */
  const seconds = [];
  /** @type {Set<number>} */
  const counts = new Set();
  return { name, args, countIn, seconds, counts };
}

function countProblems(/** @type {string} */ stdout) {
  /** @type {{ entries: { problems: unknown[] }[] }} */
  const { entries } = JSON.parse(stdout);
  return entries.flatMap(({ problems }) => problems).length;
}

function report(/** @type {string} */ subject, /** @type {number} */ times, /** @type {string} */ goal) {
  console.log(`  ${subject} ${times.toFixed(2)} times ${goal}`);
}
