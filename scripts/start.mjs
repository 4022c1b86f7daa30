// Opens Daybook on a sample newsroom, on a machine that has only Node.js and npm: `npm start`, or
//   npm start -- [--browser] [--port 8117] [--fresh]
// Uses the desktop VS Code if there is one. Otherwise, or with --browser, serves VS Code to a browser.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { createHome } from '../test/host/editorHome.mjs';
import { hasHostedEditor, hostsFolder, newest, project, releaseOf } from '../test/host/hosts.mjs';
import { install } from '../test/host/install.mjs';
import { createNewsroom, draftsToOpen, newsroom } from '../test/host/sampleNewsroom.mjs';
import { installExtension, startServer } from '../test/host/vscodeServer.mjs';
import { workbenchUrl } from '../test/host/workbenchUrl.mjs';
import { ensureDependencies } from './ensureDependencies.mjs';

const { values: options } = parseArgs({
  options: {
    browser: { type: 'boolean', default: false },
    port: { type: 'string', default: '8117' },
    fresh: { type: 'boolean', default: false },
  },
});
const isWindows = process.platform === 'win32';

await ensureDependencies(project);
const isNew = createNewsroom(options);
const path = relative(process.cwd(), newsroom);
console.log(
  isNew
    ? `Copied samples/ to ${path}. Write there.`
    : `${path} is the copy of samples/ as you left it. --fresh replaces it with a new copy.`,
);
const drafts = draftsToOpen(newsroom);
console.log(`
Three things to try:
  1. In Day 68, write the sentences that are still TK. The preview follows every key.
  2. Copy the address of any article, and paste it at the end of a sentence in Day 68.
  3. In Day 72, place the cursor on a squiggle and press ${process.platform === 'darwin' ? 'Cmd' : 'Ctrl'}+. (full stop) to fix it.
`);

if (options.browser && !hasHostedEditor) fail('VS Code in the browser runs on Linux x64 only.');
if (!options.browser && hasDesktop()) openDesktop('code');
else if (hasHostedEditor) await serve();
else await downloadAndOpen();

/** Whether `code` can open a window here. It cannot without a screen, or in the terminal of a remote editor. */
function hasDesktop() {
  const hasScreen = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (!hasScreen || process.env['VSCODE_IPC_HOOK_CLI']) return false;
  return spawnSync('code', ['--version'], { shell: isWindows, stdio: 'ignore' }).status === 0;
}

function openDesktop(/** @type {string} */ program, /** @type {readonly string[]} */ args = []) {
  node('esbuild.mjs');
  console.log('Opening Daybook in VS Code …');
  const all = ['--new-window', `--extensionDevelopmentPath=${project}`, ...args, newsroom, ...drafts];
  spawn(program, isWindows ? all.map((arg) => `"${arg}"`) : all, { shell: isWindows, stdio: 'inherit' });
}

async function downloadAndOpen() {
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  const executable = await downloadAndUnzipVSCode({ version: releaseOf(newest), cachePath: hostsFolder });
  const home = createHome();
  openDesktop(executable, [`--user-data-dir=${home.data}`, `--extensions-dir=${home.extensions}`]);
}

async function serve() {
  await install(newest);
  console.log('Building Daybook …');
  const vsix = `${project}/.vscode-test/daybook.vsix`;
  node('scripts/package.mjs', '--out', vsix);
  process.once('SIGINT', () => {
    console.log('\nClosed Daybook.');
    process.exit();
  });
  const home = createHome(); // removed at exit, with everything the editor wrote into it
  installExtension(vsix, { home });
  const token = randomBytes(16).toString('hex'); // without it, any page in the browser could control the editor and its terminal
  const server = await startServer({ home, token, port: await freePort(Number(options.port)) });
  console.log(
    `\nDaybook is open at ${workbenchUrl(server, { folder: newsroom, open: drafts, token })}\nCtrl+C closes it.`,
  );
  fail(`The editor exited unexpectedly (code ${await server.exitCode}).`);
}

/**
 * Returns the port, or the next higher one that is free.
 *
 * @param {number} port
 * @returns {Promise<number>}
 */
async function freePort(port) {
  /** @type {boolean} */
  const free = await new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
  return free ? port : freePort(port + 1);
}

function node(/** @type {string[]} */ ...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) fail(`node ${args[0]} failed.`);
}

function fail(/** @type {string} */ message) {
  console.error(message);
  process.exit(1);
}
