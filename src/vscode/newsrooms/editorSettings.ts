import * as vscode from 'vscode';
import { DEFAULT_FOLDERS, isMarkdown, NEWSROOM_FILE } from '../../core/files/folders.ts';
import { mergeSettings, RESTRICTED_SETTINGS, readSettings, type Settings } from '../../core/settings/settings.ts';
import { folderNamesIn, readText } from '../editor/fileSystem.ts';
import { lazyChunk } from '../editor/lazyChunk.ts';
import { log } from '../editor/log.ts';
import { foldersAbove, parentFolder } from '../editor/uris.ts';
import type { ParsedNewsroomFile } from './newsroomFile.ts';

// A window has one configuration, so this state belongs to the module.

/** The newsrooms' settings files, by their folders. */
const newsroomFiles = new Map<string, ParsedNewsroomFile & { readonly text: string }>();
/** Settings computed so far, by folder. */
const cache = new Map<string, Settings>();
/** In Restricted Mode, the settings in each workspace folder's `.vscode/settings.json`: the editor does not tell what it leaves out of them. */
const hiddenWorkspaceValues = new Map<string, ParsedNewsroomFile['values']>();
const changed = new vscode.EventEmitter<void>();
let readingWorkspace: Promise<unknown> = Promise.resolve();
let readFile: (folder: vscode.Uri) => Promise<void> = async () => {};
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
    settings = readSettings(
      vscode.workspace.isTrusted
        ? mergeSettings(editorValues(folder), (name) => values[name])
        : mergeSettings(
            editorValues(folder), // in an untrusted workspace, the editor leaves out what the workspace must not set
            (name) => (RESTRICTED_SETTINGS.includes(name) ? undefined : values[name]),
            (name) => (name === 'preview.remoteImages' ? false : undefined),
          ),
    );
    cache.set(key, settings);
  }
  return settings;
}

/** As `settingsFor`, but what the folder would get if the user trusted it: only to say what is left out in Restricted Mode. */
export function settingsIfTrusted(scope: vscode.Uri): Settings {
  if (vscode.workspace.isTrusted) return settingsFor(scope);
  const folder = isMarkdown(scope.path) ? parentFolder(scope) : scope;
  const hiddenValues =
    hiddenWorkspaceValues.get(vscode.workspace.getWorkspaceFolder(folder)?.uri.toString() ?? '') ?? {};
  const values = newsroomFileFor(folder)?.values ?? {};
  return readSettings(
    mergeSettings(
      (name) => hiddenValues[name],
      editorValues(folder),
      (name) => values[name],
    ),
  );
}

/** Fires when settings change, in the editor or in a newsroom's file. */
export const onDidChangeSettings: vscode.Event<void> = changed.event;

/** Settles once the newsrooms' settings files in the workspace have been read. */
export async function settingsRead(): Promise<void> {
  await readingWorkspace;
}

/** Reads the settings file of a folder that has just been written, ahead of the file watcher. */
export async function rereadSettings(folder: vscode.Uri): Promise<void> {
  await readFile(folder);
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
      log.info(`Read the settings in ${uri.path}`);
      for (const { message, range } of file.diagnostics) log.warn(`${uri.path}:${range.start.line + 1} ${message}`);
    }
    invalidate();
  };
  readFile = read;
  const readAbove = (uri: vscode.Uri) => {
    for (const folder of settingsFoldersOf(uri)) {
      if (!readFolders.has(folder.toString())) void read(folder);
    }
  };
  const readIfNewsroomFile = (uri: vscode.Uri) => {
    if (uri.path.endsWith(`/${NEWSROOM_FILE}`)) void read(parentFolder(uri));
  };
  const readHidden = async (folder: vscode.Uri) => {
    const text = await readText(vscode.Uri.joinPath(folder, '.vscode/settings.json'));
    if (!text?.includes('daybook.')) return;
    hiddenWorkspaceValues.set(folder.toString(), (await loadParser()).readEditorFile(text).values);
    invalidate();
  };
  const readWorkspace = async () => {
    const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
    if (!vscode.workspace.isTrusted) for (const folder of folders) void readHidden(folder);
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
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      log.info('The workspace is trusted now');
      invalidate();
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
  for (const candidate of [folder, ...settingsFoldersOf(folder)]) {
    const file = newsroomFiles.get(candidate.toString());
    if (file) return file;
  }
  return undefined;
}

/**
 * The folders above a file or folder whose settings file may apply to it: those in the workspace or, outside of it, those up to the one with
 * the usual folder of posts or drafts, as on the command line. What others put further above must not change how entries are read.
 */
function settingsFoldersOf(uri: vscode.Uri): readonly vscode.Uri[] {
  const folders = foldersAbove(uri);
  const workspaceFolder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  const names = [uri, ...folders].map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
  const last = workspaceFolder
    ? folders.findIndex(({ path }) => path === workspaceFolder.path)
    : names.findIndex((name) => name === DEFAULT_FOLDERS.posts || name === DEFAULT_FOLDERS.drafts);
  if (last >= 0) return folders.slice(0, last + 1);
  return workspaceFolder ? [] : folders;
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
