// The steps that bench/archive.mjs measures, each in a process of its own; what is found is printed as JSON.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openIndex } from '../src/core/archive/archiveIndex.ts';
import { decodeIndex, encodeIndex } from '../src/core/archive/indexCodec.ts';
import { parseEntry } from '../src/core/entry/parse.ts';
import { lint } from '../src/core/lint/lint.ts';
import { newsroomOf, ruleContextOf } from '../src/core/newsroom/newsroom.ts';

/** @typedef {import('../src/core/archive/archiveIndex.ts').ArchiveIndex} ArchiveIndex */

const [step = '', corpus = '', argument = ''] = process.argv.slice(2);
const posts = join(corpus, '_posts');
const PURPOSE = 'bench';

/** The steps by the names that bench/archive.mjs calls them by. */
export const steps = { cold, warm, memory, grow };
console.log(JSON.stringify(Object.entries(steps).find(([name]) => name === step)?.[1]()));

/** Reads everything; with a path, keeps it there. */
function cold() {
  const index = openIndex();
  for (const name of readdirSync(posts)) {
    const file = join(posts, name);
    const { mtimeMs, size } = statSync(file);
    index.put(parseEntry(readFileSync(file, 'utf8')), `_posts/${name}`, false, { modified: mtimeMs, size });
  }
  if (argument) writeFileSync(argument, Buffer.concat([...encodeIndex(index, PURPOSE)]));
  return contentsOf(index);
}

/** Reads the cache, and of the files those that are not as it knows them. */
function warm() {
  const started = performance.now();
  const index = run(decodeIndex(readFileSync(argument), PURPOSE));
  if (index === undefined) throw new Error(`${argument} is not a cache of this version.`);
  let read = 0;
  for (const name of readdirSync(posts)) {
    const { mtimeMs, size } = statSync(join(posts, name));
    const stamp = index.kept(`_posts/${name}`)?.stamp;
    if (stamp?.modified !== mtimeMs || stamp.size !== size) read++;
  }
  index.days();
  const milliseconds = performance.now() - started;
  return { ...contentsOf(index), read, milliseconds };
}

function memory() {
  const names = readdirSync(posts);
  const fill = (/** @type {ArchiveIndex} */ index) => {
    for (const name of names) index.put(parseEntry(readFileSync(join(posts, name), 'utf8')), `_posts/${name}`, false);
    return index;
  };
  // What the engine compiles belongs to no entry: the first index is not counted.
  const indexes = [fill(openIndex())];
  const before = bytesUsed();
  for (let more = 0; more < 3; more++) indexes.push(fill(openIndex()));
  const kilobytes = (bytesUsed() - before) / 1024 / 3 / names.length;
  return { kilobytes, contents: indexes.map(contentsOf) }; // reading them all keeps them in memory until here
}

/** So many archives in a row, each with days and addresses of its own, indexed in slices and then linted in part. */
function grow() {
  const times = Number(argument);
  const texts = readdirSync(posts).map((name) => readFileSync(join(posts, name), 'utf8'));
  const before = bytesUsed();
  const index = openIndex();
  let hold = 0;
  let work = 0;
  let count = 0;
  for (let round = 0; round < times; round++) {
    for (const [place, text] of texts.entries()) {
      const entry = parseEntry(varied(text, round)); // not counted: it is the same however many there are
      const started = process.cpuUsage();
      index.put(entry, `_posts/${round}/${place}.markdown`, false);
      const took = microseconds(started);
      work += took;
      hold = Math.max(hold, count < 200 ? 0 : took / 1000);
      count++;
    }
  }
  const kilobytes = (bytesUsed() - before) / 1024 / count;
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
  return { index: work / count, lint: microseconds(started) / entries.length, kilobytes, hold, count };
}

/** The same entry with addresses and a date that no other round has; after 28 years the days of the week are the same. */
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
function run(steps) {
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
