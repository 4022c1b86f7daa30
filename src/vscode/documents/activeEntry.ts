import * as vscode from 'vscode';
import { FOLDERS } from '../../core/files/paths.ts';
import { showWarning } from '../editor/notifications.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { settingsFor } from '../newsrooms/settings.ts';
import type { EntryDocuments } from './entryDocuments.ts';

// What a command is about.

/**
 * The entry that a command was given (from a menu), else the active editor's, else, as in the walkthrough, where no text is active,
 * the only one that is open; says so where there is none.
 */
export async function activeEntry(entries: EntryDocuments, given: unknown): Promise<vscode.TextDocument | undefined> {
  const uri = given instanceof vscode.Uri ? given : undefined;
  const document = uri ? await opened(uri) : (vscode.window.activeTextEditor?.document ?? (await onlyOpen(entries)));
  if (document && entries.is(document)) return document;
  if (document?.isUntitled) showWarning('This file has no name yet: save it among the drafts first.');
  else warnOfNoEntry(document?.uri);
  return undefined;
}

/** Says that a file, or what has the focus, is not an entry, and where entries lie. */
export function warnOfNoEntry(uri?: vscode.Uri): void {
  const place = uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const { posts, drafts, entries } = place ? settingsFor(place).folders : FOLDERS;
  const elsewhere = entries.length > 0 ? ', and those that `daybook.entries` names' : '';
  showWarning(`This is not an entry: Daybook works on Markdown files in ${posts} and ${drafts}${elsewhere}.`);
}

async function onlyOpen(entries: EntryDocuments): Promise<vscode.TextDocument | undefined> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const uris = tabs.flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri] : []));
  const documents = await Promise.all([...new Set(uris.map(String))].map((uri) => opened(vscode.Uri.parse(uri, true))));
  const [only, ...others] = documents.filter((document) => document !== undefined && entries.is(document));
  return others.length === 0 ? only : undefined;
}

async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/** The newsroom of the active entry, else the only one of the workspace, else one that the writer picks. */
export async function activeRoot(newsrooms: Newsrooms): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = active && newsrooms.rootOf(active);
  if (own) return own;
  const roots = await newsrooms.roots();
  const folders = roots.length > 0 ? roots : (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  if (folders.length === 0) {
    showWarning('Open the folder that holds your entries first.');
    return undefined;
  }
  if (folders.length === 1) return folders[0];
  const items = folders.map((uri) => ({ label: vscode.workspace.asRelativePath(uri, true), uri }));
  return (await vscode.window.showQuickPick(items, { title: 'Which newsroom?' }))?.uri;
}

/** Where a file lies below its newsroom's root, with `/`. */
export function pathBelow(root: vscode.Uri, uri: vscode.Uri): string {
  return uri.path.slice(root.path.replace(/\/$/, '').length + 1);
}
