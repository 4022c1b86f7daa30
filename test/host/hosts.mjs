// Which editors Daybook is tested in, and where they lie on this machine.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const project = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** Where installed editors lie; DAYBOOK_HOSTS lets several checkouts share one folder. */
export const shelf = resolve(process.env['DAYBOOK_HOSTS'] || join(project, '.vscode-test'));

/** The versions of VS Code that the tests run in, each with its pins in test/host/versions. */
export const newest = '1.139';
export const oldest = '1.100';

/**
 * Whether the editor's server and its browser run here, from npm packages alone. They are Linux programs for x64:
 * on macOS, Windows and other processors the tests use the desktop VS Code that @vscode/test-electron downloads.
 */
export const hosted = process.platform === 'linux' && process.arch === 'x64';

/**
 * What is pinned for an editor version or for `chromium`.
 *
 * @param {string} name
 */
export function pins(name) {
  const path = join(project, 'test/host/versions', name, 'package.json');
  if (!existsSync(path)) throw new Error(`There is no host "${name}": only ${newest} and ${oldest}.`);
  /** @type {{ vscode?: string, dependencies: Record<string, string> }} */
  const { vscode, dependencies } = JSON.parse(readFileSync(path, 'utf8'));
  return { vscode, packages: Object.entries(dependencies).map(([name, version]) => ({ name, version })) };
}

/**
 * The release of VS Code that is pinned for a version: `1.100.3` for `1.100`.
 *
 * @param {string} version
 */
export function releaseOf(version) {
  const { vscode } = pins(version);
  if (vscode === undefined) throw new Error(`"${version}" is not a version of VS Code.`);
  return vscode;
}

/** The folder of an installed host. */
export function hostFolder(/** @type {string} */ name) {
  return join(shelf, name === 'chromium' ? name : `vscode-server-${name}`);
}

/** The server's main script in a host's folder and the node that runs it: its own where one is pinned, else this one. */
export function serverCommand(/** @type {string} */ folder) {
  const own = join(folder, 'node');
  return { node: existsSync(own) ? own : process.execPath, main: join(folder, 'vscode/out/server-main.js') };
}
