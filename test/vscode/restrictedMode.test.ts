import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  createAndOpen,
  createAndOpenFresh,
  deleteFile,
  eventually,
  exists,
  shownProblems,
  uriAt,
} from './support.ts';

const ENTRY = 'TK/ **Head**. one.Two. ([A](https://a.example/))\n';
/** A newsroom's settings: harmless ones, and those by which a folder loads something. */
const SETTINGS = {
  rules: { 'sentence-spacing': 'error' },
  template: 'template.md',
  'preview.styles': ['hostile.css'],
  'preview.remoteImages': true,
};
const NEW_DATE = '2031-01-30';

// Runs only in a window that does not trust the folder: see `--untrusted` in test/host/runSuites.mjs.
if (vscode.workspace.getConfiguration('daybookTest').get('untrusted')) {
  suite('In Restricted Mode', () => {
    const before = new Map<string, Uint8Array | undefined>();
    suiteSetup(async () => {
      for (const path of ['daybook.json', '.vscode/settings.json'])
        before.set(path, (await exists(path)) ? await vscode.workspace.fs.readFile(uriAt(path)) : undefined);
      await write('template.md', 'FROM THE TEMPLATE\n');
      await write('daybook.json', JSON.stringify(SETTINGS));
      const workspaceSettings = Object.entries(SETTINGS).map(([name, value]) => [`daybook.${name}`, value]);
      await write('.vscode/settings.json', JSON.stringify(Object.fromEntries(workspaceSettings)));
    });
    suiteTeardown(async () => {
      await closeAll();
      for (const [path, bytes] of before) {
        if (bytes) await vscode.workspace.fs.writeFile(uriAt(path), bytes);
        else await deleteFile(path);
      }
      for (const path of ['template.md', '_drafts/day-9300.markdown']) await deleteFile(path);
    });

    test('the window does not trust the folder, and the extension is active @smoke', async () => {
      assert.equal(vscode.workspace.isTrusted, false);
      await vscode.extensions.getExtension('daybook.daybook')?.activate();
      assert.equal(vscode.extensions.getExtension('daybook.daybook')?.isActive, true);
    });

    test('problems are shown with the severities of the folder, and fixed @smoke', async () => {
      const { document } = await createAndOpenFresh('_drafts/day-9300.markdown', ENTRY);
      await eventually(() => shownProblems(document.uri).includes('1:sentence-spacing'), 'a problem');
      const severity = () =>
        vscode.languages
          .getDiagnostics(document.uri)
          .find(({ code }) => typeof code === 'object' && code.value === 'sentence-spacing')?.severity;
      await eventually(() => severity() === vscode.DiagnosticSeverity.Error, 'the severity of the folder');
      await vscode.commands.executeCommand('daybook.fixAll');
      assert.match(document.getText(), /one\. Two\./);
    });

    test('the settings by which a folder loads something have no effect @smoke', () => {
      const configuration = vscode.workspace.getConfiguration('daybook', uriAt('_drafts'));
      assert.equal(configuration.get('template'), '');
      assert.deepEqual(configuration.get('preview.styles'), []);
      for (const name of ['template', 'preview.styles', 'preview.remoteImages'])
        assert.equal(configuration.inspect(name)?.workspaceValue, undefined, name);
    });

    test('a new entry is started without the template of the folder @smoke', async () => {
      const editor = await vscode.commands.executeCommand<vscode.TextEditor>('daybook.newDayForDate', NEW_DATE);
      const { document } = editor ?? {};
      assert.ok(document);
      assert.match(document.getText(), /^---\ntitle: Day \d+\n/);
      assert.doesNotMatch(document.getText(), /TEMPLATE/);
      await closeAll();
      await vscode.workspace.fs.delete(document.uri);
    });

    test('the preview opens @smoke', async () => {
      await createAndOpen('_drafts/day-9300.markdown', ENTRY);
      await vscode.commands.executeCommand('daybook.showPreviewToSide');
      const isPreview = ({ input }: vscode.Tab) =>
        input instanceof vscode.TabInputWebview && input.viewType.endsWith('daybook.preview');
      await eventually(() => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(isPreview), 'the preview');
    });
  });
}

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriAt(path), new TextEncoder().encode(text));
}
