import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { accept, closeAll, closeList, openFresh, remove, repeatUntilOver, runToList } from './support.ts';

suite('Readiness', () => {
  const path = '_drafts/day-262.markdown';
  teardown(async () => {
    await closeList();
    await closeAll();
    await remove(path);
  });
  const front = '---\ntitle: Day 262\ndate: 2026-09-23 09:00:00 -07:00\nimage: "/uploads/a.jpg"\n';
  const rest = 'description: \'"Late."\'\ntodayInOneSentence: It was late.\n---\n\n';

  test('a line of the list is a jump to what is left @smoke', async () => {
    const editor = await openFresh(path, `${front}${rest}1/ **One**. "Late." ([A](https://a.example/1))\n\n2/ TK\n`);
    const { done } = await runToList('daybook.checkReadiness');
    await accept();
    await done;
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, '2/ TK');
  });

  test('a page that is known to be gone is left to do, and an archived copy one line away', async () => {
    const text = `${front}${rest}1/ **One**. "Late." ([A](https://a.example/1))\n`;
    const { document } = await openFresh(path, text);
    const start = document.positionAt(text.indexOf('https://a.'));
    const gone = new vscode.Diagnostic(
      new vscode.Range(start, start.translate(0, 19)),
      'a.example says that it is gone.',
    );
    gone.source = 'daybook links';
    const shown = vscode.languages.createDiagnosticCollection('test');
    shown.set(document.uri, [gone]);
    try {
      const { done } = await runToList('daybook.checkReadiness');
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await accept();
      await repeatUntilOver(closeList, done); // what is left after that
      assert.ok(document.getText().includes('([A](https://web.archive.org/web/20260923/https://a.example/1))'));
    } finally {
      shown.dispose();
    }
  });

  test('a line below it is a fix, made in one step, after which the rest is listed', async () => {
    const text = `${front}${rest}TK/ **One**. "Late." ([A](https://a.example/1))\n\nTK/ **Two**. More. ([B](https://b.example/2))\n`;
    const { document } = await openFresh(path, text);
    const { done } = await runToList('daybook.checkReadiness');
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await accept();
    await repeatUntilOver(closeList, done); // what is left after that
    assert.match(document.getText(), /\n1\/ \*\*One\*\*[\s\S]*\n2\/ \*\*Two\*\*/);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });
});
