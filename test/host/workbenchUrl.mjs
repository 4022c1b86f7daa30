/**
 * Returns the URL of a workbench on a folder. `open` are the files to open, `development` is the folder of an extension to load from
 * its sources, `tests` the module of tests to run, and `token` the server's connection token.
 *
 * @param {{ authority: string }} server
 * @param {{ folder: string, open?: readonly string[], development?: string, tests?: string, token?: string }} options
 */
export function workbenchUrl(server, { folder, open = [], development, tests, token }) {
  const remote = (/** @type {string} */ path) => `vscode-remote://${server.authority}${encodeURI(path)}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...open.map((path) => ['openFile', remote(path)]),
  ];
  if (development !== undefined) payload.push(['extensionDevelopmentPath', remote(development)]);
  if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  if (token !== undefined) query.set('tkn', token);
  return `http://${server.authority}/?${query}`;
}
