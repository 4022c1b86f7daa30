import * as vscode from 'vscode';
import { isMarkdown, NEWSROOM_FILE } from '../../core/files/folders.ts';
import { mergeSettings, readSettings, type Settings } from '../../core/settings/settings.ts';
import { folderNamesIn, readText } from '../editor/fileSystem.ts';
import { lazyChunk } from '../editor/lazyChunk.ts';
import { foldersAbove, parentFolder } from '../editor/uris.ts';
import type { ParsedNewsroomFile } from './newsroomFile.ts';

// A window has one configuration, so this state belongs to the module.

/** The newsrooms' settings files, by their folders. */
const newsroomFiles = new Map<string, ParsedNewsroomFile & { readonly text: string }>();
/** Settings computed so far, by folder. */
const cache = new Map<string, Settings>();
const changed = new vscode.EventEmitter<void>();
let readingWorkspace: Promise<unknown> = Promise.resolve();
/** Loaded with the first settings file: most newsrooms have none. */
const loadParser = lazyChunk(() => import('./newsroomFile.ts'));

/** The settings for a file or folder: from the editor's settings, else from the newsroom's `daybook.json`, else defaults. */
export function settingsFor(scope: vscode.Uri): Settings {
  // All files of a folder have the same settings. Querying the editor for each of them would take a second for an archive.
  const folder = isMarkdown(scope.path) ? parentFolder(scope) : scope;
  const key = folder.toString();
  let settings = cache.get(key);
  if (!settings) {
    const values = newsroomFileFor(folder)?.values ?? {};
    settings = readSettings(mergeSettings(editorValues(folder), (name) => values[name]));
    cache.set(key, settings);
  }
  return settings;
}

/** Fires when settings change, in the editor or in a newsroom's file. */
export const onDidChangeSettings: vscode.Event<void> = changed.event;

/** Settles once the newsrooms' settings files in the workspace have been read. */
export async function settingsRead(): Promise<void> {
  await readingWorkspace;
}

/** Reads and watches the newsrooms' settings files, and shows their problems. Must come before everything that needs settings. */
export function registerSettings(): vscode.Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection('daybook-settings');
  const readFolders = new Set<string>();
  const invalidate = () => {
    cache.clear();
    changed.fire();
  };
  const read = async (folder: vscode.Uri) => {
    const key = folder.toString();
    readFolders.add(key);
    const uri = vscode.Uri.joinPath(folder, NEWSROOM_FILE);
    const text = await readText(uri);
    if (newsroomFiles.get(key)?.text === text) return;
    if (text === undefined) {
      newsroomFiles.delete(key);
      diagnostics.delete(uri);
    } else {
      const file = (await loadParser()).parseNewsroomFile(text);
      newsroomFiles.set(key, { ...file, text });
      diagnostics.set(uri, file.diagnostics);
    }
    invalidate();
  };
  const readAbove = (uri: vscode.Uri) => {
    for (const folder of foldersAbove(uri)) {
      if (!readFolders.has(folder.toString())) void read(folder);
    }
  };
  const readIfNewsroomFile = (uri: vscode.Uri) => {
    if (uri.path.endsWith(`/${NEWSROOM_FILE}`)) void read(parentFolder(uri));
  };
  const readWorkspace = async () => {
    const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
    const subfolders = await Promise.all(folders.map(possibleRootsBelow));
    await Promise.all([...folders, ...subfolders.flat()].map(read));
  };
  readingWorkspace = readWorkspace();
  for (const { uri, languageId } of vscode.workspace.textDocuments) if (languageId === 'markdown') readAbove(uri);
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${NEWSROOM_FILE}`);
  return vscode.Disposable.from(
    diagnostics,
    watcher,
    watcher.onDidCreate(readIfNewsroomFile),
    watcher.onDidChange(readIfNewsroomFile),
    watcher.onDidDelete(readIfNewsroomFile),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => readIfNewsroomFile(uri)),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      readingWorkspace = readWorkspace();
    }),
    vscode.workspace.onDidOpenTextDocument(({ uri, languageId }) => {
      if (languageId === 'markdown') readAbove(uri);
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('daybook')) invalidate();
    }),
  );
}

/** Reads values that the user or the workspace has set; undefined for a setting with its default value. */
function editorValues(scope: vscode.Uri): (name: string) => unknown {
  const configuration = vscode.workspace.getConfiguration('daybook', scope);
  return (name) => {
    const inspected = configuration.inspect(name);
    const isSet = [inspected?.globalValue, inspected?.workspaceValue, inspected?.workspaceFolderValue].some(
      (value) => value !== undefined,
    );
    return isSet ? configuration.get(name) : undefined;
  };
}

/** The nearest settings file in a folder or above it. */
function newsroomFileFor(folder: vscode.Uri): ParsedNewsroomFile | undefined {
  if (newsroomFiles.size === 0) return undefined;
  for (const candidate of [folder, ...foldersAbove(folder)]) {
    const file = newsroomFiles.get(candidate.toString());
    if (file) return file;
  }
  return undefined;
}

/** Whether a newsroom's settings file is directly in this folder. */
export function hasNewsroomFile(folder: vscode.Uri): boolean {
  return newsroomFiles.has(folder.toString());
}

/** The folders directly in a workspace folder that may be roots of newsrooms. */
async function possibleRootsBelow(workspaceFolder: vscode.Uri): Promise<vscode.Uri[]> {
  const names = (await folderNamesIn(workspaceFolder)).filter((name) => !/^(?:[._].*|node_modules)$/.test(name));
  return names.map((name) => vscode.Uri.joinPath(workspaceFolder, name));
}
