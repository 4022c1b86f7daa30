// Every figure, each a ratio to a named peer in the same run: `npm run bench`. Needs the corpus.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const node = (/** @type {string[]} */ ...args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
const benches = ['check', 'cite', 'keystroke', 'archive', 'search', 'render', 'preview', 'latency']
  .map((name) => `bench/${name}.mjs`)
  .filter(existsSync);
const done = [node('esbuild.mjs', '--production'), ...benches.map((bench) => node(bench))];
process.exitCode = done.every(Boolean) ? 0 : 1;
