import * as vscode from 'vscode';
import { addressIn } from '../../core/compose/citations/cite.ts';
import { oneEdit } from '../../core/compose/citations/oneEdit.ts';
import { pasteCitations } from '../../core/compose/citations/paste.ts';
import { sourcesOn } from '../../core/compose/citations/pastedSources.ts';
import { itemAt } from '../../core/entry/items.ts';
import { linksOf } from '../../core/languageFeatures/hover.ts';
import { textOf } from '../../core/text/text.ts';
import { knownAround } from '../documents/entryContext.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { toSpan } from '../editor/convert.ts';
import { showInfo } from '../editor/notifications.ts';
import { makeEdits } from '../editor/textEdits.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { pickSource, type Source } from './pickers/citationPicker.ts';

// What a writer does with citations: put them in, and look at them.

/** Paste as Citations: the addresses on the clipboard, where the cursor is. */
export async function pasteAsCitations(entries: EntryDocuments): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !entries.is(editor.document)) return showInfo('Open an entry and put the cursor into an item first.');
  const text = await vscode.env.clipboard.readText();
  if (!sourcesOn({ text })) return showInfo('The clipboard holds something other than web addresses.');
  await insert(entries, editor, { text });
}

/** Insert Citation…: an outlet or an address, typed, picked, or taken from the clipboard. */
export async function insertCitation(parts: {
  readonly entries: EntryDocuments;
  readonly newsrooms: Newsrooms;
}): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const known = editor && knownAround(parts, editor.document);
  if (!known) return showInfo('Open an entry and put the cursor into an item first.');
  const source = await pickSource(known, await vscode.env.clipboard.readText());
  if (source) await insert(parts.entries, editor, source);
}

async function insert(entries: EntryDocuments, editor: vscode.TextEditor, { text, name }: Source): Promise<void> {
  const { document } = editor;
  const { outlets, tracking } = entries.surroundings(document);
  const named = name === undefined ? outlets : { ...outlets, at: () => undefined, nameFor: () => name };
  const clipboard = { text: text ?? TO_COME };
  const paste = pasteCitations(entries.entry(document), toSpan(document, editor.selection), clipboard, named, tracking);
  if (!paste) return showInfo('No citation can stand here: put the cursor behind a sentence or into a group.');
  const edit = oneEdit(document.getText(), paste);
  const gap = text === undefined ? edit.text.indexOf(TO_COME) : -1;
  const made = gap < 0 ? edit : { ...edit, text: edit.text.replace(TO_COME, ''), caret: gap };
  if (!(await makeEdits(editor, [made]))) return showInfo('The entry could not be changed; it may be read-only.');
  const place = document.positionAt(made.from + made.caret);
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(editor.selection);
}

/** Stands for an address that the writer has still to fill in. */
const TO_COME = 'https://address.invalid/to-come';

/** Open All Citations of This Item, in the browser. */
export async function openCitations(entries: EntryDocuments): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !entries.is(editor.document)) return showInfo('Open an entry and put the cursor into an item first.');
  const entry = entries.entry(editor.document);
  const at = editor.document.offsetAt(editor.selection.active);
  const blocks = itemAt(entry, at)?.blocks ?? entry.blocks.filter(({ from, to }) => from <= at && at <= to);
  const addresses = blocks
    .flatMap(linksOf)
    .map(({ address }) => addressIn(textOf(entry.text, address).replace(/\\([!-/:-@[-`{-~])/g, '$1')))
    .filter((address) => address !== undefined);
  const all = [...new Set(addresses)];
  if (all.length === 0) return showInfo('This item has no citations to open.');
  if (all.length > MANY && !(await isSure(all.length))) return;
  for (const address of all) {
    // The editor asks about sites that it does not know; a writer who says no has seen enough.
    if (!(await vscode.env.openExternal(vscode.Uri.parse(address, true)))) return;
  }
}

/** So many pages are opened without a question. */
const MANY = 8;

async function isSure(count: number): Promise<boolean> {
  const open = `Open ${count} Pages`;
  const question = `This item has ${count} citations. Open all of them?`;
  return (await vscode.window.showWarningMessage(question, { modal: true }, open)) === open;
}
