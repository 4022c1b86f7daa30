// Starts VS Code's own server, which serves the workbench and runs the extension host, and ends it.
import { spawn, spawnSync } from 'node:child_process';
import { atExit, endGroup, signalGroup } from './cleanup.mjs';
import { hostFolder, newest, serverCommand } from './hosts.mjs';
import { HOST_IDLE_MS, watchIdle } from './idle.mjs';

/** @typedef {import('./home.mjs').Home} Home */

/** Bundled extensions that no test needs and that cost time at every start. */
const skipped = [
  'GitHub.copilot-chat',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'ms-vscode.vscode-js-profile-table',
  'vscode.builtin-notebook-renderers',
  'vscode.debug-auto-launch',
  'vscode.debug-server-ready',
  'vscode.emmet',
  'vscode.git',
  'vscode.git-base',
  'vscode.github',
  'vscode.github-authentication',
  'vscode.grunt',
  'vscode.gulp',
  'vscode.ipynb',
  'vscode.jake',
  'vscode.merge-conflict',
  'vscode.mermaid-markdown-features',
  'vscode.microsoft-authentication',
  'vscode.npm',
  'vscode.simple-browser',
  'vscode.terminal-suggest',
  'vscode.tunnel-forwarding',
];

/**
 * Starts the server of a VS Code version in a home (see home.mjs) and resolves when it listens.
 * `testing` opens the door through which a test drives the workbench and loads extensions from their sources.
 * Without a `token` anybody on this machine may connect: for short runs on a port nobody knows.
 *
 * @param {{
 *   home: Home,
 *   version?: string | undefined,
 *   port?: number,
 *   token?: string,
 *   testing?: boolean,
 *   args?: readonly string[],
 * }} options
 */
export async function startServer({ home, version = newest, port = 0, token, testing = false, args = [] }) {
  const { node, main } = serverCommand(hostFolder(version));
  const child = spawn(
    node,
    [
      main,
      '--host=127.0.0.1',
      `--port=${port}`,
      ...(token === undefined ? ['--without-connection-token'] : [`--connection-token=${token}`]),
      ...(testing ? ['--enable-smoke-test-driver'] : []),
      ...homeArguments(home),
      ...args,
    ],
    { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: serverEnvironment(home) },
  );
  const callOff = atExit(() => signalGroup(child.pid, 'SIGKILL'));
  const stop = async () => {
    await endGroup(child.pid);
    callOff();
  };
  let output = '';
  try {
    /** @type {number} */
    const listening = await new Promise((resolve, reject) => {
      const fail = (/** @type {string} */ why) => reject(new Error(`The editor's server ${why}:\n${output}`));
      const watch = watchIdle(HOST_IDLE_MS, () => fail('said nothing more while it started'));
      const read = (/** @type {Buffer} */ bytes) => {
        watch.touch();
        output += bytes;
        const match = /Extension host agent listening on (\d+)/.exec(output);
        if (!match) return;
        watch.stop();
        resolve(Number(match[1]));
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.on('error', reject);
      child.on('exit', (code) => fail(`ended with ${code}`));
      child.on('exit', watch.stop);
    });
    /** @type {Promise<number | null>} */
    const ended = new Promise((resolve) => child.on('exit', resolve));
    return { authority: `127.0.0.1:${listening}`, stop, ended };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Installs a VSIX into a home, as the editor's own command line does.
 *
 * @param {string} vsix
 * @param {{ home: Home, version?: string }} options
 */
export function installExtension(vsix, { home, version = newest }) {
  const { node, main } = serverCommand(hostFolder(version));
  const { status, stdout, stderr } = spawnSync(node, [main, ...homeArguments(home), '--install-extension', vsix], {
    encoding: 'utf8',
    env: serverEnvironment(home),
  });
  if (status !== 0) throw new Error(`${vsix} could not be installed:\n${stdout}${stderr}`);
}

function homeArguments(/** @type {Home} */ home) {
  return [
    '--accept-server-license-terms',
    '--telemetry-level=off',
    '--disable-workspace-trust',
    `--server-data-dir=${home.path}/server`,
    `--user-data-dir=${home.data}`,
    `--extensions-dir=${home.extensions}`,
  ];
}

/** This process may itself run in an editor's terminal or under node's test runner: neither is the server's business. */
function serverEnvironment(/** @type {Home} */ home) {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:VSCODE_|ELECTRON_|NODE_TEST_CONTEXT$)/.test(name));
  return {
    ...Object.fromEntries(own),
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '', itemUrl: '', resourceUrlTemplate: '' }),
    XDG_RUNTIME_DIR: home.path, // for its sockets, which it leaves lying
    VSCODE_SKIP_BUILTIN_EXTENSIONS: skipped.join(','),
  };
}
