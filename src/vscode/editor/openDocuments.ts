import * as vscode from 'vscode';
import { readText } from './fileSystem.ts';

/** The open document of `uri`, with or without a tab; undefined if it is not open. */
export function openDocumentAt(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}

/** The text of a file: with unsaved changes if it is open, else from disk; undefined if it cannot be read. */
export async function currentText(uri: vscode.Uri): Promise<string | undefined> {
  return openDocumentAt(uri)?.getText() ?? readText(uri);
}

/** The URIs of all text editor tabs, visible or not. */
export function textTabUris(): vscode.Uri[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri] : []));
}

/** Whether a tab shows a file, alone or in a comparison. The editor keeps documents for minutes after their last tab is closed. */
export function hasTab(uri: vscode.Uri): boolean {
  const key = uri.toString();
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some((tab) => urisOfTab(tab).some((tabUri) => tabUri.toString() === key)),
  );
}

/** Calls back with each file that a tab starts to show, and with each that no tab shows any more. */
export function onDidChangeTabbedFiles(
  onOpened: (uri: vscode.Uri) => void,
  onClosed: (uri: vscode.Uri) => void,
): vscode.Disposable {
  return vscode.window.tabGroups.onDidChangeTabs(({ opened, closed, changed }) => {
    for (const uri of closed.flatMap(urisOfTab)) if (!hasTab(uri)) onClosed(uri);
    for (const uri of [...opened, ...changed].flatMap(urisOfTab)) onOpened(uri);
  });
}

function urisOfTab({ input }: vscode.Tab): vscode.Uri[] {
  if (input instanceof vscode.TabInputText) return [input.uri];
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];
}
