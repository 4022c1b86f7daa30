import type * as vscode from 'vscode';
import { type Debounced, debounce } from '../editor/debounce.ts';

/** Collects open entries whose text is ahead of the index until the index needs them, or until the writer pauses. */
export class UnsavedEntries implements vscode.Disposable {
  private readonly documents = new Map<string, vscode.TextDocument>();
  private readonly flushLater: Debounced;

  /** `onPause` is called when the writer has paused; it is expected to call `takeAll`. */
  constructor(onPause: () => void) {
    this.flushLater = debounce(onPause, TYPING_PAUSE_MS);
  }

  add(document: vscode.TextDocument): void {
    this.documents.set(document.uri.toString(), document);
    this.flushLater.schedule();
  }

  remove(uri: vscode.Uri): void {
    this.documents.delete(uri.toString());
  }

  /** Removes and returns all documents. */
  takeAll(): vscode.TextDocument[] {
    const documents = [...this.documents.values()];
    this.documents.clear();
    return documents;
  }

  dispose(): void {
    this.flushLater.dispose();
  }
}

const TYPING_PAUSE_MS = 400;
