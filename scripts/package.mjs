// Builds and packs the extension: `npm run package` writes daybook-<version>.vsix into the project's folder, or to --out.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { project } from '../test/host/hosts.mjs';

/** @type {{ name: string, version: string, repository?: unknown }} */
const { name, version, repository } = JSON.parse(readFileSync(`${project}/package.json`, 'utf8'));
const { values } = parseArgs({ options: { out: { type: 'string', default: `${project}/${name}-${version}.vsix` } } });
const packagePath = values.out;

mkdirSync(dirname(packagePath), { recursive: true });
execFileSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: project, stdio: 'inherit' });
await createVSIX({
  cwd: project,
  packagePath,
  dependencies: false, // esbuild bundles them
  allowMissingRepository: true,
  rewriteRelativeLinks: repository !== undefined, // without a repository there is nothing to link to
  skipLicense: true,
});
console.log(`${packagePath}: ${(statSync(packagePath).size / 1024).toFixed(0)} KiB`);
