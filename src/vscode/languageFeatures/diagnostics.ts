import * as vscode from 'vscode';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { toDiagnostic } from '../editor/convert.ts';
import { deferred } from '../editor/deferred.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';

/** Shows the problems of every open entry, current with every key. */
export function registerDiagnostics(entries: EntryDocuments, newsrooms: Newsrooms): vscode.Disposable {
  const shown = vscode.languages.createDiagnosticCollection('daybook');
  const deleted = new Set<string>();
  /** What the editor has been told by file: telling it the same again costs it several milliseconds. */
  const told = new Map<string, string>();
  /** Deleted files without a tab: the editor keeps their documents for minutes after the last one is closed. */
  const gone = new Set<string>();
  const show = (document: vscode.TextDocument) => {
    const { uri } = document;
    if (!entries.is(document)) return shown.delete(uri); // it may have been one before the settings changed
    if (gone.has(uri.toString())) return;
    const place = { uri, root: newsrooms.rootOf(uri) };
    const diagnostics = entries.problems(document).map((problem) => toDiagnostic(document, problem, place));
    const now = JSON.stringify(diagnostics);
    if (told.get(uri.toString()) === now) return;
    told.set(uri.toString(), now);
    shown.set(uri, diagnostics);
  };
  const showAfterwards = deferred(show);
  const drop = (uri: vscode.Uri) => {
    told.delete(uri.toString());
    shown.delete(uri);
  };
  const showAll = () => vscode.workspace.textDocuments.forEach(show);
  const isBack = (uri: vscode.Uri) => {
    deleted.delete(uri.toString());
    gone.delete(uri.toString());
  };
  const dropWithoutTab = (uri: vscode.Uri) => {
    if (!deleted.has(uri.toString()) || hasTab(uri)) return; // with one its text is still there to be saved
    gone.add(uri.toString());
    drop(uri);
  };
  const files = vscode.workspace.createFileSystemWatcher('**/*.{markdown,md}', false, true, false);
  showAll();
  return vscode.Disposable.from(
    shown,
    showAfterwards,
    files,
    files.onDidCreate(isBack),
    files.onDidDelete((uri) => {
      deleted.add(uri.toString());
      dropWithoutTab(uri);
    }),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      for (const { input } of closed) if (input instanceof vscode.TabInputText) dropWithoutTab(input.uri);
    }),
    entries.onDidChange(showAll),
    vscode.workspace.onDidOpenTextDocument((document) => {
      isBack(document.uri);
      show(document);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      isBack(document.uri);
      // The editor moves its squiggles with what is written in them, so it has to be told where they are.
      if (isAtProblem(shown.get(document.uri), contentChanges)) told.delete(document.uri.toString());
      showAfterwards.ask(document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      isBack(uri);
      drop(uri);
    }),
  );
}

/** Whether any of the changes was made on a line with a problem. */
function isAtProblem(
  problems: readonly vscode.Diagnostic[] | undefined,
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): boolean {
  return changes.some(({ range: { start, end }, text }) => {
    const last = Math.max(end.line, start.line + text.split('\n').length - 1);
    return problems?.some(({ range }) => range.start.line <= last && range.end.line >= start.line) ?? false;
  });
}

function hasTab(uri: vscode.Uri): boolean {
  const key = uri.toString();
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === key),
  );
}
