import * as vscode from 'vscode';
import { freeImageName, imageBaseName } from '../../core/compose/images/imageName.ts';
import type { ImagePlace } from '../../core/compose/images/imagePlace.ts';
import { insertImages, isInFrontMatter, selectedWords } from '../../core/compose/images/insertImages.ts';
import { localDateTime } from '../../core/dates/timeZone.ts';
import type { EntryContext } from '../documents/entryContext.ts';
import type { Services } from '../documents/services.ts';
import { toRange, toSpan } from '../editor/convert.ts';
import { fileNamesIn } from '../editor/fileSystem.ts';
import { showWarning } from '../editor/notifications.ts';
import { type ImageFolder, imageFolderFor } from './imagePlaces.ts';
import { imagesIn, type PastedImage } from './pastedImages.ts';

/** Where images are pasted or dropped. */
interface ImagePasteRequest {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  readonly data: vscode.DataTransfer;
  /** Whether the edit is only one of a list from which the writer chooses. Nothing is asked then. */
  readonly isChoice: boolean;
}

/**
 * Saves images among those of the newsroom and inserts them, as one edit that one undo takes back; asks for their alternative texts. An
 * empty edit if they cannot be inserted or the writer cancels, so that nothing else happens; undefined if there are no images.
 */
export async function imagePasteEdit(
  { entries, newsrooms }: Services,
  { document, range, data, isChoice }: ImagePasteRequest,
  token: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit | undefined> {
  const { version } = document;
  const initialContext = entries.contextOf(document);
  if (!initialContext || vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false) return undefined;
  const pasted = await imagesIn(data, initialContext.root, { evenWithText: isChoice });
  if (!pasted) return undefined;
  if (!pasted.ok) return nothing(pasted.message);
  const { root, newsroom } = initialContext;
  const date = initialContext.day.date ?? localDateTime(Date.now(), newsroom.zone()).date;
  const folder = await imageFolderFor(newsrooms, root, date);
  const files = await namedFiles(pasted.images, initialContext, folder);
  const context = entries.contextOf(document);
  if (token.isCancellationRequested || document.version !== version || !context) return undefined;

  const { entry } = context;
  const selection = toSpan(document, range);
  const insertAll = (alternativeTexts: readonly string[]) => {
    const images = files.map(({ name }, index) => ({ name, alternativeText: alternativeTexts[index] ?? '' }));
    return insertImages(entry, selection, images, folder.place);
  };
  if (!insertAll([])) return nothing(NO_PLACE);
  const isAsked = !isChoice && !isInFrontMatter(entry, selection.from);
  const alternativeTexts = isAsked ? await askForTexts(files, selectedWords(entry, selection), token) : [];
  const edit = alternativeTexts && document.version === version ? insertAll(alternativeTexts) : undefined;
  if (!edit) return nothing();
  const result = new vscode.WorkspaceEdit();
  for (const { uri, bytes } of files) if (uri) result.createFile(uri, { contents: bytes });
  const snippet = toSnippet(edit.text, edit.selection);
  result.set(document.uri, [vscode.SnippetTextEdit.replace(toRange(document, edit), snippet)]);
  return result;
}

const NO_PLACE =
  'An image cannot go here. Place the cursor on a blank line, in an item, or after image: in the front matter.';

/** An image with its name on the page, and the file to create, if there is none yet. */
interface NamedFile {
  readonly name: string;
  readonly uri: vscode.Uri | undefined;
  readonly bytes: Uint8Array;
}

async function namedFiles(
  images: readonly PastedImage[],
  { path, day }: EntryContext,
  { place, uri: folder }: ImageFolder,
): Promise<NamedFile[]> {
  const taken = await fileNamesIn(folder);
  const baseName = imageBaseName({ ...day, path });
  return images.map(({ sitePath, bytes, extension }) => {
    if (sitePath !== undefined) return { name: nameOnSite(sitePath, place), uri: undefined, bytes };
    const name = freeImageName(baseName, extension, taken);
    taken.push(name);
    return { name, uri: vscode.Uri.joinPath(folder, name), bytes };
  });
}

/** The name alone for a file in the folder of the place, else the address from the root on. */
function nameOnSite(sitePath: string, { folder }: ImagePlace): string {
  const name = sitePath.slice(folder.length + 1);
  return sitePath.startsWith(`${folder}/`) && !name.includes('/') ? name : `/${sitePath}`;
}

/** The alternative text of each image, empty if it is left for later; undefined if the writer cancels. */
async function askForTexts(
  files: readonly NamedFile[],
  suggestion: string,
  token: vscode.CancellationToken,
): Promise<readonly string[] | undefined> {
  const texts: string[] = [];
  for (const [index, { name }] of files.entries()) {
    const count = files.length > 1 ? ` (${index + 1} of ${files.length})` : '';
    const text = await vscode.window.showInputBox(
      {
        title: `Insert Image ${name}${count}`,
        prompt: 'Describe the image for those who cannot see it. Empty: a TK reminds you to.',
        placeHolder: 'Alternative text',
        value: index === 0 ? suggestion : '',
        ignoreFocusOut: true,
      },
      token,
    );
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return texts;
}

/** An edit that does nothing, so that no other way to paste is taken either. */
function nothing(message?: string): vscode.WorkspaceEdit {
  if (message !== undefined) showWarning(message);
  return new vscode.WorkspaceEdit();
}

function toSnippet(text: string, { from, to }: { readonly from: number; readonly to: number }): vscode.SnippetString {
  const snippet = new vscode.SnippetString().appendText(text.slice(0, from));
  if (from === to) return snippet.appendTabstop(0).appendText(text.slice(to));
  return snippet.appendPlaceholder(text.slice(from, to), 1).appendText(text.slice(to)).appendTabstop(0);
}
