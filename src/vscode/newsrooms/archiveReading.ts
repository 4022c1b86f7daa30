import type * as vscode from 'vscode';
import { type ArchiveIndex, openArchiveIndex } from '../../core/archive/archiveIndex.ts';
import type { Folders } from '../../core/files/folders.ts';
import type { Newsroom } from '../../core/newsroom/newsroom.ts';
import { type Debounced, debounce } from '../editor/debounce.ts';
import { createTaskQueue } from '../editor/taskQueue.ts';
import { type IndexTarget, indexAllFiles, indexFiles } from './entryFileIndexer.ts';
import { FileReadQueue } from './fileReadQueue.ts';
import { type IndexCache, openIndexCache } from './indexCache.ts';
import { PartialReading } from './partialReading.ts';

/** What the reading of an archive needs to know, and whom it tells. */
export interface ArchiveReadingOptions {
  readonly root: vscode.Uri;
  readonly folders: Folders;
  /** The folder for the saved index. */
  readonly storage: vscode.Uri | undefined;
  readonly configRead: Promise<void>;
  readonly derive: (archive: ArchiveIndex) => Newsroom;
  /** Settles once what all entries show has been learned: changes of files wait for it. */
  readonly learned: () => Promise<void>;
  /** Called with the files that were read after they had changed. */
  readonly onDidRead: (uris: readonly vscode.Uri[]) => void;
  /** Called when files have changed the index after it was complete. */
  readonly onDidChange: () => void;
}

/** The reading of a newsroom's entries into its index: all of them, the newest first, and then those that change. */
export class ArchiveReading implements vscode.Disposable {
  /** Settles once all files have been read. */
  readonly done: Promise<void>;
  /** What is known while the files are being read. */
  readonly partial: PartialReading;
  /** The number of entries in the index of the last session. */
  restoredCount = 0;
  private readonly options: ArchiveReadingOptions;
  private readonly cache: IndexCache;
  private readonly restored: Promise<void>;
  private readonly readQueue: FileReadQueue;
  private readonly saveLater: Debounced;
  private readonly inTurn = createTaskQueue();
  private current: ArchiveIndex = openArchiveIndex();
  private isDone = false;
  /** Whether a file has changed the index while the others were being read. */
  private hasChangedMeanwhile = false;
  private isDisposed = false;

  constructor(options: ArchiveReadingOptions) {
    this.options = options;
    this.cache = openIndexCache(options.root, options.folders, options.storage);
    this.partial = new PartialReading(options.derive);
    this.saveLater = debounce(() => void this.cache.write(this.current), SAVE_DELAY_MS);
    this.readQueue = new FileReadQueue(
      (uris) => this.readFiles(uris),
      () => this.notifyChanged(),
    );
    this.restored = this.restore();
    this.done = this.readAll();
  }

  get index(): ArchiveIndex {
    return this.current;
  }

  get target(): IndexTarget {
    const { current, options, inTurn } = this;
    const { root, folders } = options;
    return { index: current, root, folders, inTurn, isCancelled: () => this.isDisposed };
  }

  /** Reads a file that may have changed. */
  enqueueRead(uri: vscode.Uri): void {
    void this.readQueue.enqueueRead(uri);
  }

  /** Reads a file that was just written, moved or deleted, ahead of the file watcher. */
  async recheck(uri: vscode.Uri): Promise<void> {
    await this.readQueue.recheck(uri);
  }

  /** Saves the index for the next session; not before all entries are in it. */
  save(): void {
    if (this.isDone) this.saveLater.schedule();
  }

  dispose(): void {
    this.isDisposed = true;
    this.readQueue.dispose();
    this.saveLater.dispose();
  }

  private async restore(): Promise<void> {
    await this.options.configRead;
    this.current = (await this.cache.read()) ?? this.current;
    this.restoredCount = this.current.paths().length;
  }

  /** Reads the files that are new or changed since the last session. */
  private async readAll(): Promise<void> {
    await this.restored;
    const isChanged = await indexAllFiles(this.target, (state) => this.partial.continueWith(this.current, state));
    await this.inTurn(async () => undefined); // files that have changed meanwhile
    if (this.isDisposed) return;
    this.isDone = true;
    if (isChanged || this.hasChangedMeanwhile) this.save();
  }

  /** While all files are being read, those of `uris` are read in between. */
  private async readFiles(uris: readonly vscode.Uri[]): Promise<boolean> {
    await this.restored;
    if (this.isDone) await this.options.learned();
    const isChanged = await indexFiles(this.target, uris);
    if (isChanged && !this.isDone) await this.partial.refresh();
    this.options.onDidRead(uris);
    return isChanged;
  }

  private notifyChanged(): void {
    if (this.isDone) this.options.onDidChange();
    else this.hasChangedMeanwhile = true;
  }
}

const SAVE_DELAY_MS = 3000;
