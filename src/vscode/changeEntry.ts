import * as vscode from 'vscode';
import { applyEdits, type Edit } from '../core/text.ts';
import { stampOf } from './archive/files.ts';
import { toRange } from './convert.ts';
import { warn, warnOf } from './say.ts';

// Changes of entries that may not be in the active editor. Each is one edit of the workspace, which one undo takes back.

/** Changes the text of an entry; says so where that cannot be done. */
export async function changeEntry(document: vscode.TextDocument, edits: readonly Edit[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  addEdits(edit, document, document.uri, edits);
  const done = await applied(edit);
  if (!done) warn(`${nameOf(document.uri)} could not be changed; it may be read-only.`);
  return done;
}

/**
 * Changes the text of an entry and moves its file, never over another one. The file goes first: where it cannot, nothing is changed.
 * The entry stays open, unsaved where it was, and is returned; undefined, with a message, where it stays where it was.
 */
export async function moveEntry(
  document: vscode.TextDocument,
  target: vscode.Uri,
  edits: readonly Edit[],
): Promise<vscode.TextDocument | undefined> {
  const { uri } = document;
  if (uri.toString() === target.toString()) return (await changeEntry(document, edits)) ? document : undefined;
  const refusal = await whyNot(uri, target);
  if (refusal === 'taken') {
    warnOf(target, `There is a file ${nameOf(target)} already. Nothing was changed.`);
    return undefined;
  }
  if (refusal !== undefined) {
    warn(refusal);
    return undefined;
  }
  const text = document.getText();
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(uri, target, { overwrite: false });
  addEdits(edit, document, target, edits);
  const done = await applied(edit);
  if (done) return vscode.workspace.openTextDocument(target);
  if (!(await stampOf(uri))) return changedAfterwards(target, text, edits);
  warn(`${nameOf(uri)} could not be moved to ${nameOf(target)}; the folder may be read-only. Nothing was changed.`);
  return undefined;
}

/**
 * For a file that was moved and whose text was not changed: the editor refuses that in one go where it still remembers another text
 * of a file by the new name.
 */
async function changedAfterwards(
  target: vscode.Uri,
  text: string,
  edits: readonly Edit[],
): Promise<vscode.TextDocument | undefined> {
  const moved = await vscode.workspace.openTextDocument(target);
  const edit = new vscode.WorkspaceEdit();
  if (moved.getText() === text) addEdits(edit, moved, target, edits);
  // What the writer had comes first: nothing of it is lost.
  else edit.replace(target, new vscode.Range(0, 0, moved.lineCount, 0), applyEdits(text, edits));
  if (await applied(edit)) return moved;
  warnOf(target, `The file is now ${nameOf(target)}, but its text could not be changed.`);
  return undefined;
}

/** Why a file cannot be moved to a place; undefined where nothing speaks against it. */
async function whyNot(uri: vscode.Uri, target: vscode.Uri): Promise<string | undefined> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) {
    return `${nameOf(uri)} lies where files can only be read. Nothing was changed.`;
  }
  if (!(await stampOf(uri))) return `${nameOf(uri)} is not on the disk any more: save it first. Nothing was changed.`;
  // On a disk that does not tell small letters from capitals the file itself is in its own way.
  return (await stampOf(target)) && uri.path.toLowerCase() !== target.path.toLowerCase() ? 'taken' : undefined;
}

function addEdits(
  edit: vscode.WorkspaceEdit,
  document: vscode.TextDocument,
  uri: vscode.Uri,
  edits: readonly Edit[],
): void {
  for (const { text, ...span } of edits) edit.replace(uri, toRange(document, span), text);
}

async function applied(edit: vscode.WorkspaceEdit): Promise<boolean> {
  try {
    return await vscode.workspace.applyEdit(edit);
  } catch {
    return false;
  }
}

function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, false);
}
