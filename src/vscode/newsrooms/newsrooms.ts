import * as vscode from 'vscode';
import { type ArchiveIndex, openArchiveIndex } from '../../core/archive/archiveIndex.ts';
import { entryFolderOf } from '../../core/files/paths.ts';
import type { Newsroom } from '../../core/newsroom/newsroom.ts';
import type { PartialArchive } from '../../core/newsroom/partialArchive.ts';
import { addressPrefix, type SiteAddress, type SiteConfig } from '../../core/newsroom/siteConfig.ts';
import type { DocumentChanges } from '../editor/documentChanges.ts';
import { isSettledWithin } from '../editor/isSettledWithin.ts';
import { foldersAbove, pathBelow } from '../editor/uris.ts';
import { findRoots, isWorkspaceFolder, rootFromFolderNames } from './discoverRoots.ts';
import { hasNewsroomFile, onDidChangeSettings, settingsFor, settingsRead } from './editorSettings.ts';
import { Enablement } from './enablement.ts';
import { NewsroomIndex } from './newsroomIndex.ts';
import { withReadingProgress } from './readingProgress.ts';

/** The newsrooms of the workspace by their root folders. Each is opened, read and kept current from its first use on. */
export class Newsrooms implements vscode.Disposable {
  private readonly indexes = new Map<string, NewsroomIndex>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly enablement: Enablement;
  private readonly settingsListener: vscode.Disposable;
  private readonly documentChanges: DocumentChanges;
  private readonly storage: vscode.Uri | undefined;
  private isDisposed = false;
  /** Fires with the root of a newsroom whose entries or settings changed, or when it has become known whether Daybook is on there. */
  readonly onDidChange = this.changed.event;

  /** `storage` is the folder for saved indexes; some hosts have none. */
  constructor(documentChanges: DocumentChanges, storage?: vscode.Uri) {
    this.documentChanges = documentChanges;
    this.storage = storage;
    this.enablement = new Enablement(
      // It fails only once nobody asks any more.
      (root) => this.knownOnce(root, UNTIL_COMPLETE).then(({ archive }) => archive, openArchiveIndex),
      (root) => this.changed.fire(root),
    );
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

  /** The root of the newsroom that an entry belongs to; undefined if the file is not an entry, or Daybook is off in its newsroom. */
  rootOf(uri: vscode.Uri): vscode.Uri | undefined {
    const root = this.possibleRootOf(uri);
    return root && this.enablement.isOn(root) ? root : undefined;
  }

  /** Whether Daybook is on in the newsroom at a root, as far as is known yet. */
  isOn(root: vscode.Uri): boolean {
    return this.enablement.isOn(root);
  }

  /** As `rootOf`, whether Daybook is on or off. */
  possibleRootOf(uri: vscode.Uri): vscode.Uri | undefined {
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
    return (await this.knownOnce(root, UNTIL_COMPLETE)).newsroom;
  }

  /** As `read`, for a command. If it takes a while, a notification shows how far it is. */
  async readForCommand(root: vscode.Uri): Promise<Newsroom> {
    return (await this.readUntil(root, UNTIL_COMPLETE)).newsroom;
  }

  /** What is known about a newsroom as soon as that is enough for a command, at the latest once all its entries have been read. */
  async readUntil(root: vscode.Uri, isEnough: (known: PartialArchive) => boolean): Promise<PartialArchive> {
    const progress = () => this.indexes.get(root.toString())?.progress;
    return withReadingProgress(progress, this.knownOnce(root, isEnough));
  }

  /** What is known about a newsroom once its newest entries have been read. */
  async readNewest(root: vscode.Uri): Promise<PartialArchive> {
    return this.knownOnce(root, () => true);
  }

  /** If the settings name other folders meanwhile, the entries in these are waited for. Fails once this is disposed. */
  private async knownOnce(root: vscode.Uri, isEnough: (known: PartialArchive) => boolean): Promise<PartialArchive> {
    await settingsRead();
    while (!this.isDisposed) {
      const known = await this.indexAt(root).readUntil(isEnough);
      if (known) return known;
    }
    throw new vscode.CancellationError();
  }

  /** What is known about a newsroom by now: everything or, while its entries are being read, what they show so far; undefined at first. */
  knownAt(root: vscode.Uri): PartialArchive | undefined {
    return this.indexAt(root).known;
  }

  /**
   * Waits until the newest entries of a newsroom have been read, but at most two seconds, for what would be lost if the writer typed on meanwhile.
   * What is known by then has to do.
   */
  async readBriefly(root: vscode.Uri): Promise<void> {
    if (!this.knownAt(root)) await isSettledWithin(this.readNewest(root), BRIEFLY_MS);
  }

  /** The index of a newsroom, up to the last keystroke in open entries; undefined until all entries have been read. */
  archiveAt(root: vscode.Uri): ArchiveIndex | undefined {
    return this.indexAt(root).archive;
  }

  /** The URL of the site with the folder that it is in, from `_config.yml`: `https://log.example/blog`. */
  async siteUrlOf(root: vscode.Uri): Promise<string | undefined> {
    const address = await this.siteAddressOf(root);
    return address.siteUrl === undefined ? undefined : addressPrefix(address);
  }

  /** Where the site is, from `_config.yml`. */
  async siteAddressOf(root: vscode.Uri): Promise<SiteAddress> {
    const index = this.indexAt(root);
    await index.configRead;
    return index.siteConfig.address;
  }

  /** The site's configuration; empty until it has been read. */
  siteConfigAt(root: vscode.Uri): SiteConfig {
    return this.indexAt(root).siteConfig;
  }

  /** Indexes a file that was just written, moved or deleted, ahead of the file watcher. */
  async recheck(root: vscode.Uri, uri: vscode.Uri): Promise<void> {
    await this.indexAt(root).recheck(uri);
  }

  /** The roots of the newsrooms in the workspace in which Daybook is on. */
  async roots(): Promise<vscode.Uri[]> {
    return (await this.rootsByState()).on;
  }

  /** The roots of all newsrooms in the workspace, by whether Daybook is on there. */
  async rootsByState(): Promise<{ readonly on: vscode.Uri[]; readonly off: vscode.Uri[] }> {
    const roots = await findRoots();
    const states = await Promise.all(roots.map((root) => this.enablement.decide(root)));
    return { on: roots.filter((_, index) => states[index]), off: roots.filter((_, index) => !states[index]) };
  }

  dispose(): void {
    this.isDisposed = true;
    for (const index of this.indexes.values()) index.dispose();
    this.settingsListener.dispose();
    this.changed.dispose();
  }

  private indexAt(root: vscode.Uri): NewsroomIndex {
    const key = root.toString();
    let index = this.indexes.get(key);
    if (!index) {
      index = new NewsroomIndex(root, this.storage, this.documentChanges, () => {
        this.enablement.recheck(root, this.indexes.get(key)?.archive);
        this.changed.fire(root);
      });
      this.indexes.set(key, index);
    }
    return index;
  }
}

const BRIEFLY_MS = 2000;

const UNTIL_COMPLETE = (): boolean => false;

/** The folders above a file and its workspace folder. */
function possibleRoots(uri: vscode.Uri): vscode.Uri[] {
  const workspaceFolder = vscode.workspace.getWorkspaceFolder(uri);
  return workspaceFolder ? [...foldersAbove(uri), workspaceFolder.uri] : foldersAbove(uri);
}
