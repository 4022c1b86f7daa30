import * as vscode from 'vscode';
import { type MovedPage, redirectLinks } from '../../core/compose/days/movedPage.ts';
import type { ChangedText } from '../editor/moveFile.ts';
import { slicer } from '../editor/timeSlice.ts';
import { currentText } from '../newsrooms/archiveSearch.ts';

// Links of other entries to one that gets another address.

/** An entry whose text holds what was looked for. */
export interface Holder {
  readonly path: string;
  readonly uri: vscode.Uri;
  readonly text: string;
}

/**
 * Those of the files at some paths whose texts hold one of some words, whatever their case; shows that it is looking. Undefined
 * where the writer would not wait.
 */
export async function filesWith(
  words: readonly string[],
  root: vscode.Uri,
  paths: readonly string[],
): Promise<readonly Holder[] | undefined> {
  if (words.length === 0) return [];
  const sought = new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'i');
  const location = vscode.ProgressLocation.Notification;
  const title = 'Looking for what leads to the entry';
  return vscode.window.withProgress({ location, title, cancellable: true }, async (_, token) => {
    const found: Holder[] = [];
    const pause = slicer();
    for (let at = 0; at < paths.length && !token.isCancellationRequested; at += AT_ONCE) {
      const some = await Promise.all(paths.slice(at, at + AT_ONCE).map((path) => holderAt(root, path)));
      found.push(...some.filter(({ text }) => sought.test(text)));
      await pause();
    }
    return token.isCancellationRequested ? undefined : found;
  });
}

/** So many files are read side by side. */
const AT_ONCE = 16;

async function holderAt(root: vscode.Uri, path: string): Promise<Holder> {
  const uri = vscode.Uri.joinPath(root, path);
  return { path, uri, text: (await currentText(uri)) ?? '' };
}

/**
 * The links of some entries to a page, led to its new place, where the writer wants that; none where not. Undefined where the
 * writer would rather do nothing at all.
 */
export async function askForLinks(
  holders: readonly Holder[],
  page: MovedPage,
  siteUrl: string | undefined,
): Promise<readonly ChangedText[] | undefined> {
  const linking = holders
    .map((holder) => ({ ...holder, edits: redirectLinks(holder.text, page, siteUrl) }))
    .filter(({ edits }) => edits.length > 0);
  const links = linking.reduce((count, { edits }) => count + edits.length, 0);
  if (links === 0) return [];
  const isOne = links === 1;
  const change = {
    label: `$(check) Change the ${isOne ? 'Link' : 'Links'} Too`,
    description: `${page.from}/ → ${page.to}/`,
  };
  const leave = {
    label: `$(circle-slash) Leave ${isOne ? 'It as It Is' : 'Them as They Are'}`,
    description: `${isOne ? 'It' : 'They'} will lead nowhere`,
  };
  const separator = { label: isOne ? 'It stands in' : 'They stand in', kind: vscode.QuickPickItemKind.Separator };
  const places = linking.map(({ path, uri, edits }) => ({
    label: path,
    description: counted(edits.length, 'link'),
    uri,
  }));
  const picked: { readonly label: string; readonly uri?: vscode.Uri } | undefined = await vscode.window.showQuickPick(
    [change, leave, separator, ...places],
    { title: `${counted(links, 'link')} in other entries lead${isOne ? 's' : ''} to this one` },
  );
  if (picked?.uri) await vscode.window.showTextDocument(picked.uri);
  if (picked === leave) return [];
  return picked === change ? linking : undefined;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
