import * as vscode from 'vscode';
import type { Entry } from '../../core/entry/entry.ts';
import { frontMatterRefusal } from '../../core/entry/yaml.ts';
import { DEFAULT_FOLDERS } from '../../core/files/folders.ts';
import { showInfo, showIsOff, showWarning } from '../editor/notifications.ts';
import { textTabUris } from '../editor/openDocuments.ts';
import { settingsFor } from '../newsrooms/editorSettings.ts';
import { stateOf } from '../newsrooms/enablement.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { rootNames } from '../newsrooms/rootNames.ts';
import { itemPlaceOf, uriOf } from './commandTarget.ts';
import type { EntryContext } from './entryContext.ts';
import type { EntryDocuments } from './entryDocuments.ts';
import type { Services } from './services.ts';

// Finds the entry or the newsroom that a command applies to.

/**
 * The entry whose URI or row a command received from a menu, else the entry in the active editor. If no text editor is active, as in the
 * walkthrough, the only open entry. Undefined, with a message, if there is none.
 */
export async function activeEntry(
  entries: EntryDocuments,
  argument: unknown,
): Promise<vscode.TextDocument | undefined> {
  const uri = uriOf(argument);
  const document = uri
    ? await tryOpen(uri)
    : (vscode.window.activeTextEditor?.document ?? (await onlyOpenEntry(entries)));
  if (document && entries.isEntry(document)) return document;
  if (document && entries.isOff(document)) showIsOff();
  else if (document?.isUntitled) showWarning('Save this file in the drafts folder first.');
  else showNotAnEntry(document?.uri);
  return undefined;
}

/** The context of the active entry once all entries of its newsroom have been read; undefined, with a message, if there is none. */
export async function activeEntryContext(
  { entries, newsrooms }: Services,
  argument: unknown,
): Promise<EntryContext | undefined> {
  const document = await activeEntry(entries, argument);
  const root = document && newsrooms.rootOf(document.uri);
  if (!root) return undefined;
  await newsrooms.readForCommand(root);
  return entries.contextOf(document);
}

/** The active text editor, and the entry in it. */
export interface EntryEditor {
  readonly editor: vscode.TextEditor;
  readonly context: EntryContext;
  /** The offset of the primary cursor. */
  readonly caret: number;
}

/** The active editor if it shows an entry; undefined, with a message, if it does not. */
export function activeEntryEditor(entries: EntryDocuments): EntryEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  const context = editor && entries.contextOf(editor.document);
  if (!context) {
    showInfo('Open an entry and place the cursor in an item first.');
    return undefined;
  }
  return { editor, context, caret: editor.document.offsetAt(editor.selection.active) };
}

/**
 * As `activeEntryEditor`, for a command that a row's menu can run as well: then an editor is shown with the cursor at the start of the row's
 * item.
 */
export async function entryEditorAt(entries: EntryDocuments, argument: unknown): Promise<EntryEditor | undefined> {
  const place = itemPlaceOf(argument);
  const document = place && (await tryOpen(place.uri));
  if (place && document) {
    const position = document.positionAt(place.offset);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
  }
  return activeEntryEditor(entries);
}

/** Shows that a file is not an entry, and where entries are. Without a URI, it is about the tab that has the focus. */
export function showNotAnEntry(uri?: vscode.Uri): void {
  const scope = uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const { posts, drafts, entries } = scope ? settingsFor(scope).folders : DEFAULT_FOLDERS;
  const others = entries.length > 0 ? ', and on those that the setting daybook.entries lists' : '';
  showWarning(`This is not an entry. Daybook works on Markdown files in ${posts} and ${drafts}${others}.`);
}

/** Whether nothing can be set in the front matter of an entry, because it is not YAML; shows the reason. */
export function isFrontMatterRefused(entry: Entry): boolean {
  const reason = frontMatterRefusal(entry);
  if (reason !== undefined) showWarning(reason);
  return reason !== undefined;
}

async function onlyOpenEntry(entries: EntryDocuments): Promise<vscode.TextDocument | undefined> {
  const uris = new Set(textTabUris().map(String));
  const documents = await Promise.all([...uris].map((uri) => tryOpen(vscode.Uri.parse(uri, true))));
  const [entry, ...furtherEntries] = documents.filter(
    (document) => document !== undefined && entries.isEntry(document),
  );
  return furtherEntries.length === 0 ? entry : undefined;
}

async function tryOpen(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/** The newsroom of the active entry, else the only one in the workspace, else one that the writer picks. */
export async function activeRoot(newsrooms: Newsrooms): Promise<vscode.Uri | undefined> {
  const activeUri = vscode.window.activeTextEditor?.document.uri;
  const activeEntryRoot = activeUri && newsrooms.rootOf(activeUri);
  if (activeEntryRoot) return activeEntryRoot;
  const { on, off } = await newsrooms.rootsByState();
  const usable = off.filter((root) => stateOf(root) !== 'off'); // an entry of a log turns Daybook on there
  if (on.length === 0 && off.length > 0 && usable.length === 0) {
    showIsOff();
    return undefined;
  }
  const roots = on.length > 0 ? on : usable;
  const folders = roots.length > 0 ? roots : (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  if (folders.length === 0) {
    showWarning('Open the folder that contains your entries first.');
    return undefined;
  }
  if (folders.length === 1) return folders[0];
  const names = rootNames(folders);
  const items = folders.map((uri, index) => ({ label: names[index] ?? '', uri }));
  return (await vscode.window.showQuickPick(items, { title: 'Select a Newsroom' }))?.uri;
}
