import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, openFile, uriAt } from './support.ts';

suite('The preview', () => {
  teardown(closeAll);

  test('opens once, beside the text, which keeps the focus @smoke', async () => {
    const editor = await openFile('_posts/2026-03-09-day-64.markdown');
    await vscode.commands.executeCommand('daybook.showPreviewToSide');
    await eventually(() => previews().length === 1, 'the preview');
    await eventually(() => previews()[0]?.label === 'Preview Day 64', 'its title');
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
    await vscode.commands.executeCommand('daybook.showPreviewToSide');
    assert.equal(previews().length, 1);
  });

  test('follows the active entry @smoke', async () => {
    await openFile('_posts/2026-03-09-day-64.markdown');
    await vscode.commands.executeCommand('daybook.showPreviewToSide');
    await eventually(() => previews()[0]?.label === 'Preview Day 64', 'the first entry');
    await vscode.window.showTextDocument(uriAt('_drafts/day-68.markdown'), { viewColumn: vscode.ViewColumn.One });
    await eventually(() => previews()[0]?.label === 'Preview Day 68', 'the second entry');
    assert.equal(previews().length, 1);
  });

  test('opens for the file of a context menu, and a locked preview keeps its entry', async () => {
    await openFile('_posts/2026-03-09-day-64.markdown');
    await vscode.commands.executeCommand('daybook.showPreviewToSide');
    await eventually(() => previews().length === 1, 'the preview');
    await vscode.commands.executeCommand('daybook.lockPreview');
    await eventually(() => previews()[0]?.label === '[Preview] Day 64', 'the lock');
    await vscode.commands.executeCommand('daybook.showPreviewToSide', uriAt('_drafts/day-68.markdown'));
    await eventually(() => previews().length === 2, 'two previews');
    const labels = () => previews().map(({ label }) => label);
    await eventually(() => labels().includes('Preview Day 68'), 'the other entry');
    assert.ok(labels().includes('[Preview] Day 64'));
  });

  test('copies the entry as HTML with its styles @smoke', async () => {
    await openFile('_posts/2026-03-09-day-64.markdown');
    await vscode.commands.executeCommand('daybook.copyAsHtml');
    assert.match(await vscode.env.clipboard.readText(), /<h1 style="[^"]+">Day 64/);
  });
});

function previews(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('daybook.preview'));
}
