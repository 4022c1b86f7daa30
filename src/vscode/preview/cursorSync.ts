import type * as vscode from 'vscode';
import type { CursorReveal } from '../../preview/protocol.ts';
import { cursorLineAfter, fractionalLineOf } from './scrollPosition.ts';

/**
 * Tells a cursor that moves because somebody types from one that was put somewhere. A keystroke causes two events: the change, whose
 * update already carries the predicted cursor to the page, and later the selection, which then is no news.
 */
export interface CursorSync {
  noteEdit(document: vscode.TextDocument, changes: readonly vscode.TextDocumentContentChangeEvent[]): void;
  /** Returns the predicted line of the cursor once, for the next update. */
  takePendingLine(): number | undefined;
  /** How the page should show a changed selection; undefined if an update has already told it. */
  revealOf(editor: vscode.TextEditor): CursorReveal | undefined;
}

export function createCursorSync(): CursorSync {
  let lastTypedVersion = -1;
  let predictedLine: number | undefined;
  let pendingLine: number | undefined;
  return {
    noteEdit(document, changes) {
      lastTypedVersion = document.version;
      predictedLine = cursorLineAfter(document, changes);
      pendingLine = predictedLine;
    },
    takePendingLine() {
      const line = pendingLine;
      pendingLine = undefined;
      return line;
    },
    revealOf({ document, selection }) {
      const isTyped = lastTypedVersion === document.version;
      lastTypedVersion = -1;
      if (isTyped && predictedLine === fractionalLineOf(document, selection.active)) return undefined;
      pendingLine = undefined;
      return isTyped ? 'written' : 'seen';
    },
  };
}
