import * as vscode from 'vscode';
import type { ArchiveIndex } from '../../core/archive/archiveIndex.ts';
import { entryFolderOf } from '../../core/files/paths.ts';
import type { Newsroom } from '../../core/newsroom/newsroom.ts';
import type { SiteAddress } from '../../core/newsroom/siteConfig.ts';
import type { DocumentChanges } from '../editor/documentChanges.ts';
import { foldersAbove, pathBelow } from '../editor/uris.ts';
import { findRoots, rootFromFolderNames } from './discoverRoots.ts';
import { hasNewsroomFile, onDidChangeSettings, settingsFor, settingsRead } from './editorSettings.ts';
import { NewsroomIndex } from './newsroomIndex.ts';

/** The newsrooms of the workspace by their root folders. Each is opened, read and kept current from its first use on. */
export class Newsrooms implements vscode.Disposable {
  private readonly indexes = new Map<string, NewsroomIndex>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly settingsListener: vscode.Disposable;
  private readonly documentChanges: DocumentChanges;
  private readonly storage: vscode.Uri | undefined;
  /** Fires with the root of a newsroom whose entries or settings changed. */
  readonly onDidChange = this.changed.event;

  /** `storage` is the folder for saved indexes; some hosts have none. */
  constructor(documentChanges: DocumentChanges, storage?: vscode.Uri) {
    this.documentChanges = documentChanges;
    this.storage = storage;
    this.settingsListener = onDidChangeSettings(() => {
      for (const [key, index] of [...this.indexes]) {
        if (index.foldersUnchanged) index.invalidate();
        else {
          index.dispose();
          this.indexes.delete(key);
          this.changed.fire(index.root);
        }
      }
    });
  }

  /** The root of the newsroom that an entry belongs to; undefined if the file is not an entry. */
  rootOf(uri: vscode.Uri): vscode.Uri | undefined {
    const root = rootFromFolderNames(uri);
    if (root || settingsFor(uri).folders.entries.length === 0) return root;
    return possibleRoots(uri).find((folder) => this.listsEntry(folder, uri));
  }

  /** Whether a folder is a newsroom and its `daybook.entries` lists the file. */
  private listsEntry(root: vscode.Uri, uri: vscode.Uri): boolean {
    const isRoot = this.indexes.has(root.toString()) || hasNewsroomFile(root) || isWorkspaceFolder(root);
    return isRoot && entryFolderOf(pathBelow(root, uri), settingsFor(root).folders) === 'entries';
  }

  /** The facts about a newsroom so far. Opens it if need be; `onDidChange` fires when there are more. */
  newsroomAt(root: vscode.Uri): Newsroom {
    return this.indexAt(root).newsroom;
  }

  /** The facts about a newsroom so far; undefined if nothing has opened it yet. */
  newsroomIfOpen(root: vscode.Uri): Newsroom | undefined {
    return this.indexes.get(root.toString())?.newsroom;
  }

  /** The facts about a newsroom once all its entries have been read. */
  async read(root: vscode.Uri): Promise<Newsroom> {
    await settingsRead();
    const index = this.indexAt(root);
    await index.ready;
    index.flushEdits();
    return index.newsroom;
  }

  /** The index of a newsroom, up to the last keystroke in open entries; undefined until all entries have been read. */
  archiveAt(root: vscode.Uri): ArchiveIndex | undefined {
    return this.indexAt(root).archive;
  }

  /** The URL of the site, from `_config.yml`. */
  async siteUrlOf(root: vscode.Uri): Promise<string | undefined> {
    return (await this.siteAddressOf(root)).siteUrl;
  }

  /** Where the site is, from `_config.yml`. */
  async siteAddressOf(root: vscode.Uri): Promise<SiteAddress> {
    const index = this.indexAt(root);
    await index.configRead;
    return index.siteAddress;
  }

  /** Indexes a file that was just written, moved or deleted, ahead of the file watcher. */
  async recheck(root: vscode.Uri, uri: vscode.Uri): Promise<void> {
    await this.indexAt(root).recheck(uri);
  }

  /** The roots of all newsrooms in the workspace. */
  roots(): Promise<vscode.Uri[]> {
    return findRoots();
  }

  dispose(): void {
    for (const index of this.indexes.values()) index.dispose();
    this.settingsListener.dispose();
    this.changed.dispose();
  }

  private indexAt(root: vscode.Uri): NewsroomIndex {
    const key = root.toString();
    let index = this.indexes.get(key);
    if (!index) {
      index = new NewsroomIndex(root, this.storage, this.documentChanges, () => this.changed.fire(root));
      this.indexes.set(key, index);
    }
    return index;
  }
}

/** The folders above a file and its workspace folder. */
function possibleRoots(uri: vscode.Uri): vscode.Uri[] {
  const workspaceFolder = vscode.workspace.getWorkspaceFolder(uri);
  return workspaceFolder ? [...foldersAbove(uri), workspaceFolder.uri] : foldersAbove(uri);
}

function isWorkspaceFolder(folder: vscode.Uri): boolean {
  const key = folder.toString();
  return vscode.workspace.workspaceFolders?.some(({ uri }) => uri.toString() === key) ?? false;
}
