import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  acceptItem,
  closeAll,
  closeList,
  createAndOpenFresh,
  deleteFile,
  exists,
  repeatUntilSettled,
  runUntilList,
} from './support.ts';

const TEXT = `---
title: Day 273
date: 2026-10-04 09:00:00 -07:00
---

TK/ **One**. The vote is on. ([A](https://a.example/1) / [B](https://b.example/2)

TK/ **Two**. More. ([C](https://c.example/3))

* **Three**. Even more. ([D](https://d.example/4))
`;

suite('A read-only editor', () => {
  const path = '_drafts/day-273.markdown';
  let editor: vscode.TextEditor;
  setup(async () => {
    editor = await createAndOpenFresh(path, TEXT);
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    editor.selection = new vscode.Selection(5, 6, 5, 6);
  });
  teardown(async () => {
    await closeList();
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
    await deleteFile(path);
  });
  const check = async () => {
    assert.equal(editor.document.getText(), TEXT);
    assert.equal(editor.document.isDirty, false);
    assert.equal(await exists(path), true);
  };

  for (const command of [
    'numberSections',
    'writeOneSentence',
    'stampDateNow',
    'fixAll',
    'insertSection',
    'insertBullet',
    'moveItemDown',
    'splitSection',
    'mergeWithNext',
    'sectionToBullet',
    'sendToNotables',
  ]) {
    test(`is not changed by ${command}`, async () => {
      await vscode.commands.executeCommand(`daybook.${command}`);
      await check();
    });
  }

  test('is not changed by a fix of Check Readiness', async () => {
    const { done } = await runUntilList('daybook.checkReadiness');
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await acceptItem();
    await repeatUntilSettled(closeList, done);
    await check();
  });

  test('is not published', async () => {
    const text = TEXT.replace('https://b.example/2)', 'https://b.example/2))');
    await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
    editor = await createAndOpenFresh(path, text);
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    const { done } = await runUntilList('daybook.publishEntry');
    await acceptItem();
    await repeatUntilSettled(closeList, done);
    assert.equal(editor.document.getText(), text);
    assert.equal(await exists(path), true);
    assert.equal(await exists('_posts/2026-10-04-day-273.markdown'), false);
  });
});
