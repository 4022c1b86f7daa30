import * as vscode from 'vscode';
import type { Selection } from '../../core/compose/items/change.ts';
import type { Edit } from '../../core/text/text.ts';
import { type TextPositions, toRange } from './convert.ts';
import { showReadOnly } from './notifications.ts';

// Applies edits that the core computes.

/** Applies edits in one step, by default one undo step too; false if the text changed in the meantime or is read-only. */
export async function makeEdits(
  editor: vscode.TextEditor,
  edits: readonly Edit[],
  undo = { undoStopBefore: true, undoStopAfter: true },
): Promise<boolean> {
  const { document } = editor;
  return editor.edit((edit) => {
    for (const { text, ...span } of edits) {
      if (span.from === span.to) edit.insert(document.positionAt(span.from), text);
      else edit.replace(toRange(document, span), text);
    }
  }, undo);
}

/** The editor's selections as offsets. */
export function selectionsOf({ document, selections }: vscode.TextEditor): Selection[] {
  return selections.map(({ anchor, active }) => ({
    anchor: document.offsetAt(anchor),
    active: document.offsetAt(active),
  }));
}

/** Moves the cursor to an offset and scrolls to it. */
export function placeCursor(editor: vscode.TextEditor, offset: number): void {
  const position = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(editor.selection);
}

/** Changes the text of an entry, active or not, in one undo step; false, with a message, if that is refused. */
export async function changeEntry(document: vscode.TextDocument, edits: readonly Edit[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  addEdits(edit, document, document.uri, edits);
  const isApplied = await tryApply(edit);
  if (!isApplied) showReadOnly(vscode.workspace.asRelativePath(document.uri, false));
  return isApplied;
}

/** Adds edits of the core to an edit of the workspace. */
export function addEdits(
  edit: vscode.WorkspaceEdit,
  positions: TextPositions,
  uri: vscode.Uri,
  edits: readonly Edit[],
): void {
  for (const { text, ...span } of edits) edit.replace(uri, toRange(positions, span), text);
}

/** Applies an edit; false if the editor refuses it or fails. */
export async function tryApply(edit: vscode.WorkspaceEdit): Promise<boolean> {
  try {
    return await vscode.workspace.applyEdit(edit);
  } catch {
    return false;
  }
}
