import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, createAndOpen, deleteFile, eventually, openFile, uriAt } from './support.ts';

suite('The preview', () => {
  teardown(closeAll);

  test('opens once, beside the text, which keeps the focus @smoke', async () => {
    const editor = await openFile('_posts/2026-03-09-day-64.markdown');
    await vscode.commands.executeCommand('daybook.showPreviewToSide');
    await eventually(() => previews().length === 1, 'the preview');
    await eventually(() => previews()[0]?.label === 'Day 64 · Preview', 'its title');
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
    await vscode.commands.executeCommand('daybook.showPreviewToSide');
    assert.equal(previews().length, 1);
  });

  test('opens once for keys that are pressed in quick succession', async () => {
    await openFile('_posts/2026-03-09-day-64.markdown');
    const show = () => vscode.commands.executeCommand('daybook.showPreviewToSide');
    await Promise.all([show(), show(), show()]);
    await eventually(() => previews().some(({ label }) => label === 'Day 64 · Preview'), 'the preview');
    assert.equal(previews().length, 1);
  });

  test('follows the active entry @smoke', async () => {
    await openFile('_posts/2026-03-09-day-64.markdown');
    await vscode.commands.executeCommand('daybook.showPreviewToSide');
    await eventually(() => previews()[0]?.label === 'Day 64 · Preview', 'the first entry');
    await vscode.window.showTextDocument(uriAt('_drafts/day-68.markdown'), { viewColumn: vscode.ViewColumn.One });
    await eventually(() => previews()[0]?.label === 'Day 68 · Preview', 'the second entry');
    assert.equal(previews().length, 1);
  });

  test('opens for the file of a context menu, and a locked preview keeps its entry', async () => {
    await openFile('_posts/2026-03-09-day-64.markdown');
    await vscode.commands.executeCommand('daybook.showPreviewToSide');
    await eventually(() => previews().length === 1, 'the preview');
    await vscode.commands.executeCommand('daybook.lockPreview');
    await eventually(() => previews()[0]?.label === 'Day 64 · Preview (locked)', 'the lock');
    await vscode.commands.executeCommand('daybook.showPreviewToSide', uriAt('_drafts/day-68.markdown'));
    await eventually(() => previews().length === 2, 'two previews');
    const labels = () => previews().map(({ label }) => label);
    await eventually(() => labels().includes('Day 68 · Preview'), 'the other entry');
    assert.ok(labels().includes('Day 64 · Preview (locked)'));
  });

  test('copies the entry as HTML with its styles @smoke', async () => {
    await openFile('_posts/2026-03-09-day-64.markdown');
    await vscode.commands.executeCommand('daybook.copyAsHtml');
    assert.match(await vscode.env.clipboard.readText(), /<h1 style="[^"]+">Day 64/);
  });

  test("uses the site's engine or the one in the settings, and resolves links to other pages", async () => {
    const path = '_drafts/day-90.markdown';
    const settings = vscode.workspace.getConfiguration('daybook', uriAt(path));
    const copied = async () => {
      await vscode.commands.executeCommand('daybook.copyAsHtml');
      return vscode.env.clipboard.readText();
    };
    await createAndOpen(path, '---\ntitle: Day 90\n---\n\n| "a" |\n|---|\n| [b]({% post_url 2026-03-09-day-64 %}) |\n');
    try {
      const html = await copied();
      assert.match(html, /\| “a” \|/);
      assert.match(html, /href="https:\/\/log\.portalder\.example\/2026\/03\/09\/day-64\/"/);
      await settings.update('engine', 'gfm', vscode.ConfigurationTarget.Workspace);
      await eventually(async () => /<th[^>]*>"a"<\/th>|<th[^>]*>&quot;a&quot;<\/th>/.test(await copied()), 'a table');
    } finally {
      await settings.update('engine', undefined, vscode.ConfigurationTarget.Workspace);
      await deleteFile(path);
    }
  });
});

function previews(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('daybook.preview'));
}
