// Measures searching the archive, compared with scanning its whole text for the same words: `node bench/search.mjs`. Needs the corpus
// (DAYBOOK_CORPUS or ../shared/corpus). Uses the queries of test/corpus/search.test.ts and asserts the results.
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
/** @type {readonly { query: string, dates: readonly string[] }[]} */
const queries = JSON.parse(readFileSync('test/corpus/searchQueries.json', 'utf8'));
const folder = mkdtempSync(resolve('out-bench-'));
try {
  const { parseEntry, readDay, openSearch, searchDocument } = await buildCore();
  const texts = readdirSync(join(corpus, '_posts')).map((name) => ({
    path: `_posts/${name}`,
    text: readFileSync(join(corpus, '_posts', name), 'utf8'),
  }));
  const lowerCaseTexts = texts.map(({ text }) => text.toLowerCase());
  const entries = texts.map(({ path, text }) => ({ path, entry: parseEntry(text) }));

  const search = openSearch();
  const buildTime = measureTime(() => {
    for (const { path, entry } of entries) search.indexDocument(searchDocument(entry, readDay(entry, path, false)));
  });
  const parseTime = measureTime(() => {
    for (const { text } of texts) parseEntry(text);
  });

  const searchTimes = queries.map(({ query, dates }) => {
    const foundDates = search.find(query, 3).map(({ date }) => date ?? '');
    assert.ok(
      dates.some((date) => foundDates.includes(date)),
      `${query}: ${foundDates}`,
    );
    return shortestTime(() => search.find(query));
  });
  const scanTimes = queries.map(({ query }) => {
    const words = query.toLowerCase().split(' ');
    return shortestTime(() => lowerCaseTexts.filter((text) => words.every((word) => text.includes(word))));
  });

  console.log(`search of ${entries.length} entries, ${queries.length} queries, ms`);
  console.log(
    `  building the index takes ${buildTime.toFixed(0)}, ${(buildTime / parseTime).toFixed(2)} times as long as parsing`,
  );
  console.log(
    `  a search takes ${median(searchTimes).toFixed(2)}, at most ${Math.max(...searchTimes).toFixed(2)} (limit 10)`,
  );
  console.log(`  scanning the whole text takes ${medianRatio(scanTimes, searchTimes).toFixed(1)} times as long`);
} finally {
  rmSync(folder, { recursive: true });
}

/** @returns {Promise<Core>} */
async function buildCore() {
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

/** Runs the work five times and returns the shortest time, in milliseconds. */
function shortestTime(/** @type {() => unknown} */ work) {
  return Math.min(...[1, 2, 3, 4, 5].map(() => measureTime(work)));
}

function measureTime(/** @type {() => unknown} */ work) {
  const started = performance.now();
  work();
  return performance.now() - started;
}
