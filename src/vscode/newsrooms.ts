import * as vscode from 'vscode';
import type { Day } from '../core/archive/day.ts';
import { readDay } from '../core/archive/readDay.ts';
import { parseFrontMatter } from '../core/entry/frontMatter.ts';
import { type Newsroom, newsroomOf, readSiteConfig, type SiteConfig } from '../core/newsroom.ts';
import { folderOf, isMarkdown } from '../core/paths.ts';
import type { Settings } from '../core/settings.ts';
import { settingsFor } from './settings.ts';

/** The newsrooms of the workspace, each read when it is first asked for and kept current by watching its files. */
export class Newsrooms implements vscode.Disposable {
  private readonly rooms = new Map<string, Room>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly configuration: vscode.Disposable;
  /** Fires with its root when more is known of a newsroom. */
  readonly onDidChange = this.changed.event;

  constructor() {
    this.configuration = vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('daybook')) return;
      for (const room of this.rooms.values()) room.forget();
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
    const room = this.room(root);
    await room.ready;
    return room.newsroom;
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
      room = new Room(root, () => this.changed.fire(root));
      this.rooms.set(key, room);
    }
    return room;
  }
}

/** One newsroom: its days by path, read from the files' front matter, and what follows from them. */
class Room implements vscode.Disposable {
  /** Settles when `_config.yml` has been read, long before the entries. */
  readonly configured: Promise<void>;
  readonly ready: Promise<void>;
  private readonly days = new Map<string, Day>();
  private readonly watchers: vscode.Disposable[];
  private config: SiteConfig = readSiteConfig('');
  private known: Newsroom | undefined;

  private readonly root: vscode.Uri;
  private readonly changed: () => void;

  constructor(root: vscode.Uri, changed: () => void) {
    this.root = root;
    this.changed = changed;
    const { folders } = settingsFor(root);
    this.watchers = [
      this.watch(`{${folders.posts},${folders.drafts}}/**/*.{markdown,md}`, (uri) => this.update(uri)),
      this.watch('_config.yml', () => this.readConfig()),
    ];
    this.configured = this.readConfig();
    this.ready = this.readAll().then(() => this.forget());
  }

  /** `{{ site.url }}` of its pages. */
  get siteUrl(): string | undefined {
    return this.config.url;
  }

  get newsroom(): Newsroom {
    this.known ??= this.derive();
    return this.known;
  }

  /** Derives everything anew when it is next asked for. */
  forget(): void {
    this.known = undefined;
    this.changed();
  }

  async note(uri: vscode.Uri): Promise<void> {
    await this.update(uri);
    this.forget();
  }

  dispose(): void {
    for (const watcher of this.watchers) watcher.dispose();
  }

  private derive(): Newsroom {
    const { timezone, epochs } = settingsFor(this.root);
    const systemZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
    return newsroomOf([...this.days.values()], { timezone: timezone ?? this.config.timezone, epochs, systemZone });
  }

  private watch(pattern: string, onChange: (uri: vscode.Uri) => Promise<void>): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(this.root, pattern));
    const handle = (uri: vscode.Uri) => void onChange(uri).then(() => this.forget());
    watcher.onDidCreate(handle);
    watcher.onDidChange(handle);
    watcher.onDidDelete(handle);
    return watcher;
  }

  private async readAll(): Promise<void> {
    const { folders } = settingsFor(this.root);
    await this.configured;
    const files: vscode.Uri[] = [];
    for (const folder of [folders.posts, folders.drafts]) {
      files.push(...(await markdownBelow(vscode.Uri.joinPath(this.root, folder))));
    }
    // A few at a time: the host stays free for the writer's keys in between.
    for (let at = 0; at < files.length; at += 16) {
      await Promise.all(files.slice(at, at + 16).map((uri) => this.update(uri)));
    }
  }

  private async update(uri: vscode.Uri): Promise<void> {
    const path = uri.path.slice(this.root.path.length).replace(/^\//, '');
    const text = await textOf(uri);
    if (text === undefined) {
      this.days.delete(path);
      return;
    }
    const draft = folderOf(path, settingsFor(this.root).folders) === 'drafts';
    this.days.set(path, readDay({ text, frontMatter: parseFrontMatter(text) }, path, draft));
  }

  private async readConfig(): Promise<void> {
    const config = await textOf(vscode.Uri.joinPath(this.root, '_config.yml'));
    this.config = readSiteConfig(config ?? '');
  }
}

/** A file's text; undefined where there is none to read. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

async function markdownBelow(folder: vscode.Uri): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  for (const [name, type] of await itemsIn(folder)) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (type & vscode.FileType.Directory) found.push(...(await markdownBelow(uri)));
    else if (isMarkdown(name)) found.push(uri);
  }
  return found;
}

async function foldersIn(folder: vscode.Uri): Promise<string[]> {
  return (await itemsIn(folder)).filter(([, type]) => type & vscode.FileType.Directory).map(([name]) => name);
}

async function itemsIn(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

function isNewsroom(inside: readonly string[], { folders }: Settings): boolean {
  return inside.includes(folders.posts) || inside.includes(folders.drafts);
}
