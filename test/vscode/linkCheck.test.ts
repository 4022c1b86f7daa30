import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  acceptItem,
  closeAll,
  closeList,
  createAndOpenFresh,
  deleteFile,
  eventually,
  runUntilList,
  uriAt,
} from './support.ts';

const PATH = '_drafts/day-9400.markdown';
const ENTRY = `---
title: Day 9400
date: 2031-01-30 09:00:00 -08:00
---

1/ **The pier closed**. It is shut. ([Herald](https://available.example/a) / [Radio](https://gone.example/b#part) / [Post](https://paywall.example/c))

2/ **The ferry sank**. Nobody drowned. ([Wire](https://busy.example/d) / [Radio](https://gone.example/b) / [Gazette](https://silent.example/e))
`;
const STATUS: Readonly<Record<string, number>> = {
  'available.example': 200,
  'gone.example': 410,
  'paywall.example': 403,
};

suite('Check Links', () => {
  const fetchBefore = globalThis.fetch;
  let requests: string[] = [];
  let settingsBefore: Uint8Array | undefined;

  const allow = async (value: boolean | undefined) => {
    const configuration = vscode.workspace.getConfiguration('daybook');
    await configuration.update('linkCheck.enabled', value, vscode.ConfigurationTarget.Global);
  };
  const isAllowed = () => vscode.workspace.getConfiguration('daybook').get('linkCheck.enabled');
  const gone = (uri: vscode.Uri) =>
    vscode.languages
      .getDiagnostics(uri)
      .filter(({ source }) => source === 'daybook links')
      .sort((a, b) => a.range.start.compareTo(b.range.start));

  suiteSetup(async () => {
    settingsBefore = await vscode.workspace.fs.readFile(uriAt('daybook.json')).then(
      (bytes) => bytes,
      () => undefined,
    );
  });
  setup(() => {
    requests = [];
    globalThis.fetch = async (address, init) => {
      const { hostname } = new URL(String(address));
      requests.push(`${init?.method} ${String(address)}`);
      if (hostname === 'silent.example') throw new TypeError('fetch failed');
      if (hostname === 'busy.example') return new Response(null, { status: 429, headers: { 'retry-after': '3600' } });
      return new Response(null, { status: STATUS[hostname] ?? 404 });
    };
  });
  teardown(async () => {
    globalThis.fetch = fetchBefore;
    await allow(undefined);
    await closeAll();
    await deleteFile(PATH);
    if (settingsBefore) await vscode.workspace.fs.writeFile(uriAt('daybook.json'), settingsBefore);
    else await deleteFile('daybook.json');
  });

  test('sends no request before the user allows it, whatever the settings of the folder', async () => {
    await vscode.workspace.fs.writeFile(
      uriAt('daybook.json'),
      new TextEncoder().encode('{ "linkCheck.enabled": true }'),
    );
    await createAndOpenFresh(PATH, ENTRY);
    await eventually(
      () => vscode.languages.getDiagnostics(uriAt('daybook.json')).length > 0,
      'the setting to be rejected',
    );
    const { done } = await runUntilList('daybook.checkLinks');
    assert.deepEqual(requests, []);
    await closeList();
    await done;
    assert.deepEqual(requests, []);
    assert.equal(isAllowed(), false);
  });

  test('checks each page once when the user allows it, reports those that are gone and remembers the results @smoke', async () => {
    const { document } = await createAndOpenFresh(PATH, ENTRY);
    const { done } = await runUntilList('daybook.checkLinks');
    await acceptItem();
    await done;
    assert.equal(isAllowed(), true);
    const counts = new Map<string, number>();
    for (const request of requests) counts.set(request, (counts.get(request) ?? 0) + 1);
    assert.deepEqual(Object.fromEntries([...counts].sort()), {
      'GET https://gone.example/b': 1,
      'GET https://paywall.example/c': 1,
      'GET https://silent.example/e': 1,
      'HEAD https://busy.example/d': 1,
      'HEAD https://gone.example/b': 1,
      'HEAD https://paywall.example/c': 1,
      'HEAD https://silent.example/e': 1,
      'HEAD https://available.example/a': 1,
    });
    await eventually(() => gone(document.uri).length === 2, 'two links to the page that is gone');
    assert.deepEqual(
      gone(document.uri).map(({ range, message, severity }) => [document.getText(range), message, severity]),
      ['https://gone.example/b#part', 'https://gone.example/b'].map((address) => [
        address,
        'gone.example says that this page is gone (410).',
        vscode.DiagnosticSeverity.Warning,
      ]),
    );
    requests = [];
    await vscode.commands.executeCommand('daybook.checkLinks');
    assert.deepEqual(requests, [], 'all results are remembered');
  });

  test('a link to a page that is gone can be replaced by the archived copy without a request, and undone in one step', async () => {
    const { document } = await createAndOpenFresh(PATH, ENTRY);
    const [problem] = await eventually(
      () => gone(document.uri).length === 2 && gone(document.uri),
      'the remembered results',
    );
    assert.ok(problem);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
    );
    const action = actions.find(({ title }) => title === 'Link to the archived copy nearest to 2031-01-30');
    assert.ok(action?.edit, actions.map(({ title }) => title).join());
    assert.ok(actions.some(({ title }) => title === 'Open the archived copy nearest to 2031-01-30 in the browser'));
    await vscode.workspace.applyEdit(action.edit);
    assert.ok(document.getText().includes('](https://web.archive.org/web/20310130/https://gone.example/b#part)'));
    await eventually(() => gone(document.uri).length === 1, 'one of them fixed');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), ENTRY);
    assert.deepEqual(requests, []);
  });
});
