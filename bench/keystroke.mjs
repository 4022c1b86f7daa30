// Measures a keystroke until its diagnostics: `node bench/keystroke.mjs`. Needs the corpus (DAYBOOK_CORPUS or ../shared/corpus). Types
// 2,000 keys in the middle of the largest entry; each means a parse and a run of all rules, as in the editor.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { buildForNode } from './buildForNode.mjs';
import { quantile } from './statistics.mjs';

/**
 * @typedef {typeof import('../src/core/entry/parse.ts')
 *   & typeof import('../src/core/lint/lint.ts')
 *   & typeof import('../src/core/lint/rules/index.ts')
 *   & typeof import('../src/core/entry/readDay.ts')
 *   & typeof import('../src/core/newsroom/newsroom.ts')} Core
 */

const KEYS = 2000;
/** A paragraph with a single problem, the missing space in "decades.Nobody". */
const TYPED =
  '\n\n**The mayor resigned**. She left at "noon" (so she said), after two decades.Nobody knew why. ' +
  '([Herald](https://herald.example/a?id=1) / [KXYZ](https://kxyz.example/b))';

const corpus = process.env['DAYBOOK_CORPUS'] ?? resolve('../shared/corpus');
const folder = mkdtempSync(resolve('out-bench-'));
try {
  const { parseEntry, lint, rules, readDay, newsroomOf, ruleContextOf } = await buildCore();
  const entries = readdirSync(join(corpus, '_posts')).map((name) => ({
    path: `_posts/${name}`,
    text: readFileSync(join(corpus, '_posts', name), 'utf8'),
  }));
  const days = entries.map(({ path, text }) => readDay(parseEntry(text), path, false));
  const newsroom = newsroomOf(days, { timezone: undefined, epochs: [], systemZone: () => 'UTC' });
  const [largest] = entries.toSorted((a, b) => b.text.length - a.text.length);
  assert.ok(largest, 'the corpus has no entries');
  const { path, text } = largest;
  const context = ruleContextOf(newsroom, path, 'published');
  const severities = Object.fromEntries(rules.map(({ id, severity }) => [id, severity.published]));
  const check = (/** @type {string} */ version) => lint(parseEntry(version), context, severities);

  const start = endOfBlock(text, text.length >> 1);
  const problemCount = check(text).length;
  /** @type {number[]} */
  const clockTimes = [];
  /** @type {number[]} */
  const cpuTimes = [];
  for (let key = 1 - KEYS / 4; key <= KEYS; key++) {
    const length = ((key + KEYS) % TYPED.length) + 1;
    const version = flatten(text.slice(0, start) + TYPED.slice(0, length) + text.slice(start));
    const cpu = process.cpuUsage();
    const started = performance.now();
    const problems = check(version);
    const elapsed = performance.now() - started;
    const { user, system } = process.cpuUsage(cpu);
    if (key > 0) {
      clockTimes.push(elapsed);
      cpuTimes.push((user + system) / 1000);
    }
    if (length === TYPED.length) {
      assert.equal(problems.length, problemCount + 1);
      assert.ok(problems.some(({ rule }) => rule === 'sentence-spacing'));
    }
  }
  assert.equal(check(text).length, problemCount);

  console.log(
    `a key in the largest entry (${text.length} characters, ${problemCount} problems), ${rules.length} rules, ms`,
  );
  report('elapsed time', clockTimes);
  report('CPU time, which other programs do not affect', cpuTimes);
} finally {
  rmSync(folder, { recursive: true });
}

function report(/** @type {string} */ label, /** @type {readonly number[]} */ times) {
  const [p50, p99] = [0.5, 0.99].map((share) => quantile(times, share).toFixed(3));
  console.log(`  ${label}: p50 ${p50} (limit 1, goal 0.2), p99 ${p99} (limit 8, goal 1.5)`);
}

/** @returns {Promise<Core>} */
async function buildCore() {
  const entryPoint = join(folder, 'core.ts');
  const exports = {
    'entry/parse.ts': 'parseEntry',
    'lint/lint.ts': 'lint',
    'lint/rules/index.ts': 'rules',
    'entry/readDay.ts': 'readDay',
    'newsroom/newsroom.ts': 'newsroomOf, ruleContextOf',
  };
  const lines = Object.entries(exports).map(([file, names]) => `export { ${names} } from '../src/core/${file}';`);
  writeFileSync(entryPoint, lines.join('\n'));
  const outfile = join(folder, 'core.cjs');
  await buildForNode({
    entryPoints: [entryPoint],
    outfile,
  });
  return createRequire(import.meta.url)(outfile);
}

/** Returns the offset of the next blank line. */
function endOfBlock(/** @type {string} */ text, /** @type {number} */ offset) {
  const end = text.indexOf('\n\n', offset);
  return end < 0 ? text.length : end;
}

/** Makes one contiguous string, as the editor passes it, instead of a rope of concatenated parts. */
function flatten(/** @type {string} */ text) {
  return Buffer.from(text).toString();
}
