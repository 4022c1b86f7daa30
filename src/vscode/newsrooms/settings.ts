import * as vscode from 'vscode';
import { isMarkdown, NEWSROOM_FILE } from '../../core/files/folders.ts';
import { firstOf, readSettings, type Settings } from '../../core/settings/settings.ts';
import { foldersIn, textOf } from '../editor/fileSystem.ts';
import { lazyChunk } from '../editor/lazyChunk.ts';
import type { ReadFile } from './newsroomFile.ts';

// There is one configuration for the whole window, and these are the files that belong to it.

/** The settings files by the folders that they lie in. */
const files = new Map<string, ReadFile & { readonly text: string }>();
/** What was worked out already, by the folder that it was asked for. */
const known = new Map<string, Settings>();
const changed = new vscode.EventEmitter<void>();
let reading: Promise<unknown> = Promise.resolve();
/** Loaded with the first settings file: most newsrooms have none. */
const reader = lazyChunk(() => import('./newsroomFile.ts'));

/**
 * The settings that hold for a file or folder: what is set in the editor, else what the newsroom's `daybook.json` says, else the
 * defaults.
 */
export function settingsFor(scope: vscode.Uri): Settings {
  // Files of one folder have the same settings; to ask the editor for those of each would take an archive a second.
  const folder = isMarkdown(scope.path) ? parentOf(scope) : scope;
  const key = folder.toString();
  let settings = known.get(key);
  if (!settings) {
    const values = fileFor(folder)?.values ?? {};
    settings = readSettings(firstOf(setInEditor(folder), (name) => values[name]));
    known.set(key, settings);
  }
  return settings;
}

/** Fires when settings are others than they were, in the editor or in a file. */
export const onDidChangeSettings: vscode.Event<void> = changed.event;

/** Settles when the settings files of the workspace have been read, so that what is written now is right. */
export async function settingsRead(): Promise<void> {
  await reading;
}

/** Reads the settings files, keeps them current, and shows what is wrong in them. It comes before all that asks for settings. */
export function registerSettings(): vscode.Disposable {
  const shown = vscode.languages.createDiagnosticCollection('daybook-settings');
  const asked = new Set<string>();
  const forget = () => {
    known.clear();
    changed.fire();
  };
  const read = async (folder: vscode.Uri) => {
    const key = folder.toString();
    asked.add(key);
    const uri = vscode.Uri.joinPath(folder, NEWSROOM_FILE);
    const text = await textOf(uri);
    if (files.get(key)?.text === text) return;
    if (text === undefined) {
      files.delete(key);
      shown.delete(uri);
    } else {
      const file = (await reader()).readFile(text);
      files.set(key, { ...file, text });
      shown.set(uri, file.diagnostics);
    }
    forget();
  };
  const readAbove = (uri: vscode.Uri) => {
    for (const folder of foldersAbove(uri)) {
      if (!asked.has(folder.toString())) void read(folder);
    }
  };
  const readSaved = (uri: vscode.Uri) => {
    if (uri.path.endsWith(`/${NEWSROOM_FILE}`)) void read(parentOf(uri));
  };
  const readWorkspace = async () => {
    const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
    const below = await Promise.all(folders.map(foldersBelow));
    await Promise.all([...folders, ...below.flat()].map(read));
  };
  reading = readWorkspace();
  for (const { uri, languageId } of vscode.workspace.textDocuments) if (languageId === 'markdown') readAbove(uri);
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${NEWSROOM_FILE}`);
  return vscode.Disposable.from(
    shown,
    watcher,
    watcher.onDidCreate(readSaved),
    watcher.onDidChange(readSaved),
    watcher.onDidDelete(readSaved),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => readSaved(uri)),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      reading = readWorkspace();
    }),
    vscode.workspace.onDidOpenTextDocument(({ uri, languageId }) => {
      if (languageId === 'markdown') readAbove(uri);
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('daybook')) forget();
    }),
  );
}

/** What the writer or the workspace has set; undefined where only the default stands. */
function setInEditor(scope: vscode.Uri): (name: string) => unknown {
  const configuration = vscode.workspace.getConfiguration('daybook', scope);
  return (name) => {
    const inspected = configuration.inspect(name);
    const isSet = [inspected?.globalValue, inspected?.workspaceValue, inspected?.workspaceFolderValue].some(
      (value) => value !== undefined,
    );
    return isSet ? configuration.get(name) : undefined;
  };
}

/** The nearest settings file that lies in the scope or above it. */
function fileFor(scope: vscode.Uri): ReadFile | undefined {
  if (files.size === 0) return undefined;
  for (const folder of [scope, ...foldersAbove(scope)]) {
    const file = files.get(folder.toString());
    if (file) return file;
  }
  return undefined;
}

/** Whether a newsroom's settings file lies in that very folder. */
export function hasNewsroomFile(folder: vscode.Uri): boolean {
  return files.has(folder.toString());
}

/** From the nearest to the farthest, the root of the file system left out. */
export function foldersAbove(uri: vscode.Uri): vscode.Uri[] {
  const folders: vscode.Uri[] = [];
  for (let folder = parentOf(uri); folder.path.length > 1; folder = parentOf(folder)) folders.push(folder);
  return folders;
}

function parentOf(uri: vscode.Uri): vscode.Uri {
  return uri.with({ path: uri.path.slice(0, Math.max(0, uri.path.lastIndexOf('/'))) || '/', query: '', fragment: '' });
}

/** The folders where a newsroom may lie in a workspace's folder. */
async function foldersBelow(folder: vscode.Uri): Promise<vscode.Uri[]> {
  const names = (await foldersIn(folder)).filter((name) => !/^(?:[._].*|node_modules)$/.test(name));
  return names.map((name) => vscode.Uri.joinPath(folder, name));
}
