import * as vscode from 'vscode';
import { applyEdits, type Edit } from '../../core/text/text.ts';
import { positionsIn } from './convert.ts';
import { statFile } from './fileSystem.ts';
import { showFileExists, showReadOnly, showWarning } from './notifications.ts';
import { openDocumentAt } from './openDocuments.ts';
import { addEdits, canEdit, tryApply } from './textEdits.ts';

/** A file to be renamed. */
export interface MovedFile {
  readonly from: vscode.Uri;
  readonly to: vscode.Uri;
}

/** A file whose text is to change, with the text that was read. */
export interface ChangedText {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** Files that change together with an entry that is moved. */
interface AccompanyingChanges {
  readonly files: readonly MovedFile[];
  readonly texts: readonly ChangedText[];
}

/**
 * Changes the text of an entry, moves its file to `target`, which must not exist, and makes the accompanying changes: one undo takes
 * all of it back. The files move first; if they cannot, nothing is changed. Returns the entry, still open, and unsaved if it was
 * before; undefined, with a message, if it was not moved.
 */
export async function moveEntry(
  document: vscode.TextDocument,
  target: vscode.Uri,
  edits: readonly Edit[],
  accompanying: AccompanyingChanges = { files: [], texts: [] },
): Promise<vscode.TextDocument | undefined> {
  const { uri } = document;
  const isMoved = uri.toString() !== target.toString();
  if (isMoved && !(await canMove(uri, target))) return undefined;
  if (!(await canEdit(document))) {
    showReadOnly(nameOf(uri));
    return undefined;
  }
  const { isDirty } = document;
  const text = document.getText();
  const dirtyUris = dirtyUrisOf(accompanying);
  // The editor refuses to change the text of a moved file if it still holds a document of a deleted file with the new name.
  const isTextFirst = isMoved && openDocumentAt(target) !== undefined;
  const edit = new vscode.WorkspaceEdit();
  if (isTextFirst) addEdits(edit, document, uri, edits);
  for (const { from, to } of accompanying.files) edit.renameFile(from, to, { overwrite: false });
  if (isMoved) edit.renameFile(uri, target, { overwrite: false });
  if (!isTextFirst) addEdits(edit, document, target, edits);
  for (const changed of accompanying.texts) {
    addEdits(edit, positionsIn(changed.text), changed.uri, changed.edits);
  }
  if (await tryApply(edit)) {
    await saveTexts(accompanying, dirtyUris);
    return isMoved ? vscode.workspace.openTextDocument(target) : document;
  }
  if (isMoved && !(await statFile(uri))) return changeMovedText(target, text, edits);
  await moveBack(accompanying.files);
  if (document.getText() !== text) await restore(document, text, isDirty);
  if (isMoved) {
    showWarning(
      `Could not move ${nameOf(uri)} to ${nameOf(target)}. The folder may be read-only. Nothing was changed.`,
    );
  } else showReadOnly(nameOf(uri));
  return undefined;
}

/** Whether a file can be moved to `target`; shows the reason if not. */
async function canMove(uri: vscode.Uri, target: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) {
    showWarning(`${nameOf(uri)} is on a read-only file system. Nothing was changed.`);
    return false;
  }
  if (!(await statFile(uri))) {
    showWarning(`${nameOf(uri)} no longer exists on disk. Save it first. Nothing was changed.`);
    return false;
  }
  // On a case-insensitive disk, a file whose name only changes its case finds itself at the target.
  if ((await statFile(target)) && uri.path.toLowerCase() !== target.path.toLowerCase()) {
    showFileExists(target, `${nameOf(target)} already exists. Nothing was changed.`);
    return false;
  }
  return true;
}

/** Gives a document that could not be moved its old text back, and saves it unless it was unsaved before. */
async function restore(document: vscode.TextDocument, text: string, isDirty: boolean): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  if ((await tryApply(edit)) && !isDirty) await document.save();
}

/** The URIs of accompanying texts with unsaved changes of the writer's, which must not be saved. */
function dirtyUrisOf({ texts }: AccompanyingChanges): ReadonlySet<string> {
  return new Set(texts.filter(({ uri }) => openDocumentAt(uri)?.isDirty).map(({ uri }) => uri.toString()));
}

async function saveTexts({ texts }: AccompanyingChanges, dirtyUris: ReadonlySet<string>): Promise<void> {
  for (const { uri } of texts) {
    if (dirtyUris.has(uri.toString())) continue;
    const document = await vscode.workspace.openTextDocument(uri);
    if (!(await document.save()))
      showWarning(`Could not save ${nameOf(uri)}. Its links are changed in the editor only.`);
  }
}

/** Undoes the renaming of accompanying files whose entry could not be moved. */
async function moveBack(files: readonly MovedFile[]): Promise<void> {
  for (const { from, to } of files) {
    if ((await statFile(from)) || !(await statFile(to))) continue;
    try {
      await vscode.workspace.fs.rename(to, from, { overwrite: false });
    } catch {
      showWarning(`${nameOf(from)} was renamed to ${nameOf(to)} and could not be renamed back.`);
    }
  }
}

/** Edits a file that was moved without its edits. The writer's text, which may be ahead of the file, must not be lost. */
async function changeMovedText(
  target: vscode.Uri,
  text: string,
  edits: readonly Edit[],
): Promise<vscode.TextDocument | undefined> {
  const moved = await vscode.workspace.openTextDocument(target);
  const edit = new vscode.WorkspaceEdit();
  if (moved.getText() === text) addEdits(edit, moved, target, edits);
  else edit.replace(target, new vscode.Range(0, 0, moved.lineCount, 0), applyEdits(text, edits));
  if (await tryApply(edit)) return moved;
  showFileExists(target, `The file was moved to ${nameOf(target)}, but its text could not be changed.`);
  return undefined;
}

function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, false);
}
