import * as vscode from 'vscode';
import { activeRoot } from '../documents/activeEntry.ts';
import { positionsIn } from '../editor/convert.ts';
import { showInfo } from '../editor/notifications.ts';
import { currentText } from '../editor/openDocuments.ts';
import type { CommandServices } from './commandServices.ts';
import { type ArchivePickerOptions, pickFromArchive } from './pickers/archivePicker.ts';

/** *Search Archive…*: finds items by their words, and days by number or date, and opens the one that the writer picks. */
export async function searchArchive({ newsrooms, archiveSearches }: CommandServices): Promise<void> {
  const root = await activeRoot(newsrooms);
  if (!root) return;
  const archive = () => newsrooms.archiveAt(root);
  const readText = (path: string) => currentText(vscode.Uri.joinPath(root, path));
  const picked = await pickFromArchive(OPTIONS, { ...archiveSearches.open(root), archive, withDrafts: true, readText });
  if (!picked) return;
  const { day, from } = picked.result;
  const uri = vscode.Uri.joinPath(root, day.path);
  const text = await currentText(uri);
  if (text === undefined) return showInfo(`${day.path} no longer exists.`);
  const position = positionsIn(text).positionAt(from ?? 0);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(position, position) });
}

const OPTIONS: ArchivePickerOptions = { title: 'Search Archive', action: 'open', otherActions: [], initialQuery: '' };
