/**
 * The address of a workbench on `folder`, with the files to `open`, the extension to load from its sources
 * (`development`), the module of `tests` to run and the `token` that the server wants.
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
