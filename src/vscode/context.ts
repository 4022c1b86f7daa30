import * as vscode from 'vscode';
import { folderOf } from '../core/paths.ts';
import type { Entries } from './entries.ts';
import { settingsFor } from './settings.ts';

/**
 * Keeps the context keys `daybook.isEntry` and, for an entry that is not among the posts, `daybook.isDraft`, by which the manifest
 * shows commands and buttons where they apply.
 */
export function registerContext(entries: Entries): vscode.Disposable {
  const tell = () => {
    const document = vscode.window.activeTextEditor?.document;
    const entry = document && entries.is(document) ? document : undefined;
    void set('daybook.isEntry', entry !== undefined);
    void set('daybook.isDraft', entry !== undefined && isDraft(entry.uri));
  };
  tell();
  return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(tell), entries.onDidChange(tell));
}

function isDraft(uri: vscode.Uri): boolean {
  return folderOf(uri.path, settingsFor(uri).folders) !== 'posts';
}

function set(key: string, value: boolean): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', key, value);
}
