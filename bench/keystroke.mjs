// From a keystroke to its diagnostics: 2,000 keys in the middle of the largest entry, each a parse and a check by every rule,
// as the editor does it. `node bench/keystroke.mjs`; it needs the corpus (DAYBOOK_CORPUS, else ../shared/corpus).
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
/** Ends with what it began with: a paragraph whose only fault is the words that are glued together. */
const TYPED =
  '\n\n**The mayor resigned**. She left at "noon" (so she said), after two decades.Nobody knew why. ' +
  '([Herald](https://herald.example/a?id=1) / [KXYZ](https://kxyz.example/b))';

const corpus = process.env['DAYBOOK_CORPUS'] ?? resolve('../shared/corpus');
const folder = mkdtempSync(resolve('out-bench-'));
try {
  const { parseEntry, lint, rules, readDay, newsroomOf, ruleContextOf } = await core();
  const entries = readdirSync(join(corpus, '_posts')).map((name) => ({
    path: `_posts/${name}`,
    text: readFileSync(join(corpus, '_posts', name), 'utf8'),
  }));
  const days = entries.map(({ path, text }) => readDay(parseEntry(text), path, false));
  const newsroom = newsroomOf(days, { timezone: undefined, epochs: [], systemZone: () => 'UTC' });
  const [largest] = entries.toSorted((a, b) => b.text.length - a.text.length);
  assert.ok(largest, 'the corpus holds no entry');
  const { path, text } = largest;
  const around = ruleContextOf(newsroom, path, 'published');
  const severities = Object.fromEntries(rules.map(({ id, severity }) => [id, severity.published]));
  const check = (/** @type {string} */ version) => lint(parseEntry(version), around, severities);

  const start = endOfBlock(text, text.length >> 1);
  const before = check(text).length;
  /** @type {number[]} */
  const byClock = [];
  /** @type {number[]} */
  const byProcessor = [];
  for (let key = 1 - KEYS / 4; key <= KEYS; key++) {
    const length = ((key + KEYS) % TYPED.length) + 1;
    const version = flat(text.slice(0, start) + TYPED.slice(0, length) + text.slice(start));
    const cpu = process.cpuUsage();
    const started = performance.now();
    const problems = check(version);
    const clock = performance.now() - started;
    const { user, system } = process.cpuUsage(cpu);
    if (key > 0) {
      byClock.push(clock);
      byProcessor.push((user + system) / 1000);
    }
    if (length === TYPED.length) {
      assert.equal(problems.length, before + 1);
      assert.ok(problems.some(({ rule }) => rule === 'sentence-spacing'));
    }
  }
  assert.equal(check(text).length, before);

  console.log(`a key in the largest entry (${text.length} characters, ${before} problems), ${rules.length} rules, ms`);
  report('by the clock', byClock);
  report('by the processor, which other programs do not slow', byProcessor);
} finally {
  rmSync(folder, { recursive: true });
}

function report(/** @type {string} */ what, /** @type {readonly number[]} */ times) {
  const [half, most] = [0.5, 0.99].map((share) => quantile(times, share).toFixed(3));
  console.log(`  ${what}: p50 ${half} (must be 1 at most, is to be 0.2), p99 ${most} (8, 1.5)`);
}

/** @returns {Promise<Core>} */
async function core() {
  const entryPoint = join(folder, 'core.ts');
  const exports = {
    'entry/parse.ts': 'parseEntry',
    'lint/lint.ts': 'lint',
    'lint/rules/index.ts': 'rules',
    'archive/readDay.ts': 'readDay',
    'newsroom.ts': 'newsroomOf, ruleContextOf',
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

/** The blank line at or behind the offset. */
function endOfBlock(/** @type {string} */ text, /** @type {number} */ at) {
  const end = text.indexOf('\n\n', at);
  return end < 0 ? text.length : end;
}

/** As the editor hands it over: one string, not the parts that it was put together from. */
function flat(/** @type {string} */ text) {
  return Buffer.from(text).toString();
}
