import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, createAndOpenFresh, deleteFile, eventually } from './support.ts';

const PATH = '_drafts/day-9400.markdown';

suite('Report a Problem', () => {
  teardown(async () => {
    await closeAll();
    await deleteFile(PATH);
  });

  test('the report names versions and evidence, and no text of an entry @smoke', async () => {
    await createAndOpenFresh(PATH, '---\ntitle: SECRET title\n---\n\n1/ **SECRET headline**. SECRET words.\n');
    await vscode.commands.executeCommand('daybook.reportProblem');
    const document = await eventually(
      () => vscode.workspace.textDocuments.find(({ isUntitled }) => isUntitled),
      'the report',
    );
    const text = document.getText();
    const { version } = vscode.extensions.getExtension('daybook.daybook')?.packageJSON ?? {};
    assert.ok(text.includes(`- Daybook ${version}\n- ${vscode.env.appName} ${vscode.version} `), text);
    assert.match(text, /\n- entries: \d+\n/);
    assert.match(text, /\n- count: learned, \w+ \(\d+ of \d+\)\n/);
    assert.doesNotMatch(text, /SECRET|_posts|_drafts|Day \d|mayoral/);
  });
});
