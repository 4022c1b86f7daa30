// Says what the rules find in the corpus, how much of the known faults that is, and what nobody has read yet: `npm run corpus`.
// `-- --misses`, `-- --unreviewed` and `-- --rule <id>` list what stands behind the counts.
import { spawnSync } from 'node:child_process';
import esbuild from 'esbuild';
import { tameGrayMatter } from './tameGrayMatter.mjs';

const outfile = 'out/corpus/report.cjs';
await esbuild.build({
  entryPoints: ['test/corpus/report/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  plugins: [tameGrayMatter],
});
process.exitCode = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
