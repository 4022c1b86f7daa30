import * as vscode from 'vscode';
import { readChecks, type StoredResult, writeChecks } from '../../core/linkCheck/storedResults.ts';

/** What is known of pages by now, this session and those before. */
export interface ResultStore extends vscode.Disposable {
  /** Settles when what was kept has been read. */
  readonly ready: Promise<void>;
  readonly at: (address: string) => StoredResult | undefined;
  /** The quick way past, as nearly no page is gone. */
  readonly anyGone: () => boolean;
  readonly note: (address: string, check: StoredResult) => void;
  /** Keeps all for the next session, and tells everybody. */
  readonly save: () => Promise<void>;
  readonly onDidChange: vscode.Event<void>;
}

/** `storage` is where they are kept; some windows have none. */
export function openResultStore(storage: vscode.Uri | undefined): ResultStore {
  const file = storage && vscode.Uri.joinPath(storage, 'links.json');
  const changed = new vscode.EventEmitter<void>();
  const known = new Map<string, StoredResult>();
  let anyGone = false;
  const take = (address: string, check: StoredResult) => {
    known.set(address, check);
    anyGone ||= check.verdict === 'gone';
  };
  const read = async (): Promise<void> => {
    const text = file && (await textOf(file));
    if (text === undefined) return;
    for (const [address, check] of readChecks(text)) if (!known.has(address)) take(address, check);
    changed.fire();
  };
  const ready = read();
  return {
    ready,
    at: (address) => known.get(address),
    anyGone: () => anyGone,
    note: take,
    async save() {
      changed.fire();
      await ready;
      if (!storage || !file) return;
      try {
        await vscode.workspace.fs.createDirectory(storage);
        await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(writeChecks(known)));
      } catch {
        // Nothing is lost but the need to ask again: the disk is full, or the host keeps no files.
      }
    },
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
  };
}

async function textOf(file: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return undefined; // never written
  }
}
