// Starts and ends the VS Code server, which serves the workbench and runs the extension host.
import { spawn, spawnSync } from 'node:child_process';
import { atExit, endGroup, signalGroup } from './cleanup.mjs';
import { hostFolder, newest, serverCommand } from './hosts.mjs';
import { HOST_IDLE_MS, watchIdle } from './watchIdle.mjs';

/** @typedef {import('./editorHome.mjs').Home} Home */

/** Built-in extensions that no test needs. They would slow down every start. */
const SKIPPED_EXTENSIONS = [
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
 * Starts the server of a VS Code version with a home and resolves when it listens. `testing` lets tests drive the workbench and load
 * extensions from their sources. `trustsFolders` turns workspace trust off, so that every folder is trusted. Without a `token`, anybody on this machine can connect, so leave it out only for short runs on a random
 * port.
 *
 * @param {{
 *   home: Home,
 *   version?: string | undefined,
 *   port?: number,
 *   token?: string,
 *   testing?: boolean,
 *   trustsFolders?: boolean,
 *   args?: readonly string[],
 * }} options
 */
export async function startServer({
  home,
  version = newest,
  port = 0,
  token,
  testing = false,
  trustsFolders = true,
  args = [],
}) {
  const { node, main } = serverCommand(hostFolder(version));
  const child = spawn(
    node,
    [
      main,
      '--host=127.0.0.1',
      `--port=${port}`,
      ...(token === undefined ? ['--without-connection-token'] : [`--connection-token=${token}`]),
      ...(testing ? ['--enable-smoke-test-driver'] : []),
      ...(trustsFolders ? ['--disable-workspace-trust'] : []),
      ...homeArguments(home),
      ...args,
    ],
    { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: serverEnvironment(home) },
  );
  const cancel = atExit(() => signalGroup(child.pid, 'SIGKILL'));
  const stop = async () => {
    await endGroup(child.pid);
    cancel();
  };
  let output = '';
  try {
    /** @type {number} */
    const listeningPort = await new Promise((resolve, reject) => {
      const fail = (/** @type {string} */ problem) => reject(new Error(`The VS Code server ${problem}:\n${output}`));
      const watch = watchIdle(HOST_IDLE_MS, () => fail('hung while starting'));
      const onOutput = (/** @type {Buffer} */ bytes) => {
        watch.touch();
        output += bytes;
        const match = /Extension host agent listening on (\d+)/.exec(output);
        if (!match) return;
        watch.stop();
        resolve(Number(match[1]));
      };
      child.stdout.on('data', onOutput);
      child.stderr.on('data', onOutput);
      child.on('error', reject);
      child.on('exit', (code) => fail(`exited with code ${code}`));
      child.on('exit', watch.stop);
    });
    /** @type {Promise<number | null>} */
    const exitCode = new Promise((resolve) => child.on('exit', resolve));
    return { authority: `127.0.0.1:${listeningPort}`, stop, exitCode };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Installs a VSIX into a home with the command line of VS Code.
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
  if (status !== 0) throw new Error(`Could not install ${vsix}:\n${stdout}${stderr}`);
}

function homeArguments(/** @type {Home} */ home) {
  return [
    '--accept-server-license-terms',
    '--telemetry-level=off',
    `--server-data-dir=${home.path}/server`,
    `--user-data-dir=${home.data}`,
    `--extensions-dir=${home.extensions}`,
  ];
}

/** Leaves out the variables that are set if this process runs in an editor's terminal or in Node's test runner. */
function serverEnvironment(/** @type {Home} */ home) {
  const variables = Object.entries(process.env).filter(
    ([name]) => !/^(?:VSCODE_|ELECTRON_|NODE_TEST_CONTEXT$)/.test(name),
  );
  return {
    ...Object.fromEntries(variables),
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '', itemUrl: '', resourceUrlTemplate: '' }),
    XDG_RUNTIME_DIR: home.path, // for its sockets, which it does not remove
    VSCODE_SKIP_BUILTIN_EXTENSIONS: SKIPPED_EXTENSIONS.join(','),
  };
}
