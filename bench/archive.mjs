// Measures the index of an archive: `node bench/archive.mjs [runs]`. Needs the corpus. Compares a cold start with only reading the files
// (alternating processes, medians of user CPU time), and measures the warm start, memory, and archives up to a hundred times as large,
// which are generated from the real one.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { userCpuSeconds } from './cpuTime.mjs';
import { median, medianRatio } from './statistics.mjs';

/** @typedef {typeof import('./archiveSteps.mjs').steps} Steps */

const corpus = process.env['DAYBOOK_CORPUS'] ?? resolve('../shared/corpus');
const runs = Number(process.argv[2] ?? 7);
const folder = mkdtempSync(resolve('out-bench-'));
const benchPath = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

try {
  const script = join(folder, 'archiveSteps.cjs');
  await esbuild.build({
    entryPoints: [benchPath('archiveSteps.mjs')],
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
   * Runs a step of archiveSteps.mjs in its own process and returns its measurements.
   *
   * @template {keyof Steps} Name
   * @param {Name} name
   * @param {...string} args
   * @returns {ReturnType<Steps[Name]>}
   */
  const runStep = (name, ...args) => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--expose-gc', '--max-old-space-size=8000', script, name, ...args],
      { encoding: 'utf8' },
    );
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout);
  };

  const { entries, citations } = runStep('cold', corpus, cache);
  assert.ok(
    entries > 1000 && citations > 10_000,
    `${entries} entries with ${citations} citations: this is not the corpus`,
  );
  /** @type {number[]} */
  const readOnly = [];
  /** @type {number[]} */
  const cold = [];
  /** @type {number[]} */
  const warm = [];
  for (let run = 0; run <= runs; run++) {
    const coldSeconds = userCpuSeconds([script, 'cold', corpus]);
    const readSeconds = userCpuSeconds([benchPath('readFilesOnly.mjs'), corpus]);
    const warmStart = runStep('warm', corpus, cache);
    assert.deepEqual(
      [warmStart.entries, warmStart.citations, warmStart.read],
      [entries, citations, 0],
      'the cache must hold all entries',
    );
    if (run === 0) continue; // warms the disk cache
    cold.push(coldSeconds);
    readOnly.push(readSeconds);
    warm.push(warmStart.milliseconds);
  }
  console.log(`index of ${entries} entries, ${citations} citations, median of ${runs}`);
  console.log(`  cold, user CPU s    ${median(cold).toFixed(3)}`);
  console.log(`  only reading        ${median(readOnly).toFixed(3)}`);
  console.log(`  ratio               ${medianRatio(cold, readOnly).toFixed(2)} (limit 9.5, goal 3)`);
  console.log(`  warm start, ms      ${median(warm).toFixed(1)} (limit 100, goal 20)`);
  const memory = runStep('memory', corpus);
  console.log(`  memory, KB/entry    ${memory.kilobytes.toFixed(2)} (limit 4, goal 2.5)`);

  console.log('times as many entries');
  let first;
  for (const times of [1, 10, 100]) {
    const { index, lint, kilobytes, longest, count } = runStep('grow', corpus, String(times));
    first ??= { index, lint, kilobytes };
    console.log(
      `  ${String(times).padStart(3)}: ${count} entries, index ${index.toFixed(0)} µs/entry (×${(index / first.index).toFixed(2)}), ` +
        `lint ${lint.toFixed(0)} µs (×${(lint / first.lint).toFixed(2)}), ${kilobytes.toFixed(2)} KB/entry, longest step ${longest.toFixed(1)} ms`,
    );
    assert.ok(kilobytes <= 8, 'memory per entry');
    assert.ok(lint <= 4 * first.lint, 'checking an entry must not take longer in a longer archive');
  }
} finally {
  rmSync(folder, { recursive: true });
}
