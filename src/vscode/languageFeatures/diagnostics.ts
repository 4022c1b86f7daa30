import * as vscode from 'vscode';
import type { Services } from '../documents/services.ts';
import { toDiagnostic } from '../editor/convert.ts';
import { deferred } from '../editor/deferred.ts';
import { hasTab, onDidChangeTabbedFiles, openDocumentAt } from '../editor/openDocuments.ts';

/** Shows the problems of every open entry, updated on every keystroke; those of what is being typed wait a moment. */
export function registerDiagnostics({ entries, documentChanges, shownProblems }: Services): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('daybook');
  /** The diagnostics last published for each file: publishing the same again would cost the editor several milliseconds. */
  const lastPublished = new Map<string, string>();
  /** Files that are closed or deleted, and without a tab: the editor keeps their documents for minutes. */
  const suppressed = new Set<string>();
  const publish = (document: vscode.TextDocument) => {
    const { uri } = document;
    const context = entries.contextOf(document);
    if (!context) return clear(uri); // settings may have changed what is an entry
    if (suppressed.has(uri.toString())) return;
    const diagnostics = shownProblems
      .of(document)
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
  const suppress = (uri: vscode.Uri) => {
    suppressed.add(uri.toString());
    clear(uri);
  };
  const publishAgain = (uri: vscode.Uri) => {
    if (!suppressed.delete(uri.toString())) return;
    const document = openDocumentAt(uri);
    if (document) publish(document);
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.{markdown,md}', true, true, false);
  publishAll();
  return vscode.Disposable.from(
    collection,
    publishDeferred,
    watcher,
    watcher.onDidDelete((uri) => {
      if (!hasTab(uri)) suppress(uri); // in a tab, its text can still be saved
    }),
    onDidChangeTabbedFiles(publishAgain, suppress),
    entries.onDidChange(publishAll),
    shownProblems.onDidChange(publish),
    vscode.workspace.onDidOpenTextDocument((document) => {
      suppressed.delete(document.uri.toString());
      publish(document);
    }),
    documentChanges.onDidChangeText(({ document, contentChanges }) => {
      // The editor moves its squiggles along with typed text: publish again, even if the diagnostics are the same.
      if (touchesProblemLine(collection.get(document.uri), contentChanges)) {
        lastPublished.delete(document.uri.toString());
      }
      publishDeferred.schedule(document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      suppressed.delete(uri.toString());
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
