import * as vscode from 'vscode';
import type { ArchiveIndex } from '../../../core/archive/archiveIndex.ts';
import { matchExcerpt } from '../../../core/archive/matchExcerpt.ts';
import type { Search } from '../../../core/archive/search.ts';
import { type ArchiveSearchResult, searchArchive } from '../../../core/archive/searchArchive.ts';
import { dayName } from '../../../core/entry/dayName.ts';
import { escapeIcons } from '../../../core/text/escapeMarkup.ts';
import { showPicker } from './showPicker.ts';

/** What to do with the picked entry or item. */
type ArchiveAction = 'link' | 'bullet' | 'open';

/** How the list looks when it opens. */
export interface ArchivePickerOptions {
  readonly title: string;
  /** The action of Enter. */
  readonly action: ArchiveAction;
  /** The actions of the buttons. */
  readonly otherActions: readonly ArchiveAction[];
  readonly initialQuery: string;
}

interface ArchiveToSearch {
  readonly search: Search;
  /** Settles once everything can be searched. */
  readonly settled: Promise<void>;
  readonly archive: () => ArchiveIndex | undefined;
  /** The path of an entry to leave out of the results. */
  readonly ownPath?: string;
  /** Whether drafts are found too. */
  readonly withDrafts?: boolean;
  /** Reads the text of an entry, to show the words in it that match. */
  readonly readText: (path: string) => Promise<string | undefined>;
}

interface Picked {
  readonly result: ArchiveSearchResult;
  readonly action: ArchiveAction;
}

interface ResultItem extends vscode.QuickPickItem {
  readonly result: ArchiveSearchResult;
}

/** Searches the archive on every keystroke, and lets the writer pick an entry or an item. */
export async function pickFromArchive(
  { title, action, otherActions, initialQuery }: ArchivePickerOptions,
  { search, settled, archive, ownPath = '', withDrafts = false, readText }: ArchiveToSearch,
): Promise<Picked | undefined> {
  const picker = vscode.window.createQuickPick<ResultItem>();
  const buttons = otherActions.map((other) => ({ ...BUTTONS[other], action: other }));
  const updateItems = () => {
    const index = archive();
    const query = picker.value;
    const results = index ? searchArchive(index, search, query, { ownPath, withDrafts }) : [];
    picker.items = results.map((result) => toItem(result, buttons));
    void addExcerpts(query, results);
  };
  const texts = new Map<string, Promise<string | undefined>>();
  const excerptOf = async (query: string, { day: { path }, from }: ArchiveSearchResult) => {
    if (from === undefined) return undefined;
    const reading = texts.get(path) ?? readText(path);
    texts.set(path, reading);
    const text = await reading;
    return text === undefined ? undefined : matchExcerpt(text, from, query);
  };
  const addExcerpts = async (query: string, results: readonly ArchiveSearchResult[]) => {
    const excerpts = await Promise.all(results.map((result) => excerptOf(query, result)));
    if (picker.value !== query || excerpts.every((excerpt) => excerpt === undefined)) return;
    const [active] = picker.activeItems;
    const activeIndex = active ? picker.items.indexOf(active) : 0;
    const items = results.map((result, index) => toItem(result, buttons, excerpts[index]));
    picker.items = items;
    picker.activeItems = items.slice(Math.max(0, activeIndex), Math.max(0, activeIndex) + 1);
  };
  // Keeps the order of the results. The property is not in the API; an editor that does not know it sorts by similarity.
  Object.assign(picker, { sortByLabel: false });
  picker.title = title;
  picker.placeholder = `Type words, a day number or a date. Enter ${ENTER[action]}.`;
  picker.value = initialQuery;
  picker.busy = true;
  updateItems();
  const settle = () => {
    picker.busy = false;
    updateItems();
  };
  void settled.then(settle, settle);
  picker.onDidChangeValue(updateItems);
  let pickedByButton: Picked | undefined;
  picker.onDidTriggerItemButton(({ item, button }) => {
    const buttonAction = buttons.find(({ tooltip }) => tooltip === button.tooltip)?.action;
    if (!buttonAction) return;
    pickedByButton = { result: item.result, action: buttonAction };
    picker.hide();
  });
  const item = await showPicker(picker);
  return item ? { result: item.result, action } : pickedByButton;
}

const ENTER: Readonly<Record<ArchiveAction, string>> = {
  link: 'inserts a link',
  bullet: 'inserts a bullet',
  open: 'opens the entry',
};

const BUTTONS: Readonly<Record<ArchiveAction, vscode.QuickInputButton>> = {
  link: { iconPath: new vscode.ThemeIcon('link'), tooltip: 'Insert a Link' },
  bullet: { iconPath: new vscode.ThemeIcon('pinned'), tooltip: 'Insert a 📌 Bullet' },
  open: { iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: 'Open the Entry to the Side' },
};

function toItem(
  result: ArchiveSearchResult,
  buttons: readonly vscode.QuickInputButton[],
  excerpt?: string,
): ResultItem {
  const { day, from, title } = result;
  const parts = [from === undefined ? undefined : dayName(day), day.date, day.draft ? 'draft' : undefined, excerpt];
  const detail = escapeIcons(parts.filter((part) => part !== undefined).join(' · '));
  return { label: escapeIcons(title), detail, result, alwaysShow: true, buttons };
}
