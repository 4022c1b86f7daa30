// Runs `npm audit` over the packages in the bundles, which are development dependencies and so not in the usual audit of what ships:
// `node scripts/audit.mjs`, after a build. Prints the packages, and exits with 1 if one has a known vulnerability.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { project } from '../test/host/hosts.mjs';
import { bundledPackages } from './bundledPackages.mjs';

process.chdir(project);
const packages = bundledPackages(JSON.parse(readFileSync('dist/metafile.json', 'utf8')));
for (const { name, version } of packages) console.log(`${name} ${version}`);

const folder = mkdtempSync(join(tmpdir(), 'daybook-audit-'));
try {
  for (const [name, content] of Object.entries(auditedProject()))
    writeFileSync(join(folder, name), JSON.stringify(content));
  const args = ['audit', '--package-lock-only', '--audit-level=low'];
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Returns the manifest and the lock file of a project that depends on exactly the bundled packages, and on none of theirs. */
function auditedProject() {
  const name = 'bundled';
  const version = '1.0.0';
  const dependencies = Object.fromEntries(packages.map((bundled) => [bundled.name, bundled.version]));
  const locked = packages.map((bundled) => [`node_modules/${bundled.name}`, { version: bundled.version }]);
  const root = { name, version, dependencies };
  const lock = { name, version, lockfileVersion: 3, packages: Object.fromEntries([['', root], ...locked]) };
  return { 'package.json': { ...root, private: true }, 'package-lock.json': lock };
}
