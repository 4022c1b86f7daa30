import * as vscode from 'vscode';
import { applyEdits, type Edit } from '../../core/text/text.ts';
import { type Places, placesIn, toRange } from './convert.ts';
import { stampOf } from './fileSystem.ts';
import { showFileExists, showWarning } from './notifications.ts';

// Changes of entries that may not be in the active editor. Each is one edit of the workspace, which one undo takes back.

/** Changes the text of an entry; says so where that cannot be done. */
export async function changeEntry(document: vscode.TextDocument, edits: readonly Edit[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  addEdits(edit, document, document.uri, edits);
  const done = await applied(edit);
  if (!done) showWarning(`${nameOf(document.uri)} could not be changed; it may be read-only.`);
  return done;
}

/** A file that is to have another name. */
export interface MovedFile {
  readonly from: vscode.Uri;
  readonly to: vscode.Uri;
}

/** A file whose text is to change, as it was read. */
export interface ChangedText {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** What changes together with an entry that is moved. */
interface Along {
  readonly files: readonly MovedFile[];
  readonly texts: readonly ChangedText[];
}

/**
 * Changes the text of an entry and moves its file, never over another one, and with it whatever has to change along. The files go
 * first: where they cannot, nothing is changed. The entry stays open, unsaved where it was, and is returned; undefined, with a
 * message, where it stays where it was.
 */
export async function moveEntry(
  document: vscode.TextDocument,
  target: vscode.Uri,
  edits: readonly Edit[],
  along: Along = { files: [], texts: [] },
): Promise<vscode.TextDocument | undefined> {
  const { uri } = document;
  const isMoved = uri.toString() !== target.toString();
  const refusal = isMoved ? await whyNot(uri, target) : undefined;
  if (refusal === 'taken') {
    showFileExists(target, `There is a file ${nameOf(target)} already. Nothing was changed.`);
    return undefined;
  }
  if (refusal !== undefined) {
    showWarning(refusal);
    return undefined;
  }
  const text = document.getText();
  const { isDirty } = document;
  const unsaved = unsavedOf(along);
  // The editor refuses to change the text of a moved file where it still remembers a file of the new name that is gone.
  const isTextFirst = isMoved && isRemembered(target);
  const edit = new vscode.WorkspaceEdit();
  if (isTextFirst) addEdits(edit, document, uri, edits);
  for (const { from, to } of along.files) edit.renameFile(from, to, { overwrite: false });
  if (isMoved) edit.renameFile(uri, target, { overwrite: false });
  if (!isTextFirst) addEdits(edit, document, target, edits);
  for (const one of along.texts) addEdits(edit, placesIn(one.text), one.uri, one.edits);
  if (await applied(edit)) {
    await saveAll(along, unsaved);
    return isMoved ? vscode.workspace.openTextDocument(target) : document;
  }
  if (isMoved && !(await stampOf(uri))) return changedAfterwards(target, text, edits);
  await takeBack(along.files);
  if (document.getText() !== text) await restore(document, text, isDirty);
  if (isMoved) {
    showWarning(
      `${nameOf(uri)} could not be moved to ${nameOf(target)}; the folder may be read-only. Nothing was changed.`,
    );
  } else showWarning(`${nameOf(uri)} could not be changed; it may be read-only.`);
  return undefined;
}

function isRemembered(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}

/** What could not be moved has its text as it was, and is no more unsaved than it was. */
async function restore(document: vscode.TextDocument, text: string, isDirty: boolean): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  if ((await applied(edit)) && !isDirty) await document.save();
}

/** The files that have changes of the writer's own, which are to stay unsaved. */
function unsavedOf({ texts }: Along): ReadonlySet<string> {
  const sought = new Set(texts.map(({ uri }) => uri.toString()));
  const dirty = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString());
  return new Set(dirty.filter((uri) => sought.has(uri)));
}

/** Other entries are on the disk what they were: right. */
async function saveAll({ texts }: Along, unsaved: ReadonlySet<string>): Promise<void> {
  for (const { uri } of texts) {
    if (unsaved.has(uri.toString())) continue;
    const document = await vscode.workspace.openTextDocument(uri);
    if (!(await document.save()))
      showWarning(`${nameOf(uri)} could not be saved. Its links are changed in the editor.`);
  }
}

/** Where the entry could not follow its image, the image goes back. */
async function takeBack(files: readonly MovedFile[]): Promise<void> {
  for (const { from, to } of files) {
    if ((await stampOf(from)) || !(await stampOf(to))) continue;
    try {
      await vscode.workspace.fs.rename(to, from, { overwrite: false });
    } catch {
      showWarning(`${nameOf(from)} is now ${nameOf(to)} and could not be moved back.`);
    }
  }
}

/** For a file that was moved and whose text was not changed with it: what the writer had comes first, and nothing of it is lost. */
async function changedAfterwards(
  target: vscode.Uri,
  text: string,
  edits: readonly Edit[],
): Promise<vscode.TextDocument | undefined> {
  const moved = await vscode.workspace.openTextDocument(target);
  const edit = new vscode.WorkspaceEdit();
  if (moved.getText() === text) addEdits(edit, moved, target, edits);
  else edit.replace(target, new vscode.Range(0, 0, moved.lineCount, 0), applyEdits(text, edits));
  if (await applied(edit)) return moved;
  showFileExists(target, `The file is now ${nameOf(target)}, but its text could not be changed.`);
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

function addEdits(edit: vscode.WorkspaceEdit, places: Places, uri: vscode.Uri, edits: readonly Edit[]): void {
  for (const { text, ...span } of edits) edit.replace(uri, toRange(places, span), text);
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
