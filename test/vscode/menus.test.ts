import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  createAndOpen,
  deleteFile,
  eventually,
  eventuallyEqual,
  openFile,
  uriAt,
  waitUntilIndexed,
} from './support.ts';

// Menus pass what they belong to: a file's URI, or the row of a view with the URI of its entry and the offset of its item.

const ENTRY = '_posts/2026-03-11-day-66.markdown';
const ADDRESS = 'https://log.portalder.example/2026/03/11/day-66/';
const DRAFT = '_drafts/day-9300.markdown';

suite('Commands in menus', () => {
  teardown(async () => {
    await closeAll();
    await deleteFile(DRAFT);
  });

  /** The address that *Copy Link to This Item* puts on the clipboard. */
  async function copiedLink(argument: unknown): Promise<string> {
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('daybook.copyItemLink', argument);
    return vscode.env.clipboard.readText();
  }

  test("the row of an item has that item's link, and the row of an entry the entry's, wherever the cursor is", async () => {
    await waitUntilIndexed('Day 66');
    const { document } = await openFile(ENTRY);
    const offset = document.getText().indexOf('\n2/') + 1;
    assert.match(await copiedLink({ uri: document.uri, offset }), /day-66\/#2-/);
    assert.equal(await copiedLink({ uri: document.uri }), ADDRESS);
    const editor = await openFile('_posts/2026-03-12-day-67.markdown');
    assert.equal(await copiedLink({ uri: document.uri }), ADDRESS, 'of an entry that is not active');
    assert.equal(await copiedLink(document.uri), ADDRESS);
    assert.equal(vscode.window.activeTextEditor, editor, 'nothing is opened for a link');
  });

  test('in the menu of the editor, the item is that at the cursor', async () => {
    await waitUntilIndexed('Day 66');
    const editor = await openFile(ENTRY);
    const position = editor.document.positionAt(editor.document.getText().indexOf('\n2/') + 5);
    editor.selection = new vscode.Selection(position, position);
    await eventually(async () => /day-66\/#2-/.test(await copiedLink(editor.document.uri)), 'the link of the item');
  });

  test('an item is moved from its row, with the cursor in it, and one undo takes it back', async () => {
    const text = '---\ntitle: Day 9300\n---\n\n1/ **One**. A.\n\n2/ **Two**. B.\n';
    const { document } = await createAndOpen(DRAFT, text);
    await openFile(ENTRY); // the draft is no longer active
    const row = { uri: document.uri, offset: text.indexOf('2/') };
    await vscode.commands.executeCommand('daybook.moveItemUp', row);
    assert.match(document.getText(), /\*\*Two\*\*[\s\S]*\*\*One\*\*/);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document, document);
    assert.match(document.lineAt(editor?.selection.active.line ?? 0).text, /\*\*Two\*\*/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  test('the preview of an entry opens from its row', async () => {
    await openFile(ENTRY);
    await vscode.commands.executeCommand('daybook.showPreviewToSide', { uri: uriAt('_drafts/day-68.markdown') });
    const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ label }) => label);
    await eventually(() => labels().includes('Day 68 · Preview'), 'the preview');
  });

  test('something else than an entry or a row is the active entry', async () => {
    await waitUntilIndexed('Day 66');
    await openFile(ENTRY);
    for (const argument of [undefined, null, 'x', { uri: 'x' }, { offset: 1 }]) {
      await eventuallyEqual(async () => (await copiedLink(argument)).slice(0, ADDRESS.length), ADDRESS, 'its address');
    }
  });
});
