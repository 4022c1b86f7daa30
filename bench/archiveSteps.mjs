// The steps that bench/archive.mjs runs, each in its own process. They print their measurements as JSON.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openArchiveIndex } from '../src/core/archive/archiveIndex.ts';
import { decodeIndex, encodeIndex } from '../src/core/archive/indexCodec.ts';
import { parseEntry } from '../src/core/entry/parse.ts';
import { lint } from '../src/core/lint/lint.ts';
import { newsroomOf, ruleContextOf } from '../src/core/newsroom/newsroom.ts';

/** @typedef {import('../src/core/archive/archiveIndex.ts').ArchiveIndex} ArchiveIndex */

const [step = '', corpus = '', argument = ''] = process.argv.slice(2);
const posts = join(corpus, '_posts');
const PURPOSE = 'bench';

/**
 * Refers to the index as an extension does. Objects to which only the stack refers are marked last by the collector, all at once, which
 * would be taken for a long step.
 *
 * @type {{ index?: ArchiveIndex }}
 */
const extension = {};

/** The steps by name. */
export const steps = { cold, warm, memory, grow };
console.log(JSON.stringify(Object.entries(steps).find(([name]) => name === step)?.[1]()));

/** Indexes the archive; if a path is given, writes the index to it. */
function cold() {
  const index = openArchiveIndex();
  for (const name of readdirSync(posts)) {
    const file = join(posts, name);
    const { mtimeMs, size } = statSync(file);
    index.indexEntry(parseEntry(readFileSync(file, 'utf8')), `_posts/${name}`, false, { modified: mtimeMs, size });
  }
  if (argument) writeFileSync(argument, Buffer.concat([...encodeIndex(index, PURPOSE)]));
  return contentsOf(index);
}

/** Reads the cached index and counts the files that have changed since. */
function warm() {
  const started = performance.now();
  const index = runToEnd(decodeIndex(readFileSync(argument), PURPOSE));
  if (index === undefined) throw new Error(`${argument} is not a cache file of this version.`);
  let read = 0;
  for (const name of readdirSync(posts)) {
    const { mtimeMs, size } = statSync(join(posts, name));
    const stamp = index.indexedEntry(`_posts/${name}`)?.stamp;
    if (stamp?.modified !== mtimeMs || stamp.size !== size) read++;
  }
  index.days();
  const milliseconds = performance.now() - started;
  return { ...contentsOf(index), read, milliseconds };
}

function memory() {
  const names = readdirSync(posts);
  const fill = (/** @type {ArchiveIndex} */ index) => {
    for (const name of names)
      index.indexEntry(parseEntry(readFileSync(join(posts, name), 'utf8')), `_posts/${name}`, false);
    return index;
  };
  // Do not measure the first index: its memory includes code that the engine compiles.
  const indexes = [fill(openArchiveIndex())];
  const bytesBefore = bytesUsed();
  for (let copy = 0; copy < 3; copy++) indexes.push(fill(openArchiveIndex()));
  const kilobytes = (bytesUsed() - bytesBefore) / 1024 / 3 / names.length;
  return { kilobytes, contents: indexes.map(contentsOf) }; // this use keeps all of them in memory until here
}

/** Indexes several copies of the archive, each with its own days and URLs, and then lints some entries. */
function grow() {
  const times = Number(argument);
  const texts = readdirSync(posts).map((name) => readFileSync(join(posts, name), 'utf8'));
  const bytesBefore = bytesUsed();
  const index = openArchiveIndex();
  extension.index = index;
  let longest = 0;
  let total = 0;
  let count = 0;
  for (let round = 0; round < times; round++) {
    for (const [position, text] of texts.entries()) {
      const entry = parseEntry(varied(text, round)); // not measured: parsing does not depend on the size of the archive
      const started = process.cpuUsage();
      index.indexEntry(entry, `_posts/${round}/${position}.markdown`, false);
      const elapsed = microseconds(started);
      total += elapsed;
      if (count >= 200) longest = Math.max(longest, elapsed / 1000); // the engine has compiled the code by then
      count++;
    }
  }
  const kilobytes = (bytesUsed() - bytesBefore) / 1024 / count;
  const newsroom = newsroomOf(index.days(), {
    timezone: undefined,
    epochs: [],
    systemZone: () => 'UTC',
    archive: index,
  });
  const entries = texts.slice(0, 300).map(parseEntry);
  for (const entry of entries) lint(entry, ruleContextOf(newsroom, '_drafts/day-1.markdown', 'draft'));
  const started = process.cpuUsage();
  for (const entry of entries) lint({ ...entry }, ruleContextOf(newsroom, '_drafts/day-1.markdown', 'draft'));
  return { index: total / count, lint: microseconds(started) / entries.length, kilobytes, longest, count };
}

/** Changes the URLs and the date of an entry for each round. The calendar repeats every 28 years. */
function varied(/** @type {string} */ text, /** @type {number} */ round) {
  return text
    .replace(/^date: *(\d{4})/m, (_, /** @type {string} */ year) => `date: ${Number(year) + 28 * round}`)
    .replaceAll(/\]\((https?:\/\/[^/)\s]+)\//g, round === 0 ? '$&' : `]($1/${round}/`);
}

function contentsOf(/** @type {ArchiveIndex} */ index) {
  let citations = 0;
  for (const path of index.paths())
    for (const item of index.summary(path)?.items ?? []) citations += item.citations.length;
  return { entries: index.paths().length, citations };
}

/**
 * Runs a generator to its end without a pause.
 *
 * @template T
 * @param {Iterator<unknown, T>} steps
 * @returns {T}
 */
function runToEnd(steps) {
  for (let next = steps.next(); ; next = steps.next()) if (next.done) return next.value;
}

function bytesUsed() {
  for (let time = 0; time < 3; time++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function microseconds(/** @type {NodeJS.CpuUsage} */ started) {
  const { user, system } = process.cpuUsage(started);
  return user + system;
}
