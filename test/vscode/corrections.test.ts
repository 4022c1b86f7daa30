import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  acceptItem,
  closeAll,
  closeList,
  createAndOpenFresh,
  deleteFile,
  eventually,
  eventuallyEqual,
  runUntilList,
  waitUntilIndexed,
} from './support.ts';

suite('Published entries', () => {
  const createdPaths: string[] = [];
  teardown(async () => {
    await closeList();
    await closeAll();
    await vscode.commands.executeCommand('notifications.clearAll');
    for (const path of createdPaths.splice(0)) await deleteFile(path);
  });
  const POST = '_posts/2026-09-21-day-260.markdown';
  const FRONT = '---\ntitle: Day 260\ndate: 2026-09-21 09:00:00 -07:00\n---\n\n';
  const ITEMS =
    '1/ **One left**. She left. ([CNN](https://www.cnn.com/one))\n\n2/ **Two**. He left. ([CNN](https://www.cnn.com/two))\n';

  async function open(path: string, text: string): Promise<vscode.TextEditor> {
    createdPaths.push(path);
    const editor = await createAndOpenFresh(path, text);
    await waitUntilIndexed('Day 260');
    const position = editor.document.positionAt(text.indexOf('left. ('));
    editor.selection = new vscode.Selection(position, position);
    return editor;
  }

  test('a correction is added below the item, with the cursor at its words; one undo takes it back @smoke', async () => {
    const { document } = await open(POST, FRONT + ITEMS);
    await vscode.commands.executeCommand('daybook.addCorrection');
    await vscode.commands.executeCommand('type', { text: 'On Monday.' });
    assert.equal(document.getText(), FRONT + ITEMS.replace('one))', 'one))\n\n* \\[Correction\\] On Monday.'));
    await vscode.commands.executeCommand('undo'); // the words
    await eventuallyEqual(
      async () => {
        await vscode.commands.executeCommand('undo');
        return document.getText();
      },
      FRONT + ITEMS,
      'the text before',
    );
    await vscode.commands.executeCommand('redo');
    assert.ok(document.getText().includes('one))\n\n* \\[Correction\\] \n'), document.getText());
  });

  test('a correction is written as the archive writes them', async () => {
    const other = '_posts/2026-09-18-day-257.markdown';
    createdPaths.push(other);
    await createAndOpenFresh(
      other,
      `${FRONT.replace('260', '257').replace('09-21', '09-18')}1/ **A**. He left. [_Correction: On Monday._] ([CNN](https://www.cnn.com/a))\n`,
    );
    await waitUntilIndexed('Day 257');
    const { document } = await open(POST, FRONT + ITEMS);
    await vscode.commands.executeCommand('daybook.addCorrection');
    assert.equal(document.getText(), FRONT + ITEMS.replace('She left. (', 'She left. [_Correction: _] ('));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), FRONT + ITEMS);
  });

  test('a draft gets no correction, and neither does a read-only entry', async () => {
    const draft = await open('_drafts/day-260.markdown', FRONT + ITEMS);
    await vscode.commands.executeCommand('daybook.addCorrection');
    assert.equal(draft.document.getText(), FRONT + ITEMS);
    const post = await open(POST.replace('260', '261'), FRONT.replace('260', '261') + ITEMS);
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    try {
      await vscode.commands.executeCommand('daybook.addCorrection');
      assert.equal(post.document.getText(), FRONT.replace('260', '261') + ITEMS);
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
    }
  });

  test('the date of a published entry changes only after a question', async () => {
    const { document } = await open(POST, FRONT + ITEMS);
    const keep = await runUntilList('daybook.stampDateNow');
    await acceptItem();
    await keep.done;
    assert.equal(document.getText(), FRONT + ITEMS);
    const change = await runUntilList('daybook.stampDateNow');
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await acceptItem();
    await change.done;
    assert.doesNotMatch(document.getText(), /date: 2026-09-21 09:00:00/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), FRONT + ITEMS);
  });

  test('neither fixing nor saving nor publishing again changes the date of a published entry', async () => {
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'markdown' });
    await settings.update(
      'codeActionsOnSave',
      { 'source.fixAll.daybook': 'explicit' },
      vscode.ConfigurationTarget.Workspace,
    );
    try {
      const { document } = await open(POST, FRONT + ITEMS.replace('left. (', 'left.(').replace('2/', '3/'));
      await vscode.commands.executeCommand('daybook.publishEntry');
      await vscode.commands.executeCommand('type', { text: 'x' });
      await vscode.commands.executeCommand('workbench.action.files.save');
      await eventually(() => document.getText().includes('left. ('), 'the fixes on save');
      await vscode.commands.executeCommand('daybook.fixAll');
      assert.ok(document.getText().startsWith(FRONT), document.getText());
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
