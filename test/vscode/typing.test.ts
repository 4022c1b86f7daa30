import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, createAndOpen, deleteFile, eventually, eventuallyEqual, ruleOf } from './support.ts';

const FRONT = '---\ntitle: Day 9200\n---\n\n';

suite('Typing', () => {
  const createdPaths: string[] = [];
  teardown(async () => {
    await closeAll();
    for (const path of createdPaths.splice(0)) await deleteFile(path);
  });

  /** Creates a draft with this text, the cursor at `‸`. */
  async function openAt(marked: string): Promise<vscode.TextEditor> {
    const path = `_drafts/typing-${createdPaths.length}-${Date.now()}.markdown`;
    createdPaths.push(path);
    const editor = await createAndOpen(path, FRONT + marked.replace('‸', ''));
    const position = editor.document.positionAt(FRONT.length + marked.indexOf('‸'));
    editor.selection = new vscode.Selection(position, position);
    return editor;
  }

  async function type(text: string): Promise<void> {
    for (const character of text) await vscode.commands.executeCommand('type', { text: character });
  }

  /** The rules of the errors and warnings that are shown in the body. */
  function shown({ document }: vscode.TextEditor): string[] {
    return vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ range, severity }) => range.start.line > 3 && severity <= vscode.DiagnosticSeverity.Warning)
      .map(ruleOf);
  }

  /** Records what is shown until `stop` is called. */
  function record(editor: vscode.TextEditor): { readonly stop: () => ReadonlySet<string> } {
    const seen = new Set<string>();
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      for (const rule of shown(editor)) seen.add(rule);
    });
    return {
      stop() {
        listener.dispose();
        return seen;
      },
    };
  }

  const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

  test('no error is shown at the cursor while a section is typed', async () => {
    const editor = await openAt('‸\n');
    const recorder = record(editor);
    await type('1/ **The mayor');
    await pause(300);
    await type('** resigned. She left. ([Herald](https://herald.example/a) /');
    await pause(300);
    await type(' [Harbor Radio');
    await pause(300);
    await type('](https://radio.example/b))');
    await pause(300);
    assert.deepEqual([...recorder.stop()], []);
  });

  test('an unfinished group is shown once the cursor has left it, after a pause, and on saving', async () => {
    const editor = await openAt('1/ **A**. She left. ([Herald](https://herald.example/a) ‸\n\n2/ **B**. C.\n');
    await type('/ ');
    await pause(300);
    assert.deepEqual(shown(editor), []);
    const elsewhere = new vscode.Position(6, 0);
    editor.selection = new vscode.Selection(elsewhere, elsewhere);
    await eventually(() => shown(editor).length > 0, 'the fault after the cursor has left');

    const other = await openAt('1/ **A**. She left. ([Herald](https://herald.example/a) ‸\n');
    await type('/ ');
    const start = Date.now();
    await eventually(() => shown(other).length > 0, 'the fault after a pause');
    const paused = Date.now() - start;
    assert.ok(paused > 1500, `${paused} ms`);

    const saved = await openAt('1/ **A**. She left. ([Herald](https://herald.example/a) ‸\n');
    await type('/ ');
    await pause(200);
    assert.deepEqual(shown(saved), []);
    await saved.document.save();
    const savedAt = Date.now();
    await eventually(() => shown(saved).length > 0, 'the fault after saving');
    assert.ok(Date.now() - savedAt < paused, `${Date.now() - savedAt} ms, and ${paused} ms after a pause`);
  });

  test('other problems are shown at once', async () => {
    const editor = await openAt('1/ **A**. She left.‸\n');
    const changes = new Map<string, number>();
    let count = 0;
    const note = () => {
      count++;
      for (const rule of shown(editor)) if (!changes.has(rule)) changes.set(rule, count);
    };
    const listener = vscode.languages.onDidChangeDiagnostics(note);
    await type('The council met. ([Herald](https://herald.example/a');
    await vscode.commands.executeCommand('deleteRight'); // what the editor has closed by itself
    await vscode.commands.executeCommand('deleteRight');
    const isUnfinished = (rule: string) => rule.startsWith('citation-');
    await eventually(() => shown(editor).some(isUnfinished), 'the unclosed group after a pause');
    note(); // the event may come later
    listener.dispose();
    const group = [...changes.keys()].find(isUnfinished) ?? '';
    const [space = Number.NaN, unfinished = Number.NaN] = ['sentence-spacing', group].map((rule) => changes.get(rule));
    assert.ok(space < unfinished, JSON.stringify([...changes]));
    const broken = await openAt('1/ **A**. She left.‸\n\n2/ **B**. C. ([Herald](https://herald.example/a)\n');
    await eventually(() => shown(broken).includes('citation-unclosed'), 'the fault of another item');
    await type(' x');
    await pause(200);
    assert.ok(shown(broken).includes('citation-unclosed'));
  });

  test('a snippet shows no errors while its fields are filled in', async () => {
    const editor = await openAt('1/ **A**. She left. ‸\n');
    const recorder = record(editor);
    const snippet = new vscode.SnippetString('([');
    snippet.appendPlaceholder('Outlet').appendText('](').appendPlaceholder('https://').appendText(') / [');
    snippet.appendPlaceholder('Outlet').appendText('](').appendPlaceholder('https://').appendText('))');
    await editor.insertSnippet(snippet);
    await pause(300);
    await type('NPR');
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await type('https://npr.example/a');
    await pause(300);
    assert.deepEqual([...recorder.stop()], []);
    await eventually(() => shown(editor).length > 0, 'the empty field after a pause');
  });

  test('readiness and quick fixes know an unfinished fault at once', async () => {
    const editor = await openAt('1/ **A**. She left. ([Herald](https://herald.example/a)‸\n');
    await type(' ');
    await pause(200);
    assert.deepEqual(shown(editor), []);
    const range = new vscode.Range(editor.selection.active.translate(0, -3), editor.selection.active);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      range,
    );
    assert.ok(actions.some(({ title }) => title === 'Close the citation group'));
  });

  test('the snippets are offered in entries as soon as their prefix is typed, each once', async () => {
    const labelsIn = async ({ document, selection }: vscode.TextEditor, triggerCharacter?: string) => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        selection.active,
        triggerCharacter,
      );
      return list.items
        .map(({ label }) => (typeof label === 'string' ? label : label.label))
        .filter((label) => label.startsWith('db-'));
    };
    for (const trigger of ['-', undefined]) {
      const labels = await labelsIn(await openAt('1/ A.\n\ndb-‸\n'), trigger);
      for (const label of ['db-bullet', 'db-section', 'db-cite-2'])
        assert.equal(labels.filter((other) => other === label).length, 1, `${trigger}: ${labels.join()}`);
      assert.equal(new Set(labels).size, labels.length, labels.join());
    }
    assert.ok((await labelsIn(await openAt('1/ A. db-cite-‸'), '-')).includes('db-cite-2'));
    assert.equal((await labelsIn(await openAt('1/ A well-‸'), '-')).join(), '');
    createdPaths.push('notes.md');
    const notes = await createAndOpen('notes.md', 'db-');
    notes.selection = new vscode.Selection(0, 3, 0, 3);
    assert.equal((await labelsIn(notes, '-')).join(), '');
    const labels = await labelsIn(notes);
    assert.equal(new Set(labels).size, labels.length, labels.join());
  });

  test('folding addresses is a setting that the command turns on and off, and the text stays the same', async () => {
    const editor = await openAt('1/ **A**. B. ([NPR](https://npr.example/a))\n‸');
    const before = editor.document.getText();
    const isOn = () => vscode.workspace.getConfiguration('daybook', editor.document.uri).get('foldAddresses');
    assert.equal(isOn(), false);
    await vscode.commands.executeCommand('daybook.toggleFoldedAddresses');
    await eventuallyEqual(isOn, true, 'the setting on');
    assert.equal(editor.document.getText(), before);
    await vscode.commands.executeCommand('daybook.toggleFoldedAddresses');
    await eventuallyEqual(isOn, false, 'the setting off');
  });
});
