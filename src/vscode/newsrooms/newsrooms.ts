import * as vscode from 'vscode';
import type { ArchiveIndex } from '../../core/archive/archiveIndex.ts';
import { folderOf } from '../../core/files/paths.ts';
import type { Newsroom } from '../../core/newsroom/newsroom.ts';
import { rootByFolder, rootsInWorkspace } from './discoverRoots.ts';
import { NewsroomIndex } from './newsroomIndex.ts';
import { foldersAbove, hasNewsroomFile, onDidChangeSettings, settingsFor, settingsRead } from './settings.ts';

/** The newsrooms of the workspace, each read when it is first asked for and kept current by watching its files. */
export class Newsrooms implements vscode.Disposable {
  private readonly rooms = new Map<string, NewsroomIndex>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly configuration: vscode.Disposable;
  /** Fires with its root when more is known of a newsroom. */
  readonly onDidChange = this.changed.event;

  private readonly storage: vscode.Uri | undefined;

  /** `storage` is where the archive's index may be kept between sessions; some hosts have none. */
  constructor(storage?: vscode.Uri) {
    this.storage = storage;
    this.configuration = onDidChangeSettings(() => {
      for (const [key, room] of [...this.rooms]) {
        if (room.isWhereItWas) room.forget();
        else {
          room.dispose();
          this.rooms.delete(key);
          this.changed.fire(room.root);
        }
      }
    });
  }

  /** The folder of the newsroom that an entry lies in; undefined where the file is no entry. */
  rootOf(uri: vscode.Uri): vscode.Uri | undefined {
    const root = rootByFolder(uri);
    if (root || settingsFor(uri).folders.entries.length === 0) return root;
    return foldersAround(uri).find((folder) => this.lists(folder, uri));
  }

  /** Whether a folder is a newsroom whose settings name that file as an entry beside its posts and drafts. */
  private lists(root: vscode.Uri, uri: vscode.Uri): boolean {
    const isRoot = this.rooms.has(root.toString()) || hasNewsroomFile(root) || isWorkspaceFolder(root);
    return (
      isRoot &&
      folderOf(uri.path.slice(root.path.replace(/\/$/, '').length + 1), settingsFor(root).folders) === 'entries'
    );
  }

  /** What is known of a newsroom by now; it is read in the background, and `onDidChange` tells when there is more. */
  at(root: vscode.Uri): Newsroom {
    return this.room(root).newsroom;
  }

  /** The same, where somebody has asked for it before: undefined, and nothing is read, where not. */
  known(root: vscode.Uri): Newsroom | undefined {
    return this.rooms.get(root.toString())?.newsroom;
  }

  /** All there is to know of a newsroom. */
  async read(root: vscode.Uri): Promise<Newsroom> {
    await settingsRead();
    const room = this.room(root);
    await room.ready;
    room.takeEdits();
    return room.newsroom;
  }

  /** The index of a newsroom's entries, to the last key of those that are open; undefined until all have been read. */
  archiveAt(root: vscode.Uri): ArchiveIndex | undefined {
    return this.room(root).archive;
  }

  /** The site's address as `_config.yml` has it. */
  async siteUrl(root: vscode.Uri): Promise<string | undefined> {
    const room = this.room(root);
    await room.configured;
    return room.siteUrl;
  }

  /** Takes a file into account that was written a moment ago, before the watchers tell of it. */
  async note(root: vscode.Uri, uri: vscode.Uri): Promise<void> {
    await this.room(root).note(uri);
  }

  /** The roots in the workspace: its folders, and folders one level below them, that hold posts, drafts or other entries. */
  readonly roots = rootsInWorkspace;

  dispose(): void {
    for (const room of this.rooms.values()) room.dispose();
    this.configuration.dispose();
    this.changed.dispose();
  }

  private room(root: vscode.Uri): NewsroomIndex {
    const key = root.toString();
    let room = this.rooms.get(key);
    if (!room) {
      room = new NewsroomIndex(root, this.storage, () => this.changed.fire(root));
      this.rooms.set(key, room);
    }
    return room;
  }
}

/** From the nearest to the farthest. */
function foldersAround(uri: vscode.Uri): vscode.Uri[] {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder ? [...foldersAbove(uri), folder.uri] : foldersAbove(uri);
}

function isWorkspaceFolder(folder: vscode.Uri): boolean {
  const key = folder.toString();
  return vscode.workspace.workspaceFolders?.some(({ uri }) => uri.toString() === key) ?? false;
}
