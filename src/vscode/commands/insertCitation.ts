import * as vscode from 'vscode';
import { parseClipboardLinks } from '../../core/compose/citations/clipboardLinks.ts';
import { pasteAsSingleEdit } from '../../core/compose/citations/pasteAsSingleEdit.ts';
import { pasteCitations } from '../../core/compose/citations/pasteCitations.ts';
import type { Outlets } from '../../core/outlets/outlets.ts';
import { activeEntryEditor } from '../documents/activeEntry.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import type { Services } from '../documents/services.ts';
import { toSpan } from '../editor/convert.ts';
import { showInfo, showReadOnly } from '../editor/notifications.ts';
import { makeEdits, placeCursor } from '../editor/textEdits.ts';
import { type CitationSource, pickCitation } from './pickers/citationPicker.ts';

/** *Paste as Citations*: inserts the addresses on the clipboard at the cursor. */
export async function pasteAsCitations({ entries, newsrooms }: Services): Promise<void> {
  const active = activeEntryEditor(entries);
  if (!active) return;
  await newsrooms.readUntil(active.context.root, () => true);
  const text = await vscode.env.clipboard.readText();
  if (!parseClipboardLinks({ text })) return showInfo('The clipboard contains something other than web addresses.');
  await insert(entries, active.editor, { text });
}

/** *Insert Citation…*: inserts an outlet or an address that the writer types, picks, or has on the clipboard. */
export async function insertCitation({ entries, newsrooms }: Services): Promise<void> {
  const active = activeEntryEditor(entries);
  if (!active) return;
  const { editor } = active;
  await newsrooms.readUntil(active.context.root, () => true);
  const context = entries.contextOf(editor.document);
  if (!context) return;
  const caret = editor.document.offsetAt(editor.selection.active);
  const source = await pickCitation(context, caret, await vscode.env.clipboard.readText());
  if (source) await insert(entries, editor, source);
}

async function insert(
  entries: EntryDocuments,
  editor: vscode.TextEditor,
  { text, outletName }: CitationSource,
): Promise<void> {
  const { document } = editor;
  const context = entries.contextOf(document);
  if (!context) return;
  const { trackingParameters } = context.ruleContext;
  const outlets = context.outlets();
  const paste = pasteCitations(
    context.entry,
    toSpan(document, editor.selection),
    { text: text ?? PLACEHOLDER_ADDRESS },
    outletName === undefined ? outlets : withFixedName(outlets, outletName),
    trackingParameters,
  );
  if (!paste) {
    return showInfo('A citation cannot go here. Place the cursor after a sentence or in a citation group.');
  }
  if (paste.kind === 'cited') return showInfo('This citation group already has the address.');
  const edit = pasteAsSingleEdit(document.getText(), paste);
  const addressOffset = text === undefined ? edit.text.indexOf(PLACEHOLDER_ADDRESS) : -1;
  const finalEdit =
    addressOffset < 0 ? edit : { ...edit, text: edit.text.replace(PLACEHOLDER_ADDRESS, ''), caret: addressOffset };
  if (!(await makeEdits(editor, [finalEdit]))) return showReadOnly();
  placeCursor(editor, finalEdit.from + finalEdit.caret);
}

/** Outlets that name every address as the writer chose. */
function withFixedName(outlets: Outlets, name: string): Outlets {
  return { ...outlets, forHost: () => undefined, suggestName: () => name };
}

/** Marks the place of an address that the writer will fill in. */
const PLACEHOLDER_ADDRESS = 'https://address.invalid/to-come';
