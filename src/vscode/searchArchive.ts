import * as vscode from 'vscode';
import { dayName } from '../core/completion.ts';
import { type Earlier, findEarlier } from '../core/findEarlier.ts';
import { currentText, type Searches } from './archive/searches.ts';
import { chosenRoot } from './chosen.ts';
import { placesIn } from './convert.ts';
import type { Newsrooms } from './newsrooms.ts';

interface Item extends vscode.QuickPickItem {
  readonly earlier: Earlier;
}

/** *Search Archive…*: finds items by their words, and days by number or date, with every key; to pick one is to open it. */
export async function searchArchive(newsrooms: Newsrooms, searches: Searches): Promise<void> {
  const root = await chosenRoot(newsrooms);
  if (!root) return;
  const { search, settled } = searches.open(root);
  const pick = vscode.window.createQuickPick<Item>();
  const find = () => {
    const archive = newsrooms.archiveAt(root);
    pick.items = archive ? findEarlier(archive, search, pick.value, '').map(toItem) : [];
  };
  // The best answer first, and not the one whose letters look most like the question; not in the API, and heeded where it is known.
  Object.assign(pick, { sortByLabel: false });
  pick.title = 'Search Archive';
  pick.placeholder = "Words, a day's number or its date. Enter opens the entry.";
  pick.busy = true;
  const settle = () => {
    pick.busy = false;
    find();
  };
  void settled.then(settle, settle);
  pick.onDidChangeValue(find);
  pick.onDidAccept(() => {
    const [item] = pick.selectedItems;
    pick.hide();
    if (item) void show(root, item.earlier);
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

function toItem(earlier: Earlier): Item {
  const { day, from, title } = earlier;
  const description = from === undefined ? (day.date ?? '') : `${dayName(day)} · ${day.date ?? ''}`;
  return { label: title, description, earlier, alwaysShow: true };
}

async function show(root: vscode.Uri, { day, from }: Earlier): Promise<void> {
  const uri = vscode.Uri.joinPath(root, day.path);
  const at = placesIn((await currentText(uri)) ?? '').positionAt(from ?? 0);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
}
