import * as vscode from 'vscode';
import type { Services } from '../documents/services.ts';
import { toDiagnostic } from '../editor/convert.ts';
import { deferred } from '../editor/deferred.ts';
import { textTabUris } from '../editor/openDocuments.ts';

/** Shows the problems of every open entry, updated on every keystroke. */
export function registerDiagnostics({ entries, documentChanges }: Services): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('daybook');
  const deletedFiles = new Set<string>();
  /** The diagnostics last published for each file: publishing the same again would cost the editor several milliseconds. */
  const lastPublished = new Map<string, string>();
  /** Deleted files without a tab: the editor keeps their documents for minutes after the last tab is closed. */
  const suppressed = new Set<string>();
  const publish = (document: vscode.TextDocument) => {
    const { uri } = document;
    const context = entries.contextOf(document);
    if (!context) return collection.delete(uri); // settings may have changed what is an entry
    if (suppressed.has(uri.toString())) return;
    const diagnostics = entries
      .problemsOf(document)
      .map((problem) => toDiagnostic(document, problem, { uri, root: context.root }));
    const serialized = JSON.stringify(diagnostics);
    if (lastPublished.get(uri.toString()) === serialized) return;
    lastPublished.set(uri.toString(), serialized);
    collection.set(uri, diagnostics);
  };
  const publishDeferred = deferred(publish);
  const publishAll = () => vscode.workspace.textDocuments.forEach(publish);
  const clear = (uri: vscode.Uri) => {
    lastPublished.delete(uri.toString());
    collection.delete(uri);
  };
  const markPresent = (uri: vscode.Uri) => {
    deletedFiles.delete(uri.toString());
    suppressed.delete(uri.toString());
  };
  const suppressIfDeleted = (uri: vscode.Uri) => {
    if (!deletedFiles.has(uri.toString()) || hasTab(uri)) return; // in a tab, its text can still be saved
    suppressed.add(uri.toString());
    clear(uri);
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.{markdown,md}', false, true, false);
  publishAll();
  return vscode.Disposable.from(
    collection,
    publishDeferred,
    watcher,
    watcher.onDidCreate(markPresent),
    watcher.onDidDelete((uri) => {
      deletedFiles.add(uri.toString());
      suppressIfDeleted(uri);
    }),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      for (const { input } of closed) if (input instanceof vscode.TabInputText) suppressIfDeleted(input.uri);
    }),
    entries.onDidChange(publishAll),
    vscode.workspace.onDidOpenTextDocument((document) => {
      markPresent(document.uri);
      publish(document);
    }),
    documentChanges.onDidChangeText(({ document, contentChanges }) => {
      markPresent(document.uri);
      // The editor moves its squiggles along with typed text: publish again, even if the diagnostics are the same.
      if (touchesProblemLine(collection.get(document.uri), contentChanges)) {
        lastPublished.delete(document.uri.toString());
      }
      publishDeferred.schedule(document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      markPresent(uri);
      clear(uri);
    }),
  );
}

/** Whether any change is on a line with a problem. */
function touchesProblemLine(
  diagnostics: readonly vscode.Diagnostic[] | undefined,
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): boolean {
  return changes.some(({ range: { start, end }, text }) => {
    const lastLine = Math.max(end.line, start.line + text.split('\n').length - 1);
    return diagnostics?.some(({ range }) => range.start.line <= lastLine && range.end.line >= start.line) ?? false;
  });
}

function hasTab(uri: vscode.Uri): boolean {
  const key = uri.toString();
  return textTabUris().some((tabUri) => tabUri.toString() === key);
}
