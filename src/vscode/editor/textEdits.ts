import * as vscode from 'vscode';
import type { Selection } from '../../core/compose/items/change.ts';
import type { Edit } from '../../core/text/text.ts';
import { type TextPositions, toRange } from './convert.ts';
import { showReadOnly } from './notifications.ts';

// Applies edits that the core computes.

/**
 * Applies edits in one step, by default one undo step too; false if the text changed in the meantime or is read-only. Every command edits
 * through here or through `changeEntry`: the editor reports success for a read-only text too, and `workspace.applyEdit` changes it.
 */
export async function makeEdits(
  editor: vscode.TextEditor,
  edits: readonly Edit[],
  undo = { undoStopBefore: true, undoStopAfter: true },
): Promise<boolean> {
  const { document } = editor;
  const { version } = document;
  const isApplied = await editor.edit((edit) => {
    for (const { text, ...span } of edits) {
      if (span.from === span.to) edit.insert(document.positionAt(span.from), text);
      else edit.replace(toRange(document, span), text);
    }
  }, undo);
  const isEmpty = edits.every(({ from, to, text }) => from === to && text === '');
  return isApplied && (isEmpty || document.version !== version);
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

/** Changes the text of an entry, visible or not, in one undo step; false, with a message, if that is refused. */
export async function changeEntry(document: vscode.TextDocument, edits: readonly Edit[]): Promise<boolean> {
  const editor = editorOf(document);
  const isApplied = editor ? await makeEdits(editor, edits) : await applyToHidden(document, edits);
  if (!isApplied) showReadOnly(vscode.workspace.asRelativePath(document.uri, false));
  return isApplied;
}

/**
 * Whether a document may be edited by other means than `makeEdits`, such as together with moving its file. The API does not tell whether a
 * document is read-only, but the editor refuses to save one, even if there is nothing to save. One with unsaved changes is not saved to
 * find out: it could be edited, or would not have them.
 */
export async function canEdit(document: vscode.TextDocument): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false) return false;
  return document.isDirty || document.isUntitled || (await document.save());
}

/** A visible editor of the document, the active one if possible. */
function editorOf(document: vscode.TextDocument): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  if (activeTextEditor?.document === document) return activeTextEditor;
  return visibleTextEditors.find((editor) => editor.document === document);
}

async function applyToHidden(document: vscode.TextDocument, edits: readonly Edit[]): Promise<boolean> {
  if (!(await canEdit(document))) return false;
  const edit = new vscode.WorkspaceEdit();
  addEdits(edit, document, document.uri, edits);
  return tryApply(edit);
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
