// Reports what the rules find in the corpus, how many of the known faults they find, which problems nobody has reviewed yet, and what the
// rules and fix-all do to the logs of other writers: `npm run corpus`. `-- --misses`, `-- --unreviewed` and `-- --rule <id>` list the cases of
// the corpus, `-- --errors`, `-- --warnings` and `-- --edits` those of the other logs. Fails if fix-all changes there what is not its own.
import { spawnSync } from 'node:child_process';
import esbuild from 'esbuild';
import { safeGrayMatter } from './safeGrayMatter.mjs';

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
  plugins: [safeGrayMatter],
});
process.exitCode = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
