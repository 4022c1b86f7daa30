import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  acceptItem,
  closeAll,
  closeList,
  createAndOpenFresh,
  deleteFile,
  repeatUntilSettled,
  runUntilList,
  uriAt,
} from './support.ts';

suite('Readiness', () => {
  const path = '_drafts/day-262.markdown';
  suiteSetup(() => vscode.workspace.fs.writeFile(uriAt('uploads/a.jpg'), new Uint8Array()));
  suiteTeardown(() => deleteFile('uploads/a.jpg'));
  teardown(async () => {
    await closeList();
    await closeAll();
    await deleteFile(path);
  });
  const front = '---\ntitle: Day 262\ndate: 2026-09-23 09:00:00 -07:00\nimage: "/uploads/a.jpg"\n';
  const rest = 'description: \'"Late."\'\ntodayInOneSentence: It was late.\n---\n\n';

  test('picking a problem goes to it @smoke', async () => {
    const editor = await createAndOpenFresh(
      path,
      `${front}${rest}1/ **One**. "Late." ([A](https://a.example/1))\n\n2/ TK\n`,
    );
    const { done } = await runUntilList('daybook.checkReadiness');
    await acceptItem();
    await done;
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, '2/ TK');
  });

  for (const body of ['', 'hello\n', 'TK/ \n']) {
    test(`a draft with nothing but ${JSON.stringify(body)} is not ready`, async () => {
      await createAndOpenFresh(path, `${front}${rest}${body}`);
      const { done } = await runUntilList('daybook.checkReadiness');
      await closeList();
      await done;
    });
  }

  test('an image whose file does not exist is listed until it is there', async () => {
    const text = `${front}${rest}1/ **One**. "Late." ([A](https://a.example/1))\n`.replace('/a.jpg', '/b.jpg');
    const editor = await createAndOpenFresh(path, text);
    const { done } = await runUntilList('daybook.checkReadiness');
    await acceptItem();
    await done;
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /^image:/);
    await vscode.workspace.fs.writeFile(uriAt('uploads/b.jpg'), new Uint8Array());
    try {
      await assert.rejects(runUntilList('daybook.checkReadiness'), /ended without a list/);
    } finally {
      await deleteFile('uploads/b.jpg');
    }
  });

  test('a link whose page is gone is listed with an archived copy', async () => {
    const text = `${front}${rest}1/ **One**. "Late." ([A](https://a.example/1))\n`;
    const { document } = await createAndOpenFresh(path, text);
    const start = document.positionAt(text.indexOf('https://a.'));
    const gone = new vscode.Diagnostic(
      new vscode.Range(start, start.translate(0, 19)),
      'a.example says that it is gone.',
    );
    gone.source = 'daybook links';
    const collection = vscode.languages.createDiagnosticCollection('test');
    collection.set(document.uri, [gone]);
    try {
      const { done } = await runUntilList('daybook.checkReadiness');
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await acceptItem();
      await repeatUntilSettled(closeList, done); // the problems that remain
      assert.ok(document.getText().includes('([A](https://web.archive.org/web/20260923/https://a.example/1))'));
    } finally {
      collection.dispose();
    }
  });

  test('picking a fix applies it in one undo step and lists the rest again', async () => {
    const text = `${front}${rest}TK/ **One**. "Late." ([A](https://a.example/1))\n\nTK/ **Two**. More. ([B](https://b.example/2))\n`;
    const { document } = await createAndOpenFresh(path, text);
    const { done } = await runUntilList('daybook.checkReadiness');
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await acceptItem();
    await repeatUntilSettled(closeList, done); // the problems that remain
    assert.match(document.getText(), /\n1\/ \*\*One\*\*[\s\S]*\n2\/ \*\*Two\*\*/);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });
});
