// Uses built-in modules only: it runs before anything is installed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../test/host/npm.mjs';

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} LockedPackage */

/**
 * Installs the project's packages if node_modules does not match the lock file.
 *
 * @param {string} project the folder of the project
 */
export async function ensureDependencies(project) {
  if (isCurrent(project)) return;
  console.log("Installing the project's packages …");
  const hasLockFile = existsSync(join(project, 'package-lock.json'));
  await npm([hasLockFile ? 'ci' : 'install', '--include=dev'], project);
}

/** Compares the lock file with npm's record of what it installed. Modification times would not do: a checkout changes them. */
function isCurrent(/** @type {string} */ project) {
  const locked = packagesOf(join(project, 'package-lock.json'));
  const installed = packagesOf(join(project, 'node_modules/.package-lock.json'));
  if (locked === undefined || installed === undefined) return false;
  return Object.entries(locked).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || (installed[path] ? installed[path].version === version : optional || devOptional),
  );
}

function packagesOf(/** @type {string} */ path) {
  if (!existsSync(path)) return undefined;
  /** @type {{ packages?: Record<string, LockedPackage> }} */
  const { packages } = JSON.parse(readFileSync(path, 'utf8'));
  return packages;
}
