import * as vscode from 'vscode';
import { NEWSROOM_FILE } from '../../core/files/folders.ts';
import { lazyChunk } from '../editor/lazyChunk.ts';
import { showWarning } from '../editor/notifications.ts';
import { currentText, openDocumentAt } from '../editor/openDocuments.ts';
import { rereadSettings } from './editorSettings.ts';

const loadNewsroomFile = lazyChunk(() => import('./newsroomFile.ts'));

/** Values of settings by name. */
export type SettingValues = Readonly<Record<string, unknown>>;

/**
 * Sets values in a newsroom's `daybook.json` and saves it, unless it has unsaved changes. Returns false, with a message, if that is not
 * possible.
 */
export async function writeNewsroomSettings(root: vscode.Uri, values: SettingValues): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  if (!(await addNewsroomSettings(edit, root, values))) return false;
  const uri = vscode.Uri.joinPath(root, NEWSROOM_FILE);
  const wasDirty = openDocumentAt(uri)?.isDirty ?? false;
  const isWritten = await vscode.workspace.applyEdit(edit);
  const document = openDocumentAt(uri);
  if (isWritten && (wasDirty || !document?.isDirty || (await document.save()))) {
    await rereadSettings(root);
    return true;
  }
  showWarning(`Could not write ${NEWSROOM_FILE}. The folder may be read-only.`);
  return false;
}

/** Adds to an edit what sets values in a newsroom's `daybook.json`. Returns false, with a message, if the file is not valid. */
async function addNewsroomSettings(
  edit: vscode.WorkspaceEdit,
  root: vscode.Uri,
  values: SettingValues,
): Promise<boolean> {
  const uri = vscode.Uri.joinPath(root, NEWSROOM_FILE);
  const text = await currentText(uri);
  const changed = (await loadNewsroomFile()).withSettings(text, values);
  if (changed === undefined) {
    showWarning(`${NEWSROOM_FILE} is not valid JSON, so no settings were written. Correct it first.`);
    return false;
  }
  if (text === undefined) edit.createFile(uri, { contents: new TextEncoder().encode(changed) });
  else edit.replace(uri, new vscode.Range(0, 0, Number.MAX_SAFE_INTEGER, 0), changed);
  return true;
}
