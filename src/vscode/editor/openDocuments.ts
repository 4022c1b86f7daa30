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
