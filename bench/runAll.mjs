// Builds and runs all benchmarks: `npm run bench`. Needs the corpus.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const node = (/** @type {string[]} */ ...args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
const benches = ['check', 'cite', 'keystroke', 'archive', 'search', 'render', 'preview', 'latency']
  .map((name) => `bench/${name}.mjs`)
  .filter(existsSync);
const successes = [node('esbuild.mjs', '--production'), ...benches.map((bench) => node(bench))];
process.exitCode = successes.every(Boolean) ? 0 : 1;
