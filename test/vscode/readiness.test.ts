import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, openFresh, remove } from './support.ts';

suite('Readiness', () => {
  const path = '_drafts/day-262.markdown';
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
    await remove(path);
  });
  const front = '---\ntitle: Day 262\ndate: 2026-09-23 09:00:00 -07:00\nimage: "/uploads/a.jpg"\n';
  const rest = 'description: \'"Late."\'\ntodayInOneSentence: It was late.\n---\n\n';
  const accept = () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');

  test('a line of the list is a jump to what is left', async () => {
    const editor = await openFresh(path, `${front}${rest}1/ **One**. "Late." ([A](https://a.example/1))\n\n2/ TK\n`);
    const done = vscode.commands.executeCommand('daybook.checkReadiness');
    await eventually(async () => {
      await accept();
      return editor.selection.active.line > 0;
    }, 'a jump');
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
      void vscode.commands.executeCommand('daybook.checkReadiness');
      await new Promise((resolve) => setTimeout(resolve, 800));
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await accept();
      const archived = '([A](https://web.archive.org/web/20260923/https://a.example/1))';
      await eventually(() => document.getText().includes(archived), 'the archived copy');
    } finally {
      shown.dispose();
    }
  });

  test('a line below it is a fix, made in one step, after which the rest is listed', async () => {
    const text = `${front}${rest}TK/ **One**. "Late." ([A](https://a.example/1))\n\nTK/ **Two**. More. ([B](https://b.example/2))\n`;
    const { document } = await openFresh(path, text);
    void vscode.commands.executeCommand('daybook.checkReadiness');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await eventually(async () => {
      await accept();
      return document.getText().includes('\n1/ **One**');
    }, 'numbered sections');
    assert.ok(document.getText().includes('\n2/ **Two**'));
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });
});
