import * as vscode from 'vscode';
import { oneEdit } from '../core/compose/oneEdit.ts';
import { type Paste, pasteCitations } from '../core/compose/paste.ts';
import { type Clipboard, sourcesOn } from '../core/compose/pastedSources.ts';
import { toSpan, toWorkspaceEdit } from './convert.ts';
import type { Entries } from './entries.ts';
import { settingsFor } from './settings.ts';

/** `text.citations.daybook`, by which a writer can prefer citations, or plain text, in `editor.pasteAs.preferences`. */
const KIND = vscode.DocumentDropOrPasteEditKind.Text.append('citations', 'daybook');

/** Makes citations of addresses that are pasted or dropped; plain text stays on offer beside them. */
export function registerPaste(entries: Entries): vscode.Disposable {
  const selector = { language: 'markdown' };
  const pasting: vscode.DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, ranges, data, { triggerKind, only }, token) {
      const [range, ...others] = ranges;
      const isAsked = triggerKind === vscode.DocumentPasteTriggerKind.PasteAs;
      const isWanted = isAsked || settingsFor(document.uri).pasteEnabled;
      if (!range || others.length > 0 || !isWanted || !entries.is(document) || only?.intersects(KIND) === false) return;
      const paste = await pasteInto(entries, document, range, data, token);
      if (!paste) return;
      const edit = new vscode.DocumentPasteEdit('', TITLES[paste.kind], KIND);
      edit.additionalEdit = editOf(document, paste);
      return [edit];
    },
  };
  const dropping: vscode.DocumentDropEditProvider = {
    async provideDocumentDropEdits(document, position, data, token) {
      if (!settingsFor(document.uri).pasteEnabled || !entries.is(document)) return;
      const paste = await pasteInto(entries, document, new vscode.Range(position, position), data, token);
      if (!paste) return;
      const edit = new vscode.DocumentDropEdit('', TITLES[paste.kind], KIND);
      edit.additionalEdit = editOf(document, paste);
      return edit;
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerDocumentPasteEditProvider(selector, pasting, {
      providedPasteEditKinds: [KIND],
      pasteMimeTypes: MIME_TYPES,
    }),
    vscode.languages.registerDocumentDropEditProvider(selector, dropping, {
      providedDropEditKinds: [KIND],
      dropMimeTypes: MIME_TYPES,
    }),
  );
}

const MIME_TYPES = ['text/plain', 'text/html', 'text/uri-list'];

const TITLES: Readonly<Record<Paste['kind'], string>> = {
  citations: 'Insert Citations',
  link: 'Insert Link',
  address: 'Insert Address',
};

async function pasteInto(
  entries: Entries,
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
