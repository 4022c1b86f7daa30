import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { accept, at, closeAll, closeList, eventually, openFresh, remove, runToList } from './support.ts';

const PATH = '_drafts/day-9400.markdown';
const ENTRY = `---
title: Day 9400
date: 2031-01-30 09:00:00 -08:00
---

1/ **The pier closed**. It is shut. ([Herald](https://there.example/a) / [Radio](https://gone.example/b#part) / [Post](https://paywall.example/c))

2/ **The ferry sank**. Nobody drowned. ([Wire](https://busy.example/d) / [Radio](https://gone.example/b) / [Gazette](https://silent.example/e))
`;
const STATUS: Readonly<Record<string, number>> = { 'there.example': 200, 'gone.example': 410, 'paywall.example': 403 };

suite('Check Links', () => {
  const fetchBefore = globalThis.fetch;
  let asked: string[] = [];
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
    settingsBefore = await vscode.workspace.fs.readFile(at('daybook.json')).then(
      (bytes) => bytes,
      () => undefined,
    );
  });
  setup(() => {
    asked = [];
    globalThis.fetch = async (address, init) => {
      const { hostname } = new URL(String(address));
      asked.push(`${init?.method} ${String(address)}`);
      if (hostname === 'silent.example') throw new TypeError('fetch failed');
      if (hostname === 'busy.example') return new Response(null, { status: 429, headers: { 'retry-after': '3600' } });
      return new Response(null, { status: STATUS[hostname] ?? 404 });
    };
  });
  teardown(async () => {
    globalThis.fetch = fetchBefore;
    await allow(undefined);
    await closeAll();
    await remove(PATH);
    if (settingsBefore) await vscode.workspace.fs.writeFile(at('daybook.json'), settingsBefore);
    else await remove('daybook.json');
  });

  test('asks nobody before the writer has allowed it, whatever the folder says', async () => {
    await vscode.workspace.fs.writeFile(at('daybook.json'), new TextEncoder().encode('{ "linkCheck.enabled": true }'));
    await openFresh(PATH, ENTRY);
    await eventually(() => vscode.languages.getDiagnostics(at('daybook.json')).length > 0, 'the setting to be refused');
    const { done } = await runToList('daybook.checkLinks');
    assert.deepEqual(asked, []);
    await closeList();
    await done;
    assert.deepEqual(asked, []);
    assert.equal(isAllowed(), false);
  });

  test('asks each page once when the writer says yes, marks those that are gone and remembers @smoke', async () => {
    const { document } = await openFresh(PATH, ENTRY);
    const { done } = await runToList('daybook.checkLinks');
    await accept();
    await done;
    assert.equal(isAllowed(), true);
    const counts = new Map<string, number>();
    for (const request of asked) counts.set(request, (counts.get(request) ?? 0) + 1);
    assert.deepEqual(Object.fromEntries([...counts].sort()), {
      'GET https://gone.example/b': 1,
      'GET https://paywall.example/c': 1,
      'GET https://silent.example/e': 1,
      'HEAD https://busy.example/d': 1,
      'HEAD https://gone.example/b': 1,
      'HEAD https://paywall.example/c': 1,
      'HEAD https://silent.example/e': 1,
      'HEAD https://there.example/a': 1,
    });
    await eventually(() => gone(document.uri).length === 2, 'the two links to the page that is gone');
    assert.deepEqual(
      gone(document.uri).map(({ range, message, severity }) => [document.getText(range), message, severity]),
      ['https://gone.example/b#part', 'https://gone.example/b'].map((address) => [
        address,
        'gone.example says that this page is gone (410).',
        vscode.DiagnosticSeverity.Warning,
      ]),
    );
    asked = [];
    await vscode.commands.executeCommand('daybook.checkLinks');
    assert.deepEqual(asked, [], 'all is known by now');
  });

  test('a link to a page that is gone is led to the archived copy, without asking anybody, and one undo takes it back', async () => {
    const { document } = await openFresh(PATH, ENTRY);
    const [problem] = await eventually(
      () => gone(document.uri).length === 2 && gone(document.uri),
      'what is remembered',
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
    await eventually(() => gone(document.uri).length === 1, 'one of them mended');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), ENTRY);
    assert.deepEqual(asked, []);
  });
});
