import * as vscode from 'vscode';

/** Sets a context key for `when` clauses in the manifest. */
export function setContextKey(key: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
