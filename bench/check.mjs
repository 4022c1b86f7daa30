// What checking an archive costs, against markdownlint, VS Code's Markdown language service and only reading the files:
// `node bench/check.mjs [runs]`. Needs the corpus and a build. Whole processes in turn, medians of user CPU; what each finds is
// asserted in the same run.
import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measured, median } from './cpu.mjs';

const corpus = process.env.DAYBOOK_CORPUS ?? resolve('../shared/corpus');
const posts = join(corpus, '_posts');
const runs = Number(process.argv[2] ?? 5);
const script = (name) => fileURLToPath(new URL(name, import.meta.url));

/** In the order of their turns: what is run, how much it found, and how often it fits into a `check` (at least; aim). */
const contenders = [
  { name: 'reading alone', args: [script('floor.mjs'), corpus], found: Number },
  {
    name: 'daybook check',
    args: ['dist/cli.js', 'check', '--root', corpus, '--format', 'json'],
    found: (out) => JSON.parse(out).entries.flatMap(({ problems }) => problems).length,
  },
  { name: 'language service', args: [script('peers/languageService.mjs'), posts], found: Number },
  { name: 'markdownlint', args: [script('peers/markdownlint.mjs'), posts], found: Number },
].map((contender) => ({ ...contender, seconds: [], results: new Set() }));

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
  const [count] = results;
  assert.ok(
    results.size === 1 && count > 50,
    `${name} found ${[...results]}: not the corpus, or not the same each time`,
  );
  console.log(`  ${name.padEnd(18)}${median(seconds).toFixed(3)}  ${count}`);
}
const [floor, ours, service, markdownlint] = contenders.map(({ seconds }) => seconds);
const ratio = (above, below) => median(above.map((value, run) => value / below[run]));
report('markdownlint takes', ratio(markdownlint, ours), 'as long; must be 20 at least, is to be 60');
report('the language service takes', ratio(service, ours), 'as long; must be 4 at least, is to be 12');
report('we take', ratio(ours, floor), 'as long as reading; must be 6 at most, is to be 2.5');

function report(what, times, goal) {
  console.log(`  ${what} ${times.toFixed(2)} times ${goal}`);
}
