import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, open } from './support.ts';

suite('The preview', () => {
  teardown(closeAll);

  test('opens beside the text, which keeps the focus, and is not opened twice', async () => {
    const editor = await open('_posts/2026-03-09-day-64.markdown');
    await vscode.commands.executeCommand('daybook.showPreviewToSide');
    await eventually(() => previews().length === 1, 'the preview');
    await eventually(() => previews()[0]?.label === 'Preview Day 64', 'its title');
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
    await vscode.commands.executeCommand('daybook.showPreviewToSide');
    assert.equal(previews().length, 1);
  });

  test('opens for a file that a menu names, and for each entry one', async () => {
    await open('_posts/2026-03-09-day-64.markdown');
    await vscode.commands.executeCommand('daybook.showPreviewToSide');
    const other = await open('_drafts/day-68.markdown');
    await vscode.commands.executeCommand('daybook.showPreviewToSide', other.document.uri);
    await eventually(() => previews().length === 2, 'two previews');
  });
});

function previews(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('daybook.preview'));
}
