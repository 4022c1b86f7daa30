import type * as vscode from 'vscode';
import { type Debounced, debounce } from '../editor/debounce.ts';

/** Queues files to be read one batch after the other, never two at a time. */
export class FileReadQueue implements vscode.Disposable {
  private readonly readFiles: (uris: readonly vscode.Uri[]) => Promise<boolean>;
  private readonly onDidChange: () => void;
  private readonly queue = new Map<string, vscode.Uri>();
  private readonly recheckQueue = new Map<string, vscode.Uri>();
  private readonly recheckLater: Debounced;
  private reading: Promise<void> | undefined;
  private isDisposed = false;

  /** `readFiles` returns whether the files made a difference; `onDidChange` is called once the queue is empty if any did. */
  constructor(readFiles: (uris: readonly vscode.Uri[]) => Promise<boolean>, onDidChange: () => void) {
    this.readFiles = readFiles;
    this.onDidChange = onDidChange;
    this.recheckLater = debounce(() => {
      const uris = [...this.recheckQueue.values()];
      this.recheckQueue.clear();
      for (const uri of uris) void this.enqueueRead(uri);
    }, RECHECK_DELAY_MS);
  }

  /** Reads a file after those already queued; settles once the queue is empty. */
  async enqueueRead(uri: vscode.Uri): Promise<void> {
    this.queue.set(uri.toString(), uri);
    this.reading ??= this.readAll();
    await this.reading;
  }

  /**
   * Reads a file before the file watcher reports it, and once more later: the watcher never reports a file that is created and
   * deleted in quick succession.
   */
  async recheck(uri: vscode.Uri): Promise<void> {
    this.recheckQueue.set(uri.toString(), uri);
    this.recheckLater.schedule();
    await this.enqueueRead(uri);
  }

  dispose(): void {
    this.isDisposed = true;
    this.recheckLater.dispose();
  }

  private async readAll(): Promise<void> {
    let isChanged = false;
    while (this.queue.size > 0 && !this.isDisposed) {
      const uris = [...this.queue.values()];
      this.queue.clear();
      isChanged = (await this.readFiles(uris)) || isChanged;
    }
    this.reading = undefined;
    if (isChanged && !this.isDisposed) this.onDidChange();
  }
}

const RECHECK_DELAY_MS = 3000;
