// Measures `daybook cite` for thousands of groups, compared with one group: `node bench/cite.mjs [runs]`. Needs the corpus and a build.
// Runs alternating processes and takes medians of user CPU time.
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { runMeasured } from './cpuTime.mjs';
import { median, medianRatio } from './statistics.mjs';

const GROUPS = 5000;
const LINE = 'https://www.reuters.com/a https://apnews.com/b?utm_source=feed https://www.herald.example/c\n';

const corpus = process.env['DAYBOOK_CORPUS'] ?? resolve('../shared/corpus');
const runs = Number(process.argv[2] ?? 5);
const cite = (/** @type {number} */ groups) => {
  const { seconds, stdout } = runMeasured(['dist/cli.js', 'cite', '--root', corpus, '-'], LINE.repeat(groups));
  assert.equal(stdout.split('\n').length, groups + 1);
  return seconds;
};

cite(1); // warms the disk cache
const pairs = Array.from({ length: runs }, () => ({ one: cite(1), many: cite(GROUPS) }));
const one = pairs.map((pair) => pair.one);
const many = pairs.map((pair) => pair.many);
console.log(`cite with the outlets of ${corpus}, user CPU s, median of ${runs}`);
console.log(`  1 group       ${median(one).toFixed(3)}`);
console.log(`  ${GROUPS} groups   ${median(many).toFixed(3)}, ${medianRatio(many, one).toFixed(2)} times as long`);
