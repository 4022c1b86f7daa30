// Builds and packs the extension: `npm run package` writes daybook-<version>.vsix into the project's folder, or to --out. The same
// sources give the same bytes, on any machine and at any time.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { project } from '../test/host/hosts.mjs';

/** @type {{ name: string, version: string, scripts?: object, devDependencies?: object }} */
const { scripts: _, devDependencies: __, ...manifest } = JSON.parse(readFileSync(`${project}/package.json`, 'utf8'));
const { name, version } = manifest;
const { values } = parseArgs({ options: { out: { type: 'string', default: `${project}/${name}-${version}.vsix` } } });
const packagePath = resolve(values.out);

// What a zip file says about its files besides their content: vsce sorts them and gives all the same time if it has a date. Zip files
// store local time.
process.env['SOURCE_DATE_EPOCH'] ??= String(Date.UTC(2020, 0, 1) / 1000);
process.env['TZ'] = 'UTC';

mkdirSync(dirname(packagePath), { recursive: true });
execFileSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: project, stdio: 'inherit' });
const staging = mkdtempSync(join(tmpdir(), 'daybook-vsix-'));
try {
  for (const path of await listFiles({ cwd: project, packageManager: PackageManager.None })) {
    cpSync(join(project, path), join(staging, path));
    if (path.endsWith('.json')) writeFileSync(join(staging, path), compactJson(path));
    chmodSync(join(staging, path), 0o644);
  }
  const ignoreFile = join(project, '.vscodeignore');
  await createVSIX({ cwd: staging, packagePath, dependencies: false, ignoreFile }); // esbuild bundles the dependencies
} finally {
  rmSync(staging, { recursive: true, force: true });
}
console.log(`${packagePath}: ${(statSync(packagePath).size / 1024).toFixed(0)} KiB`);

/** The file on one line. The manifest is without what only developers need. */
function compactJson(/** @type {string} */ path) {
  return JSON.stringify(path === 'package.json' ? manifest : JSON.parse(readFileSync(join(project, path), 'utf8')));
}
