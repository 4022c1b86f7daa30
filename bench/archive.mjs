// What the index of an archive costs: `node bench/archive.mjs [runs]`. Needs the corpus. Cold against reading alone, whole processes in
// turn, medians of user CPU; the warm start; memory; and an archive a hundred times as large, made up from the real one.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { userCpuOf } from './cpu.mjs';
import { median, medianRatio } from './statistics.mjs';

/** @typedef {typeof import('./archiveSteps.mjs').steps} Steps */

const corpus = process.env['DAYBOOK_CORPUS'] ?? resolve('../shared/corpus');
const runs = Number(process.argv[2] ?? 7);
const folder = mkdtempSync(resolve('out-bench-'));
const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

try {
  const script = join(folder, 'archiveSteps.cjs');
  await esbuild.build({
    entryPoints: [here('archiveSteps.mjs')],
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    outfile: script,
    logLevel: 'warning',
  });
  const cache = join(folder, 'cache.bin');
  /**
   * Takes a step of archiveSteps.mjs in a process of its own and returns what it has measured.
   *
   * @template {keyof Steps} Name
   * @param {Name} name
   * @param {...string} args
   * @returns {ReturnType<Steps[Name]>}
   */
  const step = (name, ...args) => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--expose-gc', '--max-old-space-size=8000', script, name, ...args],
      { encoding: 'utf8' },
    );
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout);
  };

  const { entries, citations } = step('cold', corpus, cache);
  assert.ok(entries > 1000 && citations > 10_000, `${entries} entries with ${citations} citations are not the corpus`);
  /** @type {number[]} */
  const floor = [];
  /** @type {number[]} */
  const cold = [];
  /** @type {number[]} */
  const warm = [];
  for (let run = 0; run <= runs; run++) {
    const coldSeconds = userCpuOf([script, 'cold', corpus]);
    const floorSeconds = userCpuOf([here('floor.mjs'), corpus]);
    const start = step('warm', corpus, cache);
    assert.deepEqual(
      [start.entries, start.citations, start.read],
      [entries, citations, 0],
      'the cache holds what was read',
    );
    if (run === 0) continue; // warms the disk's cache
    cold.push(coldSeconds);
    floor.push(floorSeconds);
    warm.push(start.milliseconds);
  }
  console.log(`index of ${entries} entries, ${citations} citations, median of ${runs}`);
  console.log(`  cold, user CPU s    ${median(cold).toFixed(3)}`);
  console.log(`  reading alone       ${median(floor).toFixed(3)}`);
  console.log(`  ratio               ${medianRatio(cold, floor).toFixed(2)} (must be 8 at most, is to be 3)`);
  console.log(`  warm start, ms      ${median(warm).toFixed(1)} (must be 100 at most, is to be 20)`);
  const own = step('memory', corpus, '1');
  console.log(`  memory, KB an entry ${own.kilobytes.toFixed(2)} (must be 8 at most, is to be 2.5)`);

  console.log('as many entries, times');
  let first;
  for (const times of [1, 10, 100]) {
    const { index, lint, kilobytes, hold, count } = step('grow', corpus, String(times));
    first ??= { index, lint, kilobytes };
    console.log(
      `  ${String(times).padStart(3)}: ${count} entries, index ${index.toFixed(0)} µs an entry (×${(index / first.index).toFixed(2)}), ` +
        `lint ${lint.toFixed(0)} µs (×${(lint / first.lint).toFixed(2)}), ${kilobytes.toFixed(2)} KB an entry, longest hold ${hold.toFixed(1)} ms`,
    );
    assert.ok(kilobytes <= 8, 'memory an entry');
  }
} finally {
  rmSync(folder, { recursive: true });
}
