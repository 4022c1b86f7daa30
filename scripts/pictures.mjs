// Takes the pictures in README.md, in light and dark: `npm run pictures` writes them to docs/images, or to --out. The steps that they
// show are test/ui/pictures.slow.journey.mjs.
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { project } from '../test/host/hosts.mjs';
import { ensureDependencies } from './ensureDependencies.mjs';

const { values } = parseArgs({ options: { out: { type: 'string', default: `${project}/docs/images` } } });
await ensureDependencies(project);
execFileSync(process.execPath, ['esbuild.mjs'], { cwd: project, stdio: 'inherit' });
execFileSync(process.execPath, ['--test', 'test/ui/pictures.slow.journey.mjs'], {
  cwd: project,
  stdio: 'inherit',
  env: { ...process.env, DAYBOOK_PICTURES: resolve(values.out) },
});
