import * as vscode from 'vscode';
import { activeRoot } from '../documents/activeEntry.ts';
import { placesIn } from '../editor/convert.ts';
import { showInfo } from '../editor/notifications.ts';
import { currentText, type Searches } from '../newsrooms/archiveSearch.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { pickEarlier, type Question } from './pickers/archivePicker.ts';

/** *Search Archive…*: finds items by their words, and days by number or date, with every key; to pick one is to open it. */
export async function searchArchive(newsrooms: Newsrooms, searches: Searches): Promise<void> {
  const root = await activeRoot(newsrooms);
  if (!root) return;
  const archive = () => newsrooms.archiveAt(root);
  const picked = await pickEarlier({ ...QUESTION, ...searches.open(root), archive });
  if (!picked) return;
  const { day, from } = picked.earlier;
  const uri = vscode.Uri.joinPath(root, day.path);
  const text = await currentText(uri);
  if (text === undefined) return showInfo(`${day.path} is not there any more.`);
  const at = placesIn(text).positionAt(from ?? 0);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
}

const QUESTION: Question = { title: 'Search Archive', use: 'open', others: [], question: '' };
