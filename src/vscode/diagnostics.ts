import * as vscode from 'vscode';
import { toDiagnostic } from './convert.ts';
import type { Entries } from './entries.ts';

/** Shows the problems of every open entry, current with every key. */
export function registerDiagnostics(entries: Entries): vscode.Disposable {
  const shown = vscode.languages.createDiagnosticCollection('daybook');
  const show = (document: vscode.TextDocument) => {
    if (entries.is(document)) {
      shown.set(
        document.uri,
        entries.problems(document).map((problem) => toDiagnostic(document, problem)),
      );
    }
  };
  const showAll = () => vscode.workspace.textDocuments.forEach(show);
  showAll();
  return vscode.Disposable.from(
    shown,
    entries.onDidChange(showAll),
    vscode.workspace.onDidOpenTextDocument(show),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) show(document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => shown.delete(uri)),
  );
}
