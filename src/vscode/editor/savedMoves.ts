import * as vscode from 'vscode';
import { openDocumentAt } from './openDocuments.ts';

/** A file that was moved, with its text before and after. Both were saved. */
interface SavedMove {
  readonly from: vscode.Uri;
  readonly to: vscode.Uri;
  readonly textBefore: string;
  readonly textAfter: string;
}

/**
 * Saves moved files again when their move is undone or redone. Undo moves the file back and changes the text in the editor only, so that the
 * old path would hold the new text.
 */
export interface SavedMoves extends vscode.Disposable {
  add(move: SavedMove): void;
}

export function openSavedMoves(): SavedMoves {
  const moves: SavedMove[] = [];
  const listener = vscode.workspace.onDidRenameFiles(({ files }) => {
    for (const { oldUri, newUri } of files) {
      const isMove = (from: vscode.Uri, to: vscode.Uri) =>
        String(from) === String(oldUri) && String(to) === String(newUri);
      const undone = moves.findLast(({ from, to }) => isMove(to, from));
      const redone = moves.findLast(({ from, to }) => isMove(from, to));
      if (undone) void saveOnceEqual(newUri, undone.textBefore);
      else if (redone) void saveOnceEqual(newUri, redone.textAfter);
    }
  });
  return {
    add(move) {
      moves.push(move);
      if (moves.length > MAX_MOVES) moves.shift();
    },
    dispose: () => listener.dispose(),
  };
}

/** Nobody undoes more. */
const MAX_MOVES = 20;

/** Saves an open document as soon as it has a text, which the editor restores before or after it moves the file; gives up after a while. */
async function saveOnceEqual(uri: vscode.Uri, text: string): Promise<void> {
  const end = Date.now() + RESTORE_TIMEOUT_MS;
  for (;;) {
    const document = openDocumentAt(uri);
    if (document?.getText() === text) {
      if (document.isDirty) await document.save();
      return;
    }
    if (Date.now() > end) return;
    await new Promise<void>((resolve) => setTimeout(resolve, POLL_MS));
  }
}

const RESTORE_TIMEOUT_MS = 5000;
const POLL_MS = 50;
