// The editors that Daybook is tested in, and where they are installed on this machine.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const project = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** The folder of installed editors. With DAYBOOK_HOSTS, several checkouts can share one. */
export const hostsFolder = resolve(process.env['DAYBOOK_HOSTS'] || join(project, '.vscode-test'));

/** The versions of VS Code that the tests run in. Their packages are pinned in test/host/versions. */
export const newest = '1.139';
export const oldest = '1.100';

/**
 * Whether VS Code can run here from npm packages, as a server with a browser. These packages are for Linux x64. On other platforms,
 * the tests use the desktop VS Code that @vscode/test-electron downloads.
 */
export const hasHostedEditor = process.platform === 'linux' && process.arch === 'x64';

/**
 * Reads the pinned packages of an editor.
 *
 * @param {string} name a version of VS Code, or `chromium`
 */
export function readPins(name) {
  const path = join(project, 'test/host/versions', name, 'package.json');
  if (!existsSync(path)) throw new Error(`Unknown host "${name}". The hosts are ${newest} and ${oldest}.`);
  /** @type {{ vscode?: string, dependencies: Record<string, string> }} */
  const { vscode, dependencies } = JSON.parse(readFileSync(path, 'utf8'));
  return { vscode, packages: Object.entries(dependencies).map(([name, version]) => ({ name, version })) };
}

/**
 * Returns the pinned release of a version of VS Code: `1.100.3` for `1.100`.
 *
 * @param {string} version
 */
export function releaseOf(version) {
  const { vscode } = readPins(version);
  if (vscode === undefined) throw new Error(`"${version}" is not a version of VS Code.`);
  return vscode;
}

/** Returns the folder in which a host is installed. */
export function hostFolder(/** @type {string} */ name) {
  return join(hostsFolder, name === 'chromium' ? name : `vscode-server-${name}`);
}

/** Returns the main script of the server in a host's folder, and the Node.js to run it with: the pinned one or else the current one. */
export function serverCommand(/** @type {string} */ folder) {
  const pinnedNode = join(folder, 'node');
  return {
    node: existsSync(pinnedNode) ? pinnedNode : process.execPath,
    main: join(folder, 'vscode/out/server-main.js'),
  };
}
