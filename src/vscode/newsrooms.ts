import * as vscode from 'vscode';
import type { ArchiveIndex } from '../core/archive/archiveIndex.ts';
import type { Newsroom } from '../core/newsroom.ts';
import type { Settings } from '../core/settings.ts';
import { foldersIn } from './archive/files.ts';
import { Room } from './archive/room.ts';
import { onDidChangeSettings, settingsFor, settingsRead } from './settings.ts';

/** The newsrooms of the workspace, each read when it is first asked for and kept current by watching its files. */
export class Newsrooms implements vscode.Disposable {
  private readonly rooms = new Map<string, Room>();
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

  /** The folder that holds an entry's posts and drafts; undefined where the file lies in neither. */
  rootOf(uri: vscode.Uri): vscode.Uri | undefined {
    const { folders } = settingsFor(uri);
    const parts = uri.path.split('/');
    const at = Math.max(parts.lastIndexOf(folders.posts, -2), parts.lastIndexOf(folders.drafts, -2));
    return at < 1 ? undefined : uri.with({ path: parts.slice(0, at).join('/') || '/', query: '', fragment: '' });
  }

  /** What is known of a newsroom by now; it is read in the background, and `onDidChange` tells when there is more. */
  at(root: vscode.Uri): Newsroom {
    return this.room(root).newsroom;
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

  /** The roots in the workspace: its folders, and folders one level below them, that hold posts or drafts. */
  async roots(): Promise<vscode.Uri[]> {
    await settingsRead();
    const found: vscode.Uri[] = [];
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      const inside = await foldersIn(uri);
      if (isNewsroom(inside, settingsFor(uri))) found.push(uri);
      else {
        for (const name of inside.filter((folder) => !folder.startsWith('.') && folder !== 'node_modules')) {
          const below = vscode.Uri.joinPath(uri, name);
          if (isNewsroom(await foldersIn(below), settingsFor(below))) found.push(below);
        }
      }
    }
    return found;
  }

  dispose(): void {
    for (const room of this.rooms.values()) room.dispose();
    this.configuration.dispose();
    this.changed.dispose();
  }

  private room(root: vscode.Uri): Room {
    const key = root.toString();
    let room = this.rooms.get(key);
    if (!room) {
      room = new Room(root, this.storage, () => this.changed.fire(root));
      this.rooms.set(key, room);
    }
    return room;
  }
}

function isNewsroom(inside: readonly string[], { folders }: Settings): boolean {
  return inside.includes(folders.posts) || inside.includes(folders.drafts);
}
