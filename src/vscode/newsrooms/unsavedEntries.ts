import * as vscode from 'vscode';
import { type Debounced, debounce } from '../editor/debounce.ts';
import type { DocumentChanges } from '../editor/documentChanges.ts';
import { openDocumentAt } from '../editor/openDocuments.ts';

/** Which entries are collected, and who is told. */
export interface UnsavedEntriesOptions {
  readonly documentChanges: DocumentChanges;
  readonly isOwnEntry: (uri: vscode.Uri) => boolean;
  /** Called when the writer has paused; it is expected to call `takeAll`. */
  readonly onPause: () => void;
  /** Called when an entry is closed: its file replaces text that was not saved. */
  readonly onDidClose: (uri: vscode.Uri) => void;
}

/** Collects open entries whose text is ahead of the index until the index needs them, or until the writer pauses. */
export class UnsavedEntries implements vscode.Disposable {
  private readonly isOwnEntry: (uri: vscode.Uri) => boolean;
  private readonly documents = new Map<string, vscode.TextDocument>();
  private readonly flushLater: Debounced;
  private readonly subscriptions: vscode.Disposable[];

  constructor({ documentChanges, isOwnEntry, onPause, onDidClose }: UnsavedEntriesOptions) {
    this.isOwnEntry = isOwnEntry;
    this.flushLater = debounce(onPause, TYPING_PAUSE_MS);
    this.subscriptions = [
      this.flushLater,
      // Every change, because a change of the dirty state alone is how the editor reports that a document was saved.
      documentChanges.onDidChange(({ document }) => this.add(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (!isOwnEntry(uri)) return;
        this.documents.delete(uri.toString());
        onDidClose(uri);
      }),
    ];
  }

  /** Adds those of some files that are open with unsaved changes: their text and not the file belongs in the index. */
  addUnsavedOf(uris: readonly vscode.Uri[]): void {
    for (const uri of uris) {
      const document = openDocumentAt(uri);
      if (document?.isDirty) this.add(document);
    }
  }

  /** Removes and returns all documents. */
  takeAll(): vscode.TextDocument[] {
    const documents = [...this.documents.values()];
    this.documents.clear();
    return documents;
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private add(document: vscode.TextDocument): void {
    if (!this.isOwnEntry(document.uri)) return;
    this.documents.set(document.uri.toString(), document);
    this.flushLater.schedule();
  }
}

const TYPING_PAUSE_MS = 400;
