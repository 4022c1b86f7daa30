import * as vscode from 'vscode';
import type { ArchiveSearchResult } from '../../core/archive/searchArchive.ts';
import {
  type EarlierItem,
  earlierItemAddress,
  linkToEarlierItem,
  threadBullet,
} from '../../core/compose/citations/earlierEntryLinks.ts';
import { isBulletPlace, placeBullet } from '../../core/compose/items/placeBullet.ts';
import { itemAt } from '../../core/entry/items.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { addressPrefix } from '../../core/newsroom/siteConfig.ts';
import { type Edit, textOf } from '../../core/text/text.ts';
import { activeEntry, activeEntryEditor, type EntryEditor, entryEditorAt } from '../documents/activeEntry.ts';
import { itemPlaceOf, uriOf } from '../documents/commandTarget.ts';
import type { EntryContext } from '../documents/entryContext.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import type { Services } from '../documents/services.ts';
import { positionsIn, toSpan } from '../editor/convert.ts';
import { showInfo, showReadOnly } from '../editor/notifications.ts';
import { currentText } from '../editor/openDocuments.ts';
import { makeEdits } from '../editor/textEdits.ts';
import type { CommandServices } from './commandServices.ts';
import { type ArchivePickerOptions, pickFromArchive } from './pickers/archivePicker.ts';

// Finds earlier entries, and links to them at the cursor.

/** *Insert Link to Earlier Entry…*: a link over the selection or at the cursor, or a 📌 bullet where a bullet can begin. */
export async function insertEarlierLink(services: CommandServices): Promise<void> {
  const active = activeEntryEditor(services.entries);
  if (!active) return;
  const { editor, context, caret } = active;
  const isBullet = editor.selection.isEmpty && isBulletPlace(context.entry, caret);
  await pickAndAct(services, active, {
    title: 'Insert Link to Earlier Entry',
    action: isBullet ? 'bullet' : 'link',
    otherActions: [isBullet ? 'link' : 'bullet', 'open'],
    initialQuery: '',
  });
}

/** *Already Covered?*: searches the archive for the headline of a row or at the cursor, or for the selected words. */
export async function checkAlreadyCovered(services: CommandServices, argument: unknown): Promise<void> {
  const active = await entryEditorAt(services.entries, argument);
  if (!active) return;
  const initialQuery = queryAt(active);
  if (initialQuery === '') {
    return showInfo('Place the cursor in an item with a headline, or select some words, first.');
  }
  await pickAndAct(services, active, {
    title: 'Already Covered?',
    action: 'open',
    otherActions: ['link', 'bullet'],
    initialQuery,
  });
}

/** *Copy Link to This Item*: its address on the site, with its anchor. For a row of an entry, that of the entry. */
export async function copyItemLink({ entries, newsrooms }: Services, argument: unknown): Promise<void> {
  const target = await linkTarget(entries, argument);
  if (!target) return;
  const { offset } = target;
  const { entry, root, day } = target.context;
  const siteUrl = await newsrooms.siteUrlOf(root);
  if (siteUrl === undefined) return showInfo('The address of the site is unknown: _config.yml has no "url".');
  const block =
    offset === undefined
      ? undefined
      : (itemAt(entry, offset)?.head ?? entry.blocks.find(({ from, to }) => from <= offset && offset <= to));
  const address = earlierItemAddress({ day, entry, from: block?.from }, siteUrl);
  if (address === undefined) return showInfo('This entry has no address yet, because it has no date.');
  await vscode.env.clipboard.writeText(address);
  vscode.window.setStatusBarMessage(`Copied ${address}`, STATUS_MESSAGE_MS);
}

const STATUS_MESSAGE_MS = 5000;

/** The entry to link to, and the offset of an item in it: that of a row, or the cursor if the entry is in the active editor. */
async function linkTarget(
  entries: EntryDocuments,
  argument: unknown,
): Promise<{ readonly context: EntryContext; readonly offset: number | undefined } | undefined> {
  const uri = uriOf(argument);
  const activeUri = vscode.window.activeTextEditor?.document.uri;
  const isRow = uri !== argument;
  if (!uri || (!isRow && uri.toString() === activeUri?.toString())) {
    const active = activeEntryEditor(entries);
    return active && { context: active.context, offset: active.caret };
  }
  const document = await activeEntry(entries, argument);
  const context = document && entries.contextOf(document);
  return context && { context, offset: itemPlaceOf(argument)?.offset };
}

/** The selected words, else the headline of the item at the cursor, else its text; empty if there is none. */
function queryAt({ editor, context: { entry }, caret }: EntryEditor): string {
  const selected = editor.document.getText(editor.selection).trim();
  if (selected !== '') return selected.replace(/\s+/g, ' ');
  const head = itemAt(entry, caret)?.head;
  if (!head) return '';
  return textOf(entry.text, head.headline?.words ?? head.content).replace(/\s+/g, ' ');
}

async function pickAndAct(
  { archiveSearches, newsrooms }: CommandServices,
  { editor, context: { root, path, archive } }: EntryEditor,
  options: ArchivePickerOptions,
): Promise<void> {
  const site = addressPrefix(await newsrooms.siteAddressOf(root));
  const readText = (otherPath: string) => currentText(vscode.Uri.joinPath(root, otherPath));
  const picked = await pickFromArchive(options, { ...archiveSearches.open(root), archive, ownPath: path, readText });
  if (!picked) return;
  const { day, from } = picked.result;
  const text = await currentText(vscode.Uri.joinPath(root, day.path));
  if (text === undefined) return showInfo(`${day.path} no longer exists.`);
  const item = { day, entry: parseEntry(text), from, anchors: archive()?.anchors(day.path) };
  if (picked.action === 'open') await openBeside(root, picked.result, text);
  else await insert(editor, item, site, picked.action);
}

async function openBeside(root: vscode.Uri, { day, from }: ArchiveSearchResult, text: string): Promise<void> {
  const position = positionsIn(text).positionAt(from ?? 0);
  await vscode.window.showTextDocument(vscode.Uri.joinPath(root, day.path), {
    viewColumn: vscode.ViewColumn.Beside,
    selection: new vscode.Range(position, position),
  });
}

async function insert(
  editor: vscode.TextEditor,
  item: EarlierItem,
  site: string,
  action: 'link' | 'bullet',
): Promise<void> {
  const { document, selection } = editor;
  const edit = editFor(document, selection, item, site, action);
  if (!edit) return showInfo('The linked entry has no address, because it has no date.');
  const insertedText = edit.text.trimEnd();
  if (!(await makeEdits(editor, [edit]))) return showReadOnly();
  const end = document.positionAt(edit.from + insertedText.length);
  editor.selection = new vscode.Selection(end, end);
  await vscode.window.showTextDocument(document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
}

function editFor(
  document: vscode.TextDocument,
  selection: vscode.Selection,
  item: EarlierItem,
  site: string,
  action: 'link' | 'bullet',
): Edit | undefined {
  const entry = parseEntry(document.getText());
  const span = toSpan(document, selection);
  if (action === 'link') {
    const selectedText = textOf(entry.text, span);
    const words = selectedText.trim();
    const canBeLinkText = words !== '' && !/[\n[\]]/.test(words);
    const link = canBeLinkText ? linkToEarlierItem(item, site, words) : linkToEarlierItem(item, site);
    if (link === undefined) return undefined;
    return canBeLinkText
      ? { ...span, text: selectedText.replace(words, () => link) }
      : { from: span.to, to: span.to, text: link };
  }
  const link = linkToEarlierItem(item, site);
  const bullet = threadBullet(item, site) ?? (link === undefined ? undefined : `* **📌 ${link}**`);
  return bullet === undefined ? undefined : placeBullet(entry, span.to, bullet);
}
