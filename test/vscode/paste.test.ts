import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import pastes from '../support/pastes.json' with { type: 'json' };
import { acceptItem, closeAll, createAndOpen, exists, runUntilList, uriAt, waitUntilIndexed } from './support.ts';

const FRONT = '---\ntitle: Day 9200\n---\n\n';
const HEAD = '1/ **Head**. ';

// `before` has the cursor ‸ or the selection ⟦…⟧, and `after` the cursor. Without `after`, a plain paste is expected.
const PASTES: readonly { name: string; before: string; clipboard: string; after?: string }[] = pastes;

suite('Paste', () => {
  const createdPaths: string[] = [];
  teardown(async () => {
    await closeAll();
    for (const path of createdPaths.splice(0)) {
      if (await exists(path)) await vscode.workspace.fs.delete(uriAt(path), { recursive: true });
    }
  });

  async function openAt(marked: string): Promise<vscode.TextEditor> {
    const path = `_drafts/paste-${Date.now()}.markdown`;
    createdPaths.push(path);
    const text = FRONT + marked;
    const editor = await createAndOpen(path, text.replace(/[‸⟦⟧]/g, ''));
    const from = text.search(/[‸⟦]/);
    const to = text.includes('⟧') ? text.indexOf('⟧') - 1 : from;
    editor.selection = new vscode.Selection(editor.document.positionAt(from), editor.document.positionAt(to));
    return editor;
  }

  const bodyWithCursor = ({ document, selection }: vscode.TextEditor) => {
    const text = document.getText();
    const at = document.offsetAt(selection.active);
    return `${text.slice(0, at)}‸${text.slice(at)}`.slice(FRONT.length);
  };

  for (const { name, before, clipboard, after } of PASTES) {
    test(`pasted addresses become citations, and one undo reverts it: ${name}`, async () => {
      const editor = await openAt(before);
      const written = editor.document.getText();
      await vscode.env.clipboard.writeText(clipboard);
      await vscode.commands.executeCommand('daybook.pasteAsCitations');
      if (after === undefined) {
        assert.equal(editor.document.getText(), written);
        return;
      }
      assert.equal(bodyWithCursor(editor), after);
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), written);
    });
  }

  test('an address that is pasted before the archive has been read gets the name that the archive gives its outlet', async () => {
    const posts = Array.from({ length: 20 }, (_, index) => index + 1);
    createdPaths.push('fresh');
    const write = (path: string, text: string) =>
      vscode.workspace.fs.writeFile(uriAt(path), new TextEncoder().encode(text));
    await Promise.all(
      posts.map((day) => {
        const date = new Date(Date.UTC(2031, 0, day)).toISOString().slice(0, 10);
        const text = `${HEAD}She left. ([The Straw Gazette](https://gazette.example/${day}))\n`;
        return write(`fresh/_posts/${date}-day-${day}.markdown`, `---\ntitle: Day ${day}\n---\n\n${text}`);
      }),
    );
    await vscode.env.clipboard.writeText('https://gazette.example/new');
    const editor = await createAndOpen('fresh/_drafts/day-21.markdown', `${FRONT}${HEAD}She left.`);
    const end = editor.document.positionAt(editor.document.getText().length);
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('daybook.pasteAsCitations');
    assert.equal(bodyWithCursor(editor), `${HEAD}She left. ([The Straw Gazette](https://gazette.example/new))‸`);
  });

  test('a picked outlet is inserted with the cursor in its empty address @smoke', async () => {
    const editor = await openAt(`${HEAD}She left.‸`);
    await vscode.env.clipboard.writeText('');
    await waitUntilIndexed('Day 67');
    const { done } = await runUntilList('daybook.insertCitation');
    await acceptItem();
    await done;
    assert.match(bodyWithCursor(editor), /She left\. \(\[[^\]]{2,}\]\(‸\)\)$/);
  });
});
