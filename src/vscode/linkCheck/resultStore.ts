import * as vscode from 'vscode';
import { parseResults, type StoredResult, serializeResults } from '../../core/linkCheck/storedResults.ts';
import { readText } from '../editor/fileSystem.ts';

/** The results of link checks by address, of this session and earlier ones. */
export interface ResultStore extends vscode.Disposable {
  /** Settles when the results of earlier sessions have been read. */
  readonly ready: Promise<void>;
  readonly get: (address: string) => StoredResult | undefined;
  /** Whether any page is gone. If not, as is usual, the links of an entry need not be looked up. */
  readonly hasGone: () => boolean;
  readonly set: (address: string, result: StoredResult) => void;
  /** Writes the results for later sessions, and fires `onDidChange`. */
  readonly save: () => Promise<void>;
  readonly onDidChange: vscode.Event<void>;
}

/** Opens the results in a storage folder. Without a folder, which some windows do not have, results last for the session. */
export function openResultStore(storage: vscode.Uri | undefined): ResultStore {
  const file = storage && vscode.Uri.joinPath(storage, 'links.json');
  const changed = new vscode.EventEmitter<void>();
  const results = new Map<string, StoredResult>();
  let hasGone = false;
  const set = (address: string, result: StoredResult) => {
    results.set(address, result);
    hasGone ||= result.verdict === 'gone';
  };
  const read = async (): Promise<void> => {
    const text = file && (await readText(file));
    if (text === undefined) return;
    for (const [address, result] of parseResults(text)) if (!results.has(address)) set(address, result);
    changed.fire();
  };
  const ready = read();
  return {
    ready,
    get: (address) => results.get(address),
    hasGone: () => hasGone,
    set,
    async save() {
      changed.fire();
      await ready;
      if (!storage || !file) return;
      try {
        await vscode.workspace.fs.createDirectory(storage);
        await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(serializeResults(results)));
      } catch {
        // The disk is full, or the host stores no files: the links are checked again in the next session.
      }
    },
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
  };
}
