// Serves a workbench without a server behind it, as vscode.dev does: extensions run in a web worker only, and the folder is a virtual
// workspace.
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { hostFolder, newest, project } from './hosts.mjs';

const MIME_TYPES = /** @type {Readonly<Record<string, string>>} */ ({
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
});

/** The built-in extensions that an entry needs. */
const BUILT_IN = ['markdown-basics', 'theme-defaults'];

/**
 * Starts the server and resolves to the address of the workbench on a folder.
 *
 * @param {{ folder: string, settings: object }} options
 */
export async function serveWorkbench({ folder, settings }) {
  const vscode = join(hostFolder(newest), 'vscode');
  const roots = Object.entries({
    '/static/': vscode,
    '/daybook/': project,
    '/memoryFolder/': join(project, 'test/host/memoryFolder'),
  });
  /** @type {Set<string>} */
  const missing = new Set();
  const server = createServer(({ url = '', headers }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cache-Control', 'no-store');
    if (path === '/') return send(response, '.html', pageOf(headers.host ?? '', settings));
    if (path === '/newsroom.json') return send(response, '.json', JSON.stringify(filesIn(folder)));
    const [prefix = '', root = ''] = roots.find(([name]) => path.startsWith(name)) ?? [];
    const file = join(root, path.slice(prefix.length));
    if (root === '' || path.includes('..') || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      missing.add(path);
      response.statusCode = 404;
      return response.end();
    }
    if (path.endsWith('/workbench/workbench.js'))
      return send(response, '.js', withoutRemote(readFileSync(file, 'utf8')));
    response.setHeader('Content-Type', MIME_TYPES[extname(file)] ?? 'application/octet-stream');
    return createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://localhost:${address.port}/`,
    missing,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function send(
  /** @type {import('node:http').ServerResponse} */ response,
  /** @type {string} */ extension,
  /** @type {string} */ text,
) {
  response.setHeader('Content-Type', MIME_TYPES[extension] ?? 'text/plain');
  response.end(text);
}

/** The page of the workbench. */
function pageOf(/** @type {string} */ host, /** @type {object} */ settings) {
  const uri = (/** @type {string} */ path) => ({ scheme: 'http', authority: host, path });
  const configuration = {
    productConfiguration: {
      enableTelemetry: false,
      extensionEnabledApiProposals: { 'daybook-test.memory-folder': ['fileSearchProvider'] },
    },
    folderUri: { scheme: 'memory', authority: '', path: '/newsroom' },
    additionalBuiltinExtensions: [uri('/memoryFolder'), ...BUILT_IN.map((name) => uri(`/static/extensions/${name}`))],
    developmentOptions: { enableSmokeTestDriver: true, extensions: [uri('/daybook')] },
    webviewEndpoint: `http://${host}/static/out/vs/workbench/contrib/webview/browser/pre`,
    configurationDefaults: settings,
    enableWorkspaceTrust: false,
    userDataPath: '/',
    isEnabledCoderGettingStarted: false, // these three are read by the patches of the packaged workbench
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    _wrapWebWorkerExtHostInIframe: false,
  };
  const json = (/** @type {unknown} */ value) =>
    JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8">
    <meta id="vscode-workbench-web-configuration" data-settings="${json(configuration)}">
    <meta id="vscode-workbench-web-base-url" data-settings="/static">
    <link rel="stylesheet" href="/static/out/vs/code/browser/workbench/workbench.css">
  </head>
  <body aria-label=""></body>
  <script>globalThis._VSCODE_FILE_ROOT = new URL('/static/out/', location).toString();</script>
  <script type="module" src="/static/out/nls.messages.js"></script>
  <script type="module" src="/static/out/vs/code/browser/workbench/workbench.js"></script>
</html>`;
}

/** The packaged workbench always connects to the server that it comes from. Takes out these two patches. */
function withoutRemote(/** @type {string} */ script) {
  return script
    .replace(/,remoteAuthority:location\.host\}/, '}')
    .replace(/\.with\(\{scheme:\w+\.vscodeRemote\}\),"User"\)/, '.with({scheme:"vscode-userdata"}),"User")');
}

/** The files of a folder in Base64, by their paths in the virtual workspace. */
function filesIn(/** @type {string} */ folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = names.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    paths.map((path) => [
      `/newsroom${path.slice(folder.length).replaceAll('\\', '/')}`,
      readFileSync(path).toString('base64'),
    ]),
  );
}
