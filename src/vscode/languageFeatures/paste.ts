import * as vscode from 'vscode';
import { oneEdit } from '../../core/compose/citations/oneEdit.ts';
import { type Paste, pasteCitations } from '../../core/compose/citations/paste.ts';
import { type Clipboard, sourcesOn } from '../../core/compose/citations/pastedSources.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { toSpan, toWorkspaceEdit } from '../editor/convert.ts';
import { PASTE_KIND } from './lazyProviders.ts';

/** Citations for what is pasted over a selection; undefined where none can be made of it. */
export async function pasteEdit(
  entries: EntryDocuments,
  document: vscode.TextDocument,
  range: vscode.Range,
  data: vscode.DataTransfer,
  token: vscode.CancellationToken,
): Promise<vscode.DocumentPasteEdit | undefined> {
  const paste = await pasteInto(entries, document, range, data, token);
  if (!paste) return undefined;
  const edit = new vscode.DocumentPasteEdit('', TITLES[paste.kind], PASTE_KIND);
  edit.additionalEdit = editOf(document, paste);
  return edit;
}

/** The same for what is dropped at a place. */
export async function dropEdit(
  entries: EntryDocuments,
  document: vscode.TextDocument,
  position: vscode.Position,
  data: vscode.DataTransfer,
  token: vscode.CancellationToken,
): Promise<vscode.DocumentDropEdit | undefined> {
  const paste = await pasteInto(entries, document, new vscode.Range(position, position), data, token);
  if (!paste) return undefined;
  const edit = new vscode.DocumentDropEdit('', TITLES[paste.kind], PASTE_KIND);
  edit.additionalEdit = editOf(document, paste);
  return edit;
}

const TITLES: Readonly<Record<Paste['kind'], string>> = {
  citations: 'Insert Citations',
  link: 'Insert Link',
  address: 'Insert Address',
};

async function pasteInto(
  entries: EntryDocuments,
  document: vscode.TextDocument,
  range: vscode.Range,
  data: vscode.DataTransfer,
  token: vscode.CancellationToken,
): Promise<Paste | undefined> {
  const { version } = document;
  const clipboard = await clipboardIn(data);
  if (token.isCancellationRequested || document.version !== version) return undefined;
  const { outlets, tracking } = entries.surroundings(document);
  return pasteCitations(entries.entry(document), toSpan(document, range), clipboard, outlets, tracking);
}

async function clipboardIn(data: vscode.DataTransfer): Promise<Clipboard> {
  const read = async (type: string) => (await data.get(type)?.asString()) || undefined;
  const [text = '', html, list] = await Promise.all([read('text/plain'), read('text/html'), read('text/uri-list')]);
  // A link that is dragged may have its title for text.
  return { text: list === undefined || sourcesOn({ text }) ? text : list.replace(/^#.*$/gm, ''), html };
}

function editOf(document: vscode.TextDocument, paste: Paste): vscode.WorkspaceEdit {
  const { caret, ...edit } = oneEdit(document.getText(), paste);
  return toWorkspaceEdit(document, { title: '', edits: [edit], caret });
}
