// Opens Daybook on a small newsroom, on a machine that has nothing but node and npm: `npm start`, or
//   npm start -- [--browser] [--port 8117] [--fresh]
// In the desktop VS Code where there is one; else, or with --browser, in a VS Code that is served to the browser.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { makeHome } from '../test/host/home.mjs';
import { hosted, newest, project, releaseOf, shelf } from '../test/host/hosts.mjs';
import { install } from '../test/host/install.mjs';
import { layNewsroom, newestDraft, newsroom } from '../test/host/newsroom.mjs';
import { installExtension, startServer } from '../test/host/server.mjs';
import { workbenchUrl } from '../test/host/url.mjs';
import { ensureDependencies } from './dependencies.mjs';

const { values: options } = parseArgs({
  options: {
    browser: { type: 'boolean', default: false },
    port: { type: 'string', default: '8117' },
    fresh: { type: 'boolean', default: false },
  },
});
const windows = process.platform === 'win32';

await ensureDependencies(project);
const laid = layNewsroom(options);
const place = relative(process.cwd(), newsroom);
console.log(
  laid
    ? `${place} is a copy of samples/ to write in.`
    : `${place} is the copy of samples/ as you left it; --fresh lays it anew.`,
);
const draft = newestDraft(newsroom);

if (options.browser && !hosted) fail('The VS Code for the browser runs on Linux x64 only.');
if (!options.browser && hasDesktop()) openDesktop('code');
else if (hosted) await serve();
else await download();

/** Whether `code` opens a window here: not without a screen, and not from inside an editor that runs elsewhere. */
function hasDesktop() {
  const screen = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (!screen || process.env['VSCODE_IPC_HOOK_CLI']) return false;
  return spawnSync('code', ['--version'], { shell: windows, stdio: 'ignore' }).status === 0;
}

function openDesktop(/** @type {string} */ program, /** @type {readonly string[]} */ args = []) {
  node('esbuild.mjs');
  console.log('Opening Daybook in VS Code …');
  const files = draft === undefined ? [newsroom] : [newsroom, draft];
  const all = ['--new-window', `--extensionDevelopmentPath=${project}`, ...args, ...files];
  spawn(program, windows ? all.map((arg) => `"${arg}"`) : all, { shell: windows, stdio: 'inherit' });
}

async function download() {
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  const executable = await downloadAndUnzipVSCode({ version: releaseOf(newest), cachePath: shelf });
  const home = makeHome();
  openDesktop(executable, [`--user-data-dir=${home.data}`, `--extensions-dir=${home.extensions}`]);
}

async function serve() {
  await install(newest);
  console.log('Building Daybook …');
  const vsix = `${project}/.vscode-test/daybook.vsix`;
  node('scripts/package.mjs', '--out', vsix);
  process.once('SIGINT', () => {
    console.log('\nDaybook is closed.');
    process.exit();
  });
  const home = makeHome(); // removed at exit, as is what the editor leaves in it
  installExtension(vsix, { home });
  const token = randomBytes(16).toString('hex'); // or any page in the browser could reach the editor and its terminal
  const server = await startServer({ home, token, port: await freePort(Number(options.port)) });
  const open = draft === undefined ? [] : [draft];
  console.log(`\nDaybook is open at ${workbenchUrl(server, { folder: newsroom, open, token })}\nCtrl+C closes it.`);
  fail(`The editor ended by itself (${await server.ended}).`);
}

/**
 * The port wished for, or the next one that nobody listens on.
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
