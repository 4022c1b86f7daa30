// Every figure, each a ratio to a named peer in the same run: `npm run bench`. Needs the corpus.
import { spawnSync } from 'node:child_process';

const node = (...args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
const done = [node('esbuild.mjs'), node('bench/check.mjs'), node('bench/render.mjs')];
process.exitCode = done.every(Boolean) ? 0 : 1;
