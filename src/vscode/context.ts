import * as vscode from 'vscode';
import type { Entries } from './entries.ts';

/** Keeps the context key `daybook.isEntry`, by which the manifest shows commands and buttons where they apply. */
export function registerContext(entries: Entries): vscode.Disposable {
  const tell = () => {
    const document = vscode.window.activeTextEditor?.document;
    void vscode.commands.executeCommand(
      'setContext',
      'daybook.isEntry',
      document !== undefined && entries.is(document),
    );
  };
  tell();
  return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(tell), entries.onDidChange(tell));
}
