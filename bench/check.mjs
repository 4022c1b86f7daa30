// What linting an archive costs, against only reading it: `node bench/check.mjs [runs]`. Needs the corpus and a build.
// Whole processes in turn, medians of user CPU; the findings are asserted in the same run.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { userCpuOf } from './cpu.mjs';

const corpus = process.env.DAYBOOK_CORPUS ?? resolve('../shared/corpus');
const runs = Number(process.argv[2] ?? 7);
const floor = [fileURLToPath(new URL('floor.mjs', import.meta.url)), corpus];
const check = ['dist/cli.js', 'check', '--root', corpus, '--format', 'json'];

const { stdout } = spawnSync(process.execPath, check, { encoding: 'utf8', maxBuffer: 1 << 28 });
const { entries } = JSON.parse(stdout);
const found = entries.flatMap(({ problems }) => problems).length;
assert.ok(entries.length > 1000 && found > 50, `${entries.length} entries with ${found} problems are not the corpus`);

const ours = [];
const theirs = [];
for (let run = 0; run <= runs; run++) {
  const pair = [userCpuOf(check), userCpuOf(floor)];
  if (run === 0) continue; // warms the disk's cache
  ours.push(pair[0]);
  theirs.push(pair[1]);
}
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const ratios = ours.map((value, index) => value / theirs[index]);
console.log(`check of ${entries.length} entries, ${found} problems, user CPU s, median of ${runs}`);
console.log(`  daybook check   ${median(ours).toFixed(3)}`);
console.log(`  reading alone   ${median(theirs).toFixed(3)}`);
console.log(`  ratio           ${median(ratios).toFixed(2)} (must be 6 at most, is to be 2.5)`);
