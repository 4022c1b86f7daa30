import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import pastes from '../support/pastes.json' with { type: 'json' };
import { accept, closeAll, openNew, remove, runToList, untilIndexed } from './support.ts';

const FRONT = '---\ntitle: Day 9200\n---\n\n';
const HEAD = '1/ **Head**. ';

// Before, with the caret ‸ or the selection ⟦…⟧; the clipboard; after, with the caret. No `after`: a plain paste is right.
const PASTES: readonly { where: string; before: string; clipboard: string; after?: string }[] = pastes;

suite('Paste', () => {
  const made: string[] = [];
  teardown(async () => {
    await closeAll();
    for (const path of made.splice(0)) await remove(path);
  });

  async function openAt(marked: string): Promise<vscode.TextEditor> {
    const path = `_drafts/paste-${Date.now()}.markdown`;
    made.push(path);
    const text = FRONT + marked;
    const editor = await openNew(path, text.replace(/[‸⟦⟧]/g, ''));
    const from = text.search(/[‸⟦]/);
    const to = text.includes('⟧') ? text.indexOf('⟧') - 1 : from;
    editor.selection = new vscode.Selection(editor.document.positionAt(from), editor.document.positionAt(to));
    return editor;
  }

  const shown = ({ document, selection }: vscode.TextEditor) => {
    const text = document.getText();
    const at = document.offsetAt(selection.active);
    return `${text.slice(0, at)}‸${text.slice(at)}`.slice(FRONT.length);
  };

  for (const { where, before, clipboard, after } of PASTES) {
    test(`addresses become citations, and one undo takes them back: ${where}`, async () => {
      const editor = await openAt(before);
      const written = editor.document.getText();
      await vscode.env.clipboard.writeText(clipboard);
      await vscode.commands.executeCommand('daybook.pasteAsCitations');
      if (after === undefined) {
        assert.equal(editor.document.getText(), written);
        return;
      }
      assert.equal(shown(editor), after);
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), written);
    });
  }

  test('an outlet that is picked waits for its address @smoke', async () => {
    const editor = await openAt(`${HEAD}She left.‸`);
    await vscode.env.clipboard.writeText('');
    await untilIndexed('Day 67');
    const { done } = await runToList('daybook.insertCitation');
    await accept();
    await done;
    assert.match(shown(editor), /She left\. \(\[[^\]]{2,}\]\(‸\)\)$/);
  });
});
