import * as vscode from 'vscode';
import { type ArchiveIndex, openArchiveIndex } from '../../core/archive/archiveIndex.ts';
import { archiveWithDays } from '../../core/archive/archiveWithDays.ts';
import type { Day } from '../../core/entry/day.ts';
import { type Folders, isMarkdown } from '../../core/files/folders.ts';
import { entryFolderOf } from '../../core/files/paths.ts';
import type { Newsroom } from '../../core/newsroom/newsroom.ts';
import { readSiteConfig, type SiteConfig } from '../../core/newsroom/siteConfig.ts';
import { siteGeneratorOf } from '../../core/newsroom/siteGenerator.ts';
import { type Debounced, debounce } from '../editor/debounce.ts';
import type { DocumentChanges } from '../editor/documentChanges.ts';
import { fileNamesIn, readText } from '../editor/fileSystem.ts';
import { log } from '../editor/log.ts';
import { openDocumentAt } from '../editor/openDocuments.ts';
import { pathBelow } from '../editor/uris.ts';
import { deriveNewsroom, precompute } from './deriveNewsroom.ts';
import { settingsFor } from './editorSettings.ts';
import { type IndexTarget, indexAllFiles, indexFiles, indexText } from './entryFileIndexer.ts';
import { entryFilesGlob } from './entryFiles.ts';
import { FileReadQueue } from './fileReadQueue.ts';
import { type IndexCache, openIndexCache } from './indexCache.ts';
import { logFacts } from './logFacts.ts';
import { UnsavedEntries } from './unsavedEntries.ts';

/**
 * The state of one newsroom: the index of its entries, and the facts derived from it. The index is read in the background, follows
 * changes of files and of open documents, and is saved for the next session.
 */
export class NewsroomIndex implements vscode.Disposable {
  readonly root: vscode.Uri;
  /** Settles once `_config.yml` has been read, long before the entries. */
  readonly configRead: Promise<void>;
  /** Settles once all entries have been read. */
  readonly ready: Promise<void>;
  private readonly folders: Folders;
  private readonly cache: IndexCache;
  private readonly onDidChange: () => void;
  private readonly readQueue: FileReadQueue;
  private readonly unsavedEntries: UnsavedEntries;
  private readonly saveLater: Debounced;
  private readonly subscriptions: vscode.Disposable[];
  private index: ArchiveIndex = openArchiveIndex();
  private isRead = false;
  private isDisposed = false;
  private config: SiteConfig = readSiteConfig('');
  private derived: { readonly newsroom: Newsroom; readonly days: readonly Day[] } | undefined;
  /** The index with the days of the newsroom. */
  private view: { readonly days: readonly Day[]; readonly archive: ArchiveIndex } | undefined;
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
    this.cache = openIndexCache(root, this.folders, storage);
    this.readQueue = new FileReadQueue(
      (uris) => this.readFiles(uris),
      () => this.notifyChanged(),
    );
    this.unsavedEntries = new UnsavedEntries(() => {
      this.flushEdits();
      if (this.hasPendingChange) this.notifyChanged();
    });
    this.saveLater = debounce(() => void this.cache.write(this.index), SAVE_DELAY_MS);
    this.subscriptions = [
      this.readQueue,
      this.unsavedEntries,
      this.saveLater,
      ...this.watch(entryFilesGlob(this.folders), (uri) => {
        if (this.isOwnEntry(uri)) void this.readQueue.enqueueRead(uri);
      }),
      ...this.watch('_config.yml', () => void this.readConfig().then(() => this.invalidate())),
      // Every change, because a change of the dirty state alone is how the editor reports that a document was saved.
      documentChanges.onDidChange(({ document }) => this.trackUnsaved(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.discardUnsaved(uri)),
    ];
    this.configRead = this.readConfig();
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
    const archive = this.isRead ? this.index : undefined;
    const days = archive?.days() ?? NO_DAYS;
    if (this.derived?.days !== days) {
      this.derived = { newsroom: deriveNewsroom(this.root, days, archive, this.config), days };
    }
    return this.derived.newsroom;
  }

  /** The index, up to the last keystroke in open documents; undefined until all entries have been read. */
  get archive(): ArchiveIndex | undefined {
    this.flushEdits();
    if (!this.isRead) return undefined;
    const { days } = this.newsroom;
    if (this.view?.days !== days) this.view = { days, archive: archiveWithDays(this.index, days) };
    return this.view.archive;
  }

  /** Drops derived facts: settings or `_config.yml` changed. */
  invalidate(): void {
    this.derived = undefined;
    this.onDidChange();
  }

  /** Reads a file that was just written, moved or deleted, ahead of the file watcher. */
  async recheck(uri: vscode.Uri): Promise<void> {
    await this.readQueue.recheck(uri);
  }

  /** Indexes the current text of open documents; the event for it follows when the writer pauses. */
  flushEdits(): void {
    if (!this.isRead) return;
    for (const document of this.unsavedEntries.takeAll()) {
      const { uri } = document;
      if (indexText(this.target, pathBelow(this.root, uri), document.getText(), undefined))
        this.hasPendingChange = true;
      if (!document.isDirty) void this.readQueue.enqueueRead(uri); // the same text, but with its stamp
    }
  }

  dispose(): void {
    this.isDisposed = true;
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private get target(): IndexTarget {
    const { index, root, folders } = this;
    return { index, root, folders, isCancelled: () => this.isDisposed };
  }

  private watch(pattern: string, onChange: (uri: vscode.Uri) => void): vscode.Disposable[] {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(this.root, pattern));
    return [watcher, watcher.onDidCreate(onChange), watcher.onDidChange(onChange), watcher.onDidDelete(onChange)];
  }

  private async readConfig(): Promise<void> {
    const config = await readText(vscode.Uri.joinPath(this.root, '_config.yml'));
    this.config =
      config === undefined ? readSiteConfig('', siteGeneratorOf(await fileNamesIn(this.root))) : readSiteConfig(config);
  }

  /** Restores the index of the last session and reads the files that changed since. */
  private async readAll(): Promise<void> {
    const start = performance.now();
    await this.configRead;
    this.index = (await this.cache.read()) ?? this.index;
    const cachedCount = this.index.paths().length;
    const isChanged = await indexAllFiles(this.target);
    const readMs = performance.now() - start;
    for (const document of vscode.workspace.textDocuments) if (document.isDirty) this.trackUnsaved(document);
    await this.precompute();
    this.isRead = true;
    const learnMs = performance.now() - start - readMs;
    const count = this.index.paths().length;
    log.info(
      `Read ${count} entries in ${this.root.path} in ${readMs.toFixed(0)} ms (${cachedCount} from the last session), learned from them in ${learnMs.toFixed(0)} ms`,
    );
    if (this.isDisposed) return;
    logFacts(this.newsroom, settingsFor(this.root));
    this.flushEdits();
    this.onDidChange();
    if (isChanged) this.saveLater.schedule();
  }

  /** Derives the newsroom, and computes its facts before they are needed. */
  private async precompute(): Promise<void> {
    const settings = settingsFor(this.root);
    const days = this.index.days();
    const newsroom = deriveNewsroom(this.root, days, this.index, this.config);
    await precompute(newsroom, archiveWithDays(this.index, newsroom.days));
    if (settings === settingsFor(this.root)) this.derived = { newsroom, days };
  }

  private async readFiles(uris: readonly vscode.Uri[]): Promise<boolean> {
    await this.ready;
    const isChanged = await indexFiles(this.target, uris);
    for (const uri of uris) {
      const document = openDocumentAt(uri);
      if (document?.isDirty) this.trackUnsaved(document); // its text, and not the file's, belongs in the index
    }
    return isChanged;
  }

  private trackUnsaved(document: vscode.TextDocument): void {
    if (this.isOwnEntry(document.uri)) this.unsavedEntries.add(document);
  }

  /** Indexes the file of a closed document in place of text that was not saved. */
  private discardUnsaved(uri: vscode.Uri): void {
    if (!this.isOwnEntry(uri)) return;
    this.unsavedEntries.remove(uri);
    void this.readQueue.enqueueRead(uri);
  }

  private notifyChanged(): void {
    this.hasPendingChange = false;
    this.onDidChange();
    this.saveLater.schedule();
  }

  private isOwnEntry(uri: vscode.Uri): boolean {
    if (!uri.toString().startsWith(`${this.root.toString()}/`) || !isMarkdown(uri.path)) return false;
    const path = pathBelow(this.root, uri);
    const [folder] = path.split('/');
    if (folder === this.folders.posts || folder === this.folders.drafts) return true;
    return entryFolderOf(path, this.folders) === 'entries';
  }
}

const NO_DAYS: readonly Day[] = [];

const SAVE_DELAY_MS = 3000;
