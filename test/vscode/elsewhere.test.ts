import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeAll, eventually, exists, openNew, remove, shown } from './support.ts';

const FAULTY = 'TK/ **Head**. One.Two. ([A](https://a.example/))\n';
const SETTINGS = 'daybook.json';

suite('Entries elsewhere', () => {
  let before: Uint8Array | undefined;
  suiteSetup(async () => {
    before = (await exists(SETTINGS)) ? await vscode.workspace.fs.readFile(at(SETTINGS)) : undefined;
  });
  teardown(async () => {
    await closeAll();
    await configuration().update('entries', undefined, vscode.ConfigurationTarget.Workspace);
    if (before) await vscode.workspace.fs.writeFile(at(SETTINGS), before);
    else await remove(SETTINGS);
    for (const path of ['notes', 'other.md']) if (await exists(path)) await removeAll(path);
  });

  test('Markdown that the settings name is an entry as long as they do @smoke', async () => {
    const { document } = await openNew('notes/2031/a.md', FAULTY);
    const other = await openNew('other.md', FAULTY);
    assert.deepEqual(shown(document.uri), []);
    await configuration().update('entries', ['notes/**/*.md'], vscode.ConfigurationTarget.Workspace);
    await eventually(() => shown(document.uri).includes('1:sentence-spacing'), 'a problem in the note');
    assert.deepEqual(shown(other.document.uri), []);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('daybook.fixAll');
    assert.match(document.getText(), /One\. Two\./);
    await vscode.commands.executeCommand('daybook.showPreviewToSide');
    await eventually(() => previewTab(), 'the preview');
    await configuration().update('entries', undefined, vscode.ConfigurationTarget.Workspace);
    await eventually(() => shown(document.uri).length === 0, 'no problem of what is no entry any more');
  });

  test("a newsroom's own file names them too, and Check All Entries reads them", async () => {
    await write('notes/a.md', FAULTY);
    await write('notes/old/b.md', FAULTY);
    await write(SETTINGS, '{ "entries": ["notes/**/*.md", "!notes/old/"] }');
    await eventually(async () => {
      await vscode.commands.executeCommand('daybook.checkAll');
      return shown(at('notes/a.md')).includes('1:sentence-spacing');
    }, 'problems of a closed note');
    assert.deepEqual(shown(at('notes/old/b.md')), []);
    await write('notes/a.md', FAULTY.replace('One.Two', 'One. Two'));
    await eventually(() => !shown(at('notes/a.md')).includes('1:sentence-spacing'), 'the problem gone');
  });

  test('a folder, a glob and a time zone that cannot be are pointed at in the file', async () => {
    await write(
      SETTINGS,
      '{ "posts": "../other", "drafts": "content/_drafts", "entries": ["/etc/*.md"], "timezone": "Mars/Base" }',
    );
    await eventually(() => vscode.languages.getDiagnostics(at(SETTINGS)).length >= 4, 'four problems');
  });
});

function configuration(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('daybook', at('_posts'));
}

function previewTab(): vscode.Tab | undefined {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.find(
    ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('daybook.preview'),
  );
}

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
}

async function removeAll(path: string): Promise<void> {
  await vscode.workspace.fs.delete(at(path), { recursive: true });
}
