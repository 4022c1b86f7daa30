// What `daybook cite` costs for thousands of groups at once, against one: `node bench/cite.mjs [runs]`. Needs the corpus and a build.
// Whole processes in turn, medians of user CPU.
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { measured } from './cpu.mjs';
import { median, medianRatio } from './statistics.mjs';

const GROUPS = 5000;
const LINE = 'https://www.reuters.com/a https://apnews.com/b?utm_source=feed https://www.herald.example/c\n';

const corpus = process.env['DAYBOOK_CORPUS'] ?? resolve('../shared/corpus');
const runs = Number(process.argv[2] ?? 5);
const cite = (/** @type {number} */ groups) => {
  const { seconds, stdout } = measured(['dist/cli.js', 'cite', '--root', corpus, '-'], LINE.repeat(groups));
  assert.equal(stdout.split('\n').length, groups + 1);
  return seconds;
};

cite(1); // warms the disk's cache
const turns = Array.from({ length: runs }, () => ({ one: cite(1), many: cite(GROUPS) }));
const one = turns.map((turn) => turn.one);
const many = turns.map((turn) => turn.many);
console.log(`cite, named by ${corpus}, user CPU s, median of ${runs}`);
console.log(`  a group       ${median(one).toFixed(3)}`);
console.log(`  ${GROUPS} groups   ${median(many).toFixed(3)}, ${medianRatio(many, one).toFixed(2)} times as long`);
