import * as vscode from 'vscode';
import { type ClipboardContent, parseClipboardLinks } from '../../core/compose/citations/clipboardLinks.ts';
import type { Paste } from '../../core/compose/citations/paste.ts';
import { pasteAsSingleEdit } from '../../core/compose/citations/pasteAsSingleEdit.ts';
import { pasteCitations } from '../../core/compose/citations/pasteCitations.ts';
import type { EntryContext } from '../documents/entryContext.ts';
import type { Services } from '../documents/services.ts';
import { toSpan, toWorkspaceEdit } from '../editor/convert.ts';
import { imagePasteEdit } from './pasteImages.ts';
import { IMAGE_KIND, PASTE_KIND } from './pasteKind.ts';

/**
 * Inserts images pasted over a selection, or turns addresses into citations; undefined where that is not possible. `isChoice`: the writer
 * chooses from a list of edits.
 */
export async function providePasteEdit(
  services: Services,
  document: vscode.TextDocument,
  range: vscode.Range,
  data: vscode.DataTransfer,
  isChoice: boolean,
  token: vscode.CancellationToken,
): Promise<vscode.DocumentPasteEdit | undefined> {
  const imageEdit = await imagePasteEdit(services, { document, range, data, isChoice }, token);
  if (imageEdit) {
    const edit = new vscode.DocumentPasteEdit('', INSERT_IMAGE, IMAGE_KIND);
    edit.additionalEdit = imageEdit;
    return edit;
  }
  const paste = await pasteInto(services, document, range, data, token);
  if (!paste) return undefined;
  if (paste.kind === 'cited') vscode.window.setStatusBarMessage(ALREADY_CITED, STATUS_MESSAGE_MS);
  const edit = new vscode.DocumentPasteEdit('', TITLES[paste.kind], PASTE_KIND);
  edit.additionalEdit = editOf(document, paste);
  return edit;
}

/** Inserts images dropped at a position, or turns addresses into citations; undefined where that is not possible. */
export async function provideDropEdit(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
  data: vscode.DataTransfer,
  token: vscode.CancellationToken,
): Promise<vscode.DocumentDropEdit | undefined> {
  const range = new vscode.Range(position, position);
  const imageEdit = await imagePasteEdit(services, { document, range, data, isChoice: false }, token);
  if (imageEdit) {
    const edit = new vscode.DocumentDropEdit('', INSERT_IMAGE, IMAGE_KIND);
    edit.additionalEdit = imageEdit;
    return edit;
  }
  const paste = await pasteInto(services, document, range, data, token);
  if (!paste) return undefined;
  const edit = new vscode.DocumentDropEdit('', TITLES[paste.kind], PASTE_KIND);
  edit.additionalEdit = editOf(document, paste);
  return edit;
}

const INSERT_IMAGE = 'Insert Image';

const TITLES: Readonly<Record<Paste['kind'], string>> = {
  citations: 'Insert Citations',
  link: 'Insert Link',
  address: 'Insert Address',
  cited: 'Already Cited in This Group',
};

const ALREADY_CITED = 'This citation group already has the address.';
const STATUS_MESSAGE_MS = 4000;

async function pasteInto(
  { entries, newsrooms }: Services,
  document: vscode.TextDocument,
  range: vscode.Range,
  data: vscode.DataTransfer,
  token: vscode.CancellationToken,
): Promise<Paste | undefined> {
  const { version } = document;
  const clipboard = await clipboardIn(data);
  const isOutdated = () => token.isCancellationRequested || document.version !== version;
  const citeIn = (context: EntryContext | undefined): Paste | undefined => {
    if (!context || isOutdated()) return undefined;
    const { trackingParameters } = context.ruleContext;
    return pasteCitations(context.entry, toSpan(document, range), clipboard, context.outlets(), trackingParameters);
  };
  const context = entries.contextOf(document);
  const paste = citeIn(context);
  // Right after the start, only the archive knows what it calls an outlet.
  if (!context || !paste || context.known()) return paste;
  await newsrooms.readBriefly(context.root);
  return citeIn(entries.contextOf(document));
}

async function clipboardIn(data: vscode.DataTransfer): Promise<ClipboardContent> {
  const read = async (type: string) => (await data.get(type)?.asString()) || undefined;
  const [text = '', html, uriList] = await Promise.all([read('text/plain'), read('text/html'), read('text/uri-list')]);
  // The plain text of a dragged link may be its title: the URI list has its address.
  return { text: uriList === undefined || parseClipboardLinks({ text }) ? text : uriList.replace(/^#.*$/gm, ''), html };
}

function editOf(document: vscode.TextDocument, paste: Paste): vscode.WorkspaceEdit {
  const { caret, ...edit } = pasteAsSingleEdit(document.getText(), paste);
  return toWorkspaceEdit(document, { title: '', edits: [edit], caret });
}
