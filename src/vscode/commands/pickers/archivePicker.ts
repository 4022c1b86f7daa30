import * as vscode from 'vscode';
import type { ArchiveIndex } from '../../../core/archive/archiveIndex.ts';
import type { Search } from '../../../core/archive/search.ts';
import { type Earlier, searchArchive } from '../../../core/archive/searchArchive.ts';
import { dayName } from '../../../core/languageFeatures/completion.ts';

/** What is to become of what was picked. */
type Use = 'link' | 'bullet' | 'open';

/** How the writer is asked. */
export interface Question {
  readonly title: string;
  /** What Enter does. */
  readonly use: Use;
  /** What buttons do. */
  readonly others: readonly Use[];
  /** What is asked at first. */
  readonly question: string;
}

interface Asked extends Question {
  readonly search: Search;
  /** Settles when all can be searched. */
  readonly settled: Promise<void>;
  readonly archive: () => ArchiveIndex | undefined;
  /** The path of the entry that asks, which is not to be found itself. */
  readonly own?: string;
}

interface Picked {
  readonly earlier: Earlier;
  readonly use: Use;
}

interface Item extends vscode.QuickPickItem {
  readonly earlier: Earlier;
}

/** Searches the archive with every key, and lets the writer pick an entry or an item of one. */
export async function pickEarlier(asked: Asked): Promise<Picked | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  const buttons = asked.others.map((use) => ({ ...BUTTONS[use], use }));
  const find = () => {
    const archive = asked.archive();
    const found = archive ? searchArchive(archive, asked.search, pick.value, asked.own ?? '') : [];
    pick.items = found.map((earlier) => itemOf(earlier, buttons));
  };
  // The best answer first, and not the one whose letters look most like the question; not in the API, and heeded where it is known.
  Object.assign(pick, { sortByLabel: false });
  pick.title = asked.title;
  pick.placeholder = `Words, a day's number or its date. Enter ${ENTER[asked.use]}.`;
  pick.value = asked.question;
  pick.busy = true;
  find();
  const settle = () => {
    pick.busy = false;
    find();
  };
  void asked.settled.then(settle, settle);
  const picked = await new Promise<Picked | undefined>((resolve) => {
    pick.onDidChangeValue(find);
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (item) resolve({ earlier: item.earlier, use: asked.use });
    });
    pick.onDidTriggerItemButton(({ item, button }) => {
      const use = buttons.find((one) => one.tooltip === button.tooltip)?.use;
      if (use) resolve({ earlier: item.earlier, use });
    });
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
  pick.dispose();
  return picked;
}

const ENTER: Readonly<Record<Use, string>> = {
  link: 'inserts a link',
  bullet: 'inserts a bullet',
  open: 'opens the entry',
};

const BUTTONS: Readonly<Record<Use, vscode.QuickInputButton>> = {
  link: { iconPath: new vscode.ThemeIcon('link'), tooltip: 'Insert a link' },
  bullet: { iconPath: new vscode.ThemeIcon('pinned'), tooltip: 'Insert a 📌 bullet' },
  open: { iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: 'Open the entry to the side' },
};

function itemOf(earlier: Earlier, buttons: readonly vscode.QuickInputButton[]): Item {
  const { day, from, title } = earlier;
  const detail = [from === undefined ? undefined : dayName(day), day.date].filter(Boolean).join(' · ');
  return { label: title, detail, earlier, alwaysShow: true, buttons };
}
