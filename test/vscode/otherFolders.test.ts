import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, createAndOpen, deleteFile, eventually, exists, shownProblems, uriAt } from './support.ts';

const ENTRY_WITH_PROBLEMS = 'TK/ **Head**. one.Two. ([A](https://a.example/))\n';
const SETTINGS = 'daybook.json';

suite('Entries in other folders', () => {
  let before: Uint8Array | undefined;
  suiteSetup(async () => {
    before = (await exists(SETTINGS)) ? await vscode.workspace.fs.readFile(uriAt(SETTINGS)) : undefined;
  });
  teardown(async () => {
    await closeAll();
    await configuration().update('entries', undefined, vscode.ConfigurationTarget.Workspace);
    if (before) await vscode.workspace.fs.writeFile(uriAt(SETTINGS), before);
    else await deleteFile(SETTINGS);
    for (const path of ['notes', 'other.md']) if (await exists(path)) await removeAll(path);
  });

  test('Markdown that the settings list is an entry as long as they list it @smoke', async () => {
    const other = await createAndOpen('other.md', ENTRY_WITH_PROBLEMS);
    await vscode.window.showTextDocument(other.document, { preview: false });
    const { document } = await createAndOpen('notes/2031/a.md', ENTRY_WITH_PROBLEMS);
    assert.deepEqual(shownProblems(document.uri), []);
    await configuration().update('entries', ['notes/**/*.md'], vscode.ConfigurationTarget.Workspace);
    await eventually(() => shownProblems(document.uri).includes('1:sentence-spacing'), 'a problem in the note');
    assert.deepEqual(shownProblems(other.document.uri), []);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('daybook.fixAll');
    assert.match(document.getText(), /one\. Two\./);
    await vscode.commands.executeCommand('daybook.showPreviewToSide');
    await eventually(() => previewTab(), 'the preview');
    await configuration().update('entries', undefined, vscode.ConfigurationTarget.Workspace);
    await eventually(() => shownProblems(document.uri).length === 0, 'no problem of a former entry');
  });

  test('the settings file of a newsroom can list them too, and Check All Entries reads them', async () => {
    await write('notes/a.md', ENTRY_WITH_PROBLEMS);
    await write('notes/old/b.md', ENTRY_WITH_PROBLEMS);
    await write(SETTINGS, '{ "entries": ["notes/**/*.md", "!notes/old/"] }');
    await eventually(async () => {
      await vscode.commands.executeCommand('daybook.checkAll');
      return shownProblems(uriAt('notes/a.md')).includes('1:sentence-spacing');
    }, 'problems of a closed note');
    assert.deepEqual(shownProblems(uriAt('notes/old/b.md')), []);
    await write('notes/a.md', ENTRY_WITH_PROBLEMS.replace('one.Two', 'one. Two'));
    await eventually(() => !shownProblems(uriAt('notes/a.md')).includes('1:sentence-spacing'), 'the problem gone');
  });

  test('hostile settings are reported, and entries are checked as before', async () => {
    const { document } = await createAndOpen('notes/a.md', ENTRY_WITH_PROBLEMS);
    for (const settings of [
      '{ "entries": ["notes/(a+)+b", "notes/*.md"] }',
      `{ "entries": ["${'['.repeat(60_001)}", "notes/*.md"] }`,
      '{ "drafts": ".git", "entries": ["notes/*.md"] }',
      `{ "entries": ["${'*a'.repeat(90)}b", "notes/*.md"], "fileName": "{day}{day}{day}.md" }`,
    ]) {
      await write(SETTINGS, '{}');
      await eventually(() => shownProblems(document.uri).length === 0, 'no entry');
      await write(SETTINGS, settings);
      await eventually(() => shownProblems(document.uri).includes('1:sentence-spacing'), settings.slice(0, 60));
      await eventually(
        () => vscode.languages.getDiagnostics(uriAt(SETTINGS)).length === 1,
        'the problem of the setting',
      );
    }
    await write(SETTINGS, '['.repeat(50_000));
    await eventually(
      () => vscode.languages.getDiagnostics(uriAt(SETTINGS)).some(({ message }) => /brackets/.test(message)),
      'a problem of the brackets',
    );
  });

  test('a settings file above the workspace has no effect', async () => {
    const above = vscode.Uri.joinPath(uriAt('.'), '..', SETTINGS);
    await vscode.workspace.fs.writeFile(above, new TextEncoder().encode('{ "rules": { "sentence-spacing": "off" } }'));
    try {
      const { document } = await createAndOpen('_drafts/day-9301.markdown', ENTRY_WITH_PROBLEMS);
      await eventually(() => shownProblems(document.uri).includes('1:sentence-spacing'), 'the problem');
      await new Promise<void>((resolve) => setTimeout(resolve, 500));
      assert.ok(shownProblems(document.uri).includes('1:sentence-spacing'));
    } finally {
      await vscode.workspace.fs.delete(above);
      await deleteFile('_drafts/day-9301.markdown');
    }
  });

  test('an invalid folder, glob or time zone in the file is reported', async () => {
    await write(
      SETTINGS,
      '{ "posts": "../other", "drafts": "content/_drafts", "entries": ["/etc/*.md"], "timezone": "Mars/Base" }',
    );
    await eventually(() => vscode.languages.getDiagnostics(uriAt(SETTINGS)).length >= 4, 'four problems');
  });
});

function configuration(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('daybook', uriAt('_posts'));
}

function previewTab(): vscode.Tab | undefined {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.find(
    ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('daybook.preview'),
  );
}

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriAt(path), new TextEncoder().encode(text));
}

async function removeAll(path: string): Promise<void> {
  await vscode.workspace.fs.delete(uriAt(path), { recursive: true });
}
