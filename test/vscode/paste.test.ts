import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, openNew, remove } from './support.ts';

const FRONT = '---\ntitle: Day 9200\n---\n\n';
const N = 'https://www.npr.org/n';
const R = 'https://www.reuters.com/r';
const HEAD = '1/ **Head**. ';

// Before, with the caret ‸ or the selection ⟦…⟧; the clipboard; after, with the caret. No `after`: nothing changes.
const TABLE: readonly (readonly [what: string, before: string, clipboard: string, after?: string])[] = [
  ['behind the full stop', `${HEAD}She left.‸`, N, `${HEAD}She left. ([NPR](${N}))‸`],
  ['before the full stop', `${HEAD}She left‸.`, N, `${HEAD}She left. ([NPR](${N}))‸`],
  ['in an empty section', 'TK/ ‸', N, `TK/ ([NPR](${N}))‸`],
  [
    'several at once',
    `${HEAD}She left.‸`,
    `${N}?utm_source=x\n${R}`,
    `${HEAD}She left. ([NPR](${N}) / [Reuters](${R}))‸`,
  ],
  ['behind a group', `${HEAD}She left. ([A](${R}))‸`, N, `${HEAD}She left. ([A](${R}) / [NPR](${N}))‸`],
  ['before a group', `${HEAD}She left.‸ ([A](${R}))`, N, `${HEAD}She left. ([A](${R}) / [NPR](${N}))‸`],
  ['first in a group', `${HEAD}(‸[A](${R}))`, N, `${HEAD}([NPR](${N})‸ / [A](${R}))`],
  ['last in a group', `${HEAD}([A](${R})‸)`, N, `${HEAD}([A](${R}) / [NPR](${N})‸)`],
  ['behind a separator', `${HEAD}([A](${R}) / ‸[B](${R}b))`, N, `${HEAD}([A](${R}) / [NPR](${N})‸ / [B](${R}b))`],
  ['in one that is not closed', `${HEAD}([A](${R}) /‸`, N, `${HEAD}([A](${R}) / [NPR](${N})‸`],
  ['in empty brackets', `${HEAD}She left. (‸)`, N, `${HEAD}She left. ([NPR](${N})‸)`],
  ['between sentences', `${HEAD}She left. ‸He stayed.`, N, `${HEAD}She left. ([NPR](${N}))‸ He stayed.`],
  ['over words', `${HEAD}She ⟦left⟧ early.`, N, `${HEAD}She [left](${N})‸ early.`],
  ['over a citation', `${HEAD}(⟦[A](${R})⟧ / [B](${R}b))`, N, `${HEAD}([NPR](${N})‸ / [B](${R}b))`],
  ['in an empty link', `${HEAD}([ ]( ‸))`, N, `${HEAD}([NPR](${N})‸)`],
  ['on a blank line', `${HEAD}She left.\n\n‸`, N, `${HEAD}She left.\n\n([NPR](${N}))‸`],
  ['in a word', `${HEAD}She l‸eft.`, N],
  ['in a heading', '### Notables.‸', N],
  ['with words on the clipboard', `${HEAD}She left.‸`, 'See here'],
];

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

  for (const [what, before, clipboard, after] of TABLE) {
    test(`addresses become citations, and one undo takes them back: ${what}`, async () => {
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

  test('an outlet that is picked waits for its address', async () => {
    const editor = await openAt(`${HEAD}She left.‸`);
    await vscode.env.clipboard.writeText('');
    const done = vscode.commands.executeCommand('daybook.insertCitation');
    const [first] = await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const name = /\(\[([^\]]+)\]\(‸\)\)$/.exec(shown(editor))?.[1];
      return name === undefined ? undefined : [name];
    }, 'a citation without an address');
    await done;
    assert.ok(first && first.length > 1);
  });
});
