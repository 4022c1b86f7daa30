// What searching the archive costs, against looking for the same words in all of its text: `node bench/search.mjs`; it needs the corpus
// (DAYBOOK_CORPUS, else ../shared/corpus). The questions are those of test/corpus/search.test.ts; what is found is asserted.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { buildForNode } from './buildForNode.mjs';
import { median, medianRatio } from './statistics.mjs';

/**
 * @typedef {typeof import('../src/core/entry/parse.ts')
 *   & typeof import('../src/core/entry/readDay.ts')
 *   & typeof import('../src/core/archive/search.ts')
 *   & typeof import('../src/core/archive/searchDocument.ts')} Core
 */

const corpus = process.env['DAYBOOK_CORPUS'] ?? resolve('../shared/corpus');
/** @type {readonly { question: string, dates: readonly string[] }[]} */
const questions = JSON.parse(readFileSync('test/corpus/questions.json', 'utf8'));
const folder = mkdtempSync(resolve('out-bench-'));
try {
  const { parseEntry, readDay, openSearch, searchDocument } = await core();
  const texts = readdirSync(join(corpus, '_posts')).map((name) => ({
    path: `_posts/${name}`,
    text: readFileSync(join(corpus, '_posts', name), 'utf8'),
  }));
  const lowered = texts.map(({ text }) => text.toLowerCase());
  const entries = texts.map(({ path, text }) => ({ path, entry: parseEntry(text) }));

  const search = openSearch();
  const build = timed(() => {
    for (const { path, entry } of entries) search.put(searchDocument(entry, readDay(entry, path, false)));
  });
  const parse = timed(() => {
    for (const { text } of texts) parseEntry(text);
  });

  const answers = questions.map(({ question, dates }) => {
    const found = search.find(question, 3).map(({ date }) => date ?? '');
    assert.ok(
      dates.some((date) => found.includes(date)),
      `${question}: ${found}`,
    );
    return best(() => search.find(question));
  });
  const scans = questions.map(({ question }) => {
    const words = question.toLowerCase().split(' ');
    return best(() => lowered.filter((text) => words.every((word) => text.includes(word))));
  });

  console.log(`search of ${entries.length} entries, ${questions.length} questions, ms`);
  console.log(`  building takes ${build.toFixed(0)}, ${(build / parse).toFixed(2)} times as long as parsing`);
  console.log(
    `  an answer takes ${median(answers).toFixed(2)}, at most ${Math.max(...answers).toFixed(2)} (must be 10)`,
  );
  console.log(`  looking through all text takes ${medianRatio(scans, answers).toFixed(1)} times as long`);
} finally {
  rmSync(folder, { recursive: true });
}

/** @returns {Promise<Core>} */
async function core() {
  const outfile = join(folder, 'search.cjs');
  await buildForNode({
    stdin: {
      contents: `export { parseEntry } from './src/core/entry/parse.ts';
        export { readDay } from './src/core/entry/readDay.ts';
        export { openSearch } from './src/core/archive/search.ts';
        export { searchDocument } from './src/core/archive/searchDocument.ts';`,
      resolveDir: resolve('.'),
      loader: 'ts',
    },
    outfile,
  });
  return createRequire(import.meta.url)(outfile);
}

/** The least of five times. */
function best(/** @type {() => unknown} */ work) {
  return Math.min(...[1, 2, 3, 4, 5].map(() => timed(work)));
}

function timed(/** @type {() => unknown} */ work) {
  const started = performance.now();
  work();
  return performance.now() - started;
}
