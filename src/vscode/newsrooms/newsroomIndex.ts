import * as vscode from 'vscode';
import type { ArchiveIndex } from '../../core/archive/archiveIndex.ts';
import type { Folders } from '../../core/files/folders.ts';
import type { ReadingProgress } from '../../core/files/readingSchedule.ts';
import type { Newsroom } from '../../core/newsroom/newsroom.ts';
import type { PartialArchive } from '../../core/newsroom/partialArchive.ts';
import { readSiteConfig, type SiteConfig } from '../../core/newsroom/siteConfig.ts';
import type { DocumentChanges } from '../editor/documentChanges.ts';
import { log } from '../editor/log.ts';
import { pathBelow } from '../editor/uris.ts';
import { ArchiveReading } from './archiveReading.ts';
import { DerivedNewsroom } from './derivedNewsroom.ts';
import { deriveNewsroom } from './deriveNewsroom.ts';
import { settingsFor } from './editorSettings.ts';
import { indexText } from './entryFileIndexer.ts';
import { entryFilesGlob, isEntryOf } from './entryFiles.ts';
import { logFacts } from './logFacts.ts';
import { readConfigOf } from './readConfig.ts';
import { UnsavedEntries } from './unsavedEntries.ts';

/**
 * The state of one newsroom: the index of its entries, and the facts derived from it. The index is read in the background, the newest
 * entries first, follows changes of files and of open documents, and is saved for the next session.
 */
export class NewsroomIndex implements vscode.Disposable {
  readonly root: vscode.Uri;
  /** Settles once `_config.yml` has been read, long before the entries. */
  readonly configRead: Promise<void>;
  /** Settles once all entries have been read, and what they show has been learned. */
  private readonly ready: Promise<void>;
  private readonly folders: Folders;
  private readonly onDidChange: () => void;
  private readonly reading: ArchiveReading;
  private readonly derived: DerivedNewsroom;
  private readonly unsavedEntries: UnsavedEntries;
  private readonly subscriptions: vscode.Disposable[];
  private isRead = false;
  private isDisposed = false;
  private config: SiteConfig = readSiteConfig('');
  /** Whether unsaved text has changed the index and `onDidChange` has not been called since. */
  private hasPendingChange = false;

  constructor(
    root: vscode.Uri,
    storage: vscode.Uri | undefined,
    documentChanges: DocumentChanges,
    onDidChange: () => void,
  ) {
    this.root = root;
    this.onDidChange = onDidChange;
    this.folders = settingsFor(root).folders;
    this.derived = new DerivedNewsroom(root, () => this.config);
    this.configRead = this.readConfig();
    this.reading = new ArchiveReading({
      root,
      folders: this.folders,
      storage,
      configRead: this.configRead,
      learned: () => this.ready,
      derive: (archive) => deriveNewsroom(root, archive.days(), archive, this.config),
      onDidRead: (uris) => this.unsavedEntries.addUnsavedOf(uris),
      onDidChange: () => this.notifyChanged(),
    });
    const isOwnEntry = (uri: vscode.Uri) => isEntryOf(root, this.folders, uri);
    this.unsavedEntries = new UnsavedEntries({
      documentChanges,
      isOwnEntry,
      onPause: () => {
        this.flushEdits();
        if (this.hasPendingChange) this.notifyChanged();
      },
      onDidClose: (uri) => this.reading.enqueueRead(uri),
    });
    this.subscriptions = [
      this.reading,
      this.unsavedEntries,
      ...this.watch(entryFilesGlob(this.folders), (uri) => {
        if (isOwnEntry(uri)) this.reading.enqueueRead(uri);
      }),
      ...this.watch('_config.yml', () => void this.readConfig().then(() => this.invalidate())),
    ];
    this.ready = this.readAll();
  }

  /** The site's configuration; empty until it has been read. */
  get siteConfig(): SiteConfig {
    return this.config;
  }

  /** Whether the settings still name the folders that the index was read from. */
  get foldersUnchanged(): boolean {
    const { posts, drafts, entries } = settingsFor(this.root).folders;
    const { folders } = this;
    return posts === folders.posts && drafts === folders.drafts && entries.join('\n') === folders.entries.join('\n');
  }

  /** The facts about the newsroom. Until all entries have been read, it has no days. */
  get newsroom(): Newsroom {
    return this.derived.from(this.isRead ? this.reading.index : undefined);
  }

  /** The index, up to the last keystroke in open documents; undefined until all entries have been read. */
  get archive(): ArchiveIndex | undefined {
    this.flushEdits();
    return this.isRead ? this.derived.archiveFrom(this.reading.index) : undefined;
  }

  /** What is known by now: everything or, while the entries are being read, what they show so far; undefined at first. */
  get known(): PartialArchive | undefined {
    const { archive } = this;
    if (!archive) return this.reading.partial.archive;
    return { newsroom: this.newsroom, archive, isComplete: true, newestUnread: '' };
  }

  /** What is known as soon as that is enough, at the latest once all entries have been read; undefined if it is disposed before. */
  async readUntil(isEnough: (known: PartialArchive) => boolean): Promise<PartialArchive | undefined> {
    while (!this.isDisposed) {
      const { known } = this;
      if (known && (known.isComplete || isEnough(known))) return known;
      await Promise.race([this.reading.partial.next(), this.ready]);
    }
    return undefined;
  }

  /** How far the reading of all entries is; undefined before and after it. */
  get progress(): ReadingProgress | undefined {
    return this.reading.partial.progress;
  }

  /** Drops derived facts: settings or `_config.yml` changed. */
  invalidate(): void {
    this.derived.invalidate();
    void this.reading.partial.refresh();
    this.onDidChange();
  }

  /** Reads a file that was just written, moved or deleted, ahead of the file watcher. */
  async recheck(uri: vscode.Uri): Promise<void> {
    await this.reading.recheck(uri);
  }

  /** Indexes the current text of open documents; the event for it follows when the writer pauses. */
  flushEdits(): void {
    if (!this.isRead) return;
    for (const document of this.unsavedEntries.takeAll()) {
      const { uri } = document;
      if (indexText(this.reading.target, pathBelow(this.root, uri), document.getText(), undefined))
        this.hasPendingChange = true;
      if (!document.isDirty) this.reading.enqueueRead(uri); // the same text, but with its stamp
    }
  }

  dispose(): void {
    this.isDisposed = true;
    this.reading.partial.end();
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private watch(pattern: string, onChange: (uri: vscode.Uri) => void): vscode.Disposable[] {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(this.root, pattern));
    return [watcher, watcher.onDidCreate(onChange), watcher.onDidChange(onChange), watcher.onDidDelete(onChange)];
  }

  private async readConfig(): Promise<void> {
    this.config = await readConfigOf(this.root);
  }

  private async readAll(): Promise<void> {
    const start = performance.now();
    await this.reading.done;
    if (this.isDisposed) return;
    const readMs = performance.now() - start;
    this.unsavedEntries.addUnsavedOf(vscode.workspace.textDocuments.map(({ uri }) => uri));
    await this.derived.precompute(this.reading.index);
    if (this.isDisposed) return;
    this.isRead = true;
    this.reading.partial.end();
    const learnMs = performance.now() - start - readMs;
    const { index, restoredCount } = this.reading;
    log.info(
      `Read ${index.paths().length} entries in ${this.root.path} in ${readMs.toFixed(0)} ms (${restoredCount} from the last session), learned from them in ${learnMs.toFixed(0)} ms`,
    );
    logFacts(this.newsroom, settingsFor(this.root));
    this.flushEdits();
    this.onDidChange();
  }

  private notifyChanged(): void {
    this.hasPendingChange = false;
    this.onDidChange();
    this.reading.save();
  }
}
