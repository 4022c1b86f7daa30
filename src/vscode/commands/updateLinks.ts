import * as vscode from 'vscode';
import { type MovedPage, redirectLinks } from '../../core/compose/days/movedPage.ts';
import { escapeIcons } from '../../core/text/escapeMarkup.ts';
import { escapeRegExp } from '../../core/text/escapeRegExp.ts';
import { plural } from '../../core/text/plural.ts';
import type { ChangedText } from '../editor/moveFile.ts';
import { currentText } from '../editor/openDocuments.ts';
import { createTimeSlicer } from '../editor/timeSlice.ts';

// Finds and changes links in other entries to an entry whose address changes.

export interface FileText {
  /** The path below the root of the newsroom. */
  readonly path: string;
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** Reads files, with progress, and returns those that contain any of the words, whatever their case; undefined if cancelled. */
export async function findFilesContaining(
  words: readonly string[],
  root: vscode.Uri,
  paths: readonly string[],
): Promise<readonly FileText[] | undefined> {
  if (words.length === 0) return [];
  const pattern = new RegExp(words.map(escapeRegExp).join('|'), 'i');
  const location = vscode.ProgressLocation.Notification;
  const title = 'Searching for links to the entry';
  return vscode.window.withProgress({ location, title, cancellable: true }, async (_, token) => {
    const matches: FileText[] = [];
    const pause = createTimeSlicer();
    for (let start = 0; start < paths.length && !token.isCancellationRequested; start += FILES_PER_BATCH) {
      const batch = paths.slice(start, start + FILES_PER_BATCH);
      const files = await Promise.all(batch.map((path) => readFile(root, path)));
      matches.push(...files.filter(({ text }) => pattern.test(text)));
      await pause();
    }
    return token.isCancellationRequested ? undefined : matches;
  });
}

const FILES_PER_BATCH = 16;

async function readFile(root: vscode.Uri, path: string): Promise<FileText> {
  const uri = vscode.Uri.joinPath(root, path);
  return { path, uri, text: (await currentText(uri)) ?? '' };
}

/**
 * Asks whether links to a moved page should follow it. Returns the changes to make, none if the links should stay, or undefined if
 * the writer cancels or opens one of the files instead.
 */
export async function confirmLinkUpdates(
  files: readonly FileText[],
  page: MovedPage,
  siteUrl: string | undefined,
): Promise<readonly ChangedText[] | undefined> {
  const filesWithLinks = files
    .map((file) => ({ ...file, edits: redirectLinks(file.text, page, siteUrl) }))
    .filter(({ edits }) => edits.length > 0);
  const linkCount = filesWithLinks.reduce((count, { edits }) => count + edits.length, 0);
  if (linkCount === 0) return [];
  const isOne = linkCount === 1;
  const updateItem = {
    label: `$(check) Update the ${isOne ? 'Link' : 'Links'}`,
    description: `${page.from}/ → ${page.to}/`,
  };
  const keepItem = {
    label: `$(circle-slash) Leave the ${isOne ? 'Link' : 'Links'} Unchanged`,
    description: `${isOne ? 'it' : 'they'} will be broken`,
  };
  const separator = { label: 'Linked from', kind: vscode.QuickPickItemKind.Separator };
  const fileItems = filesWithLinks.map(({ path, uri, edits }) => ({
    label: escapeIcons(path),
    description: plural(edits.length, 'link'),
    uri,
  }));
  const picked: { readonly label: string; readonly uri?: vscode.Uri } | undefined = await vscode.window.showQuickPick(
    [updateItem, keepItem, separator, ...fileItems],
    { title: `${plural(linkCount, 'link')} in other entries ${isOne ? 'leads' : 'lead'} to this one` },
  );
  if (picked?.uri) await vscode.window.showTextDocument(picked.uri);
  if (picked === keepItem) return [];
  return picked === updateItem ? filesWithLinks : undefined;
}
