// Sees to it that node_modules is what the lock file says, with node's own modules alone.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../test/host/npm.mjs';

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} LockedPackage */

/**
 * Installs the project's packages where they are missing or not those of the lock file.
 *
 * @param {string} project its folder
 */
export async function ensureDependencies(project) {
  if (isCurrent(project)) return;
  console.log("Installing the project's packages …");
  const locked = existsSync(join(project, 'package-lock.json'));
  await npm([locked ? 'ci' : 'install', '--include=dev'], project);
}

/** npm leaves a list of what it installed: compared by content, because a checkout changes times but not packages. */
function isCurrent(/** @type {string} */ project) {
  const wanted = packagesOf(join(project, 'package-lock.json'));
  const found = packagesOf(join(project, 'node_modules/.package-lock.json'));
  if (wanted === undefined || found === undefined) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || (found[path] ? found[path].version === version : optional || devOptional),
  );
}

function packagesOf(/** @type {string} */ path) {
  if (!existsSync(path)) return undefined;
  /** @type {{ packages?: Record<string, LockedPackage> }} */
  const { packages } = JSON.parse(readFileSync(path, 'utf8'));
  return packages;
}
