import * as vscode from 'vscode';
import type { Earlier } from '../../core/archive/searchArchive.ts';
import {
  type EarlierItem,
  earlierAddress,
  earlierLink,
  threadBullet,
} from '../../core/compose/citations/earlierEntry.ts';
import { isBulletPlace, placeBullet } from '../../core/compose/items/placeBullet.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { itemAt } from '../../core/entry/items.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { type Edit, textOf } from '../../core/text/text.ts';
import { type Known, knownAround } from '../documents/entryContext.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { placesIn, toSpan } from '../editor/convert.ts';
import { showInfo } from '../editor/notifications.ts';
import { makeEdits } from '../editor/textEdits.ts';
import { currentText, type Searches } from '../newsrooms/archiveSearch.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { pickEarlier, type Question } from './pickers/archivePicker.ts';

// Earlier entries at the cursor: links to them, callbacks, and whether something was covered already.

interface Parts {
  readonly entries: EntryDocuments;
  readonly newsrooms: Newsrooms;
  readonly searches: Searches;
}

/** Insert Link to Earlier Entry…: a link over the selection or at the cursor, a 📌 bullet where a bullet would begin. */
export async function insertEarlier(parts: Parts): Promise<void> {
  const here = placeIn(parts);
  if (!here) return showInfo('Open the entry that is to have the link first.');
  const { editor, entry, at } = here;
  const isBullet = editor.selection.isEmpty && isBulletPlace(entry, at);
  await pickAndUse(parts, here, {
    title: 'Insert Link to Earlier Entry',
    use: isBullet ? 'bullet' : 'link',
    others: [isBullet ? 'link' : 'bullet', 'open'],
    question: '',
  });
}

/** Already Covered?: what the archive has on the headline at the cursor, or on the selected words. */
export async function alreadyCovered(parts: Parts): Promise<void> {
  const here = placeIn(parts);
  const question = here ? questionAt(here) : '';
  if (!here || question === '') return showInfo('Put the cursor into an item with a headline, or select words, first.');
  await pickAndUse(parts, here, { title: 'Already Covered?', use: 'open', others: ['link', 'bullet'], question });
}

/** Copy Link to This Item: its address on the site, with its anchor. */
export async function copyLinkToItem({ entries, newsrooms }: Omit<Parts, 'searches'>): Promise<void> {
  const here = placeIn({ entries, newsrooms });
  if (!here) return showInfo('Open an entry and put the cursor into an item first.');
  const { entry, at, known } = here;
  const site = await newsrooms.siteUrl(known.root);
  if (site === undefined) return showInfo("The site's address is not known: `_config.yml` has no `url`.");
  const from = itemAt(entry, at)?.head.from ?? entry.blocks.find((block) => block.from <= at && at <= block.to)?.from;
  const address = earlierAddress({ day: known.own, entry, from }, site);
  if (address === undefined) return showInfo('This entry has no date, so it has no address yet.');
  await vscode.env.clipboard.writeText(address);
  vscode.window.setStatusBarMessage(`Copied ${address}`, SHOWN);
}

/** In milliseconds. */
const SHOWN = 5000;

interface Here {
  readonly editor: vscode.TextEditor;
  readonly entry: Entry;
  readonly at: number;
  readonly known: Known;
}

function placeIn({ entries, newsrooms }: Omit<Parts, 'searches'>): Here | undefined {
  const editor = vscode.window.activeTextEditor;
  const known = editor && knownAround({ entries, newsrooms }, editor.document);
  if (!known) return undefined;
  const { document, selection } = editor;
  return { editor, entry: entries.entry(document), at: document.offsetAt(selection.active), known };
}

function questionAt({ editor, entry, at }: Here): string {
  const selected = editor.document.getText(editor.selection).trim();
  if (selected !== '') return selected.replace(/\s+/g, ' ');
  const head = itemAt(entry, at)?.head;
  if (!head) return '';
  return textOf(entry.text, head.headline?.words ?? head.story).replace(/\s+/g, ' ');
}

async function pickAndUse({ searches, newsrooms }: Parts, here: Here, asked: Question): Promise<void> {
  const { root, own } = here.known;
  const site = (await newsrooms.siteUrl(root)) ?? '';
  const archive = () => newsrooms.archiveAt(root);
  const picked = await pickEarlier({ ...asked, ...searches.open(root), archive, own: own.path });
  if (!picked) return;
  const { day, from } = picked.earlier;
  const text = await currentText(vscode.Uri.joinPath(root, day.path));
  if (text === undefined) return showInfo(`${day.path} is not there any more.`);
  const item = { day, entry: parseEntry(text), from, anchors: archive()?.anchors(day.path) };
  if (picked.use === 'open') await show(root, picked.earlier, text);
  else await insert(here, item, site, picked.use);
}

async function show(root: vscode.Uri, { day, from }: Earlier, text: string): Promise<void> {
  const place = placesIn(text).positionAt(from ?? 0);
  await vscode.window.showTextDocument(vscode.Uri.joinPath(root, day.path), {
    viewColumn: vscode.ViewColumn.Beside,
    selection: new vscode.Range(place, place),
  });
}

async function insert({ editor }: Here, item: EarlierItem, site: string, use: 'link' | 'bullet'): Promise<void> {
  const { document, selection } = editor;
  const edit = editFor(document, selection, item, site, use);
  if (!edit) return showInfo('The entry that it leads to has no date, so it has no address.');
  const written = edit.text.trimEnd();
  if (!(await makeEdits(editor, [edit]))) return showInfo('The entry could not be changed; it may be read-only.');
  const end = document.positionAt(edit.from + written.length);
  editor.selection = new vscode.Selection(end, end);
  await vscode.window.showTextDocument(document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
}

function editFor(
  document: vscode.TextDocument,
  selection: vscode.Selection,
  item: EarlierItem,
  site: string,
  use: 'link' | 'bullet',
): Edit | undefined {
  const entry = parseEntry(document.getText());
  const span = toSpan(document, selection);
  if (use === 'link') {
    const words = textOf(entry.text, span).trim();
    const isWords = words !== '' && !/[\n[\]]/.test(words);
    const text = isWords ? earlierLink(item, site, words) : earlierLink(item, site);
    if (text === undefined) return undefined;
    return isWords
      ? { ...span, text: textOf(entry.text, span).replace(words, () => text) }
      : { from: span.to, to: span.to, text };
  }
  const link = earlierLink(item, site);
  const bullet = threadBullet(item, site) ?? (link === undefined ? undefined : `* **📌 ${link}**`);
  return bullet === undefined ? undefined : placeBullet(entry, span.to, bullet);
}
