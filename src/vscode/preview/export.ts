import * as vscode from 'vscode';
import type { Target } from '../../preview/protocol.ts';
import { warnOfNoEntry } from '../documents/activeEntry.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { showInfo, showWarning } from '../editor/notifications.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { type Previews, rendering } from './previews.ts';

// An entry on its way out of the editor: in other forms, onto the clipboard, into a browser.

interface Parts {
  readonly entries: EntryDocuments;
  readonly newsrooms: Newsrooms;
  readonly previews: Previews;
}

/** Has the writer choose what the preview shows: the site's page, the e-mail, its plain text. */
export async function showPreviewAs(previews: Previews): Promise<void> {
  const preview = previews.chosen();
  if (!preview) {
    showInfo('There is no preview of this entry yet: Show Preview to the Side opens one.');
    return;
  }
  const items = TARGETS.map((item) => ({ ...item, picked: item.target === preview.shown.target }));
  const quickPick = vscode.window.createQuickPick<(typeof items)[number]>();
  quickPick.title = 'Show Preview As';
  quickPick.items = items;
  quickPick.activeItems = items.filter(({ picked }) => picked);
  quickPick.onDidAccept(() => {
    const [chosen] = quickPick.selectedItems;
    if (chosen) preview.change({ target: chosen.target });
    quickPick.hide();
  });
  quickPick.onDidHide(() => quickPick.dispose());
  quickPick.show();
}

const TARGETS: readonly (vscode.QuickPickItem & { readonly target: Target })[] = [
  { target: 'site', label: 'Site', description: 'the page, with problems underlined' },
  { target: 'email', label: 'E-mail', description: 'as a mail client shows what Copy as Rich Text gives it' },
  { target: 'text', label: 'Plain Text', description: 'the part of a newsletter without HTML' },
];

/** For a mail client or a newsletter tool: the entry with its type and its links, and its plain text for those that take none. */
export async function copyAsRichText({ entries, newsrooms, previews }: Parts, given: unknown): Promise<void> {
  const document = await entryFor({ entries, previews }, given);
  if (!document) return;
  const { renderRichText, renderText } = await rendering();
  const entry = entries.entry(document);
  const options = await targetOptions(newsrooms, document);
  // Extensions may write text alone to the clipboard; a page may write more.
  const preview = await previews.show(document, vscode.ViewColumn.Beside);
  const isCopied = await preview.copy(renderRichText(entry, options), renderText(entry, options));
  if (isCopied) vscode.window.setStatusBarMessage('$(check) The entry is on the clipboard as rich text.', 4000);
  else showWarning('The clipboard did not take rich text. Click into the preview and try again, or use Copy as HTML.');
}

/** The source of the same, for tools with a box for HTML. */
export async function copyAsHtml({ entries, newsrooms, previews }: Parts, given: unknown): Promise<void> {
  const document = await entryFor({ entries, previews }, given);
  if (!document) return;
  const { renderRichText } = await rendering();
  await vscode.env.clipboard.writeText(
    renderRichText(entries.entry(document), await targetOptions(newsrooms, document)),
  );
  vscode.window.setStatusBarMessage('$(check) The entry is on the clipboard as HTML.', 4000);
}

/** Writes the page as one file that needs nothing else, and opens that where the system opens pages. */
export async function openInBrowser(
  { entries, newsrooms, previews, storage }: Parts & { readonly storage: vscode.Uri },
  given: unknown,
): Promise<void> {
  const document = await entryFor({ entries, previews }, given);
  if (!document) return;
  if (storage.scheme !== 'file' || vscode.env.remoteName !== undefined || vscode.env.uiKind === vscode.UIKind.Web) {
    showInfo('Your browser cannot reach files of this window, which runs on another machine. Use Copy as HTML.');
    return;
  }
  const { renderPage } = await rendering();
  const html = renderPage(entries.entry(document), await targetOptions(newsrooms, document));
  const name = document.uri.path.replace(/^.*\/|\.\w+$/g, '');
  const file = vscode.Uri.joinPath(storage, 'pages', `${name}.html`);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(html));
  await vscode.env.openExternal(file);
}

/** The entry that a command is about: the one it was given, that of the active preview, or the active one. */
async function entryFor(
  { entries, previews }: Pick<Parts, 'entries' | 'previews'>,
  given: unknown,
): Promise<vscode.TextDocument | undefined> {
  const document =
    given instanceof vscode.Uri && given.scheme !== 'webview-panel'
      ? await vscode.workspace.openTextDocument(given)
      : (previews.chosen()?.document ?? vscode.window.activeTextEditor?.document);
  if (document && entries.is(document)) return document;
  warnOfNoEntry(document?.uri);
  return undefined;
}

async function targetOptions(newsrooms: Newsrooms, { uri }: vscode.TextDocument) {
  const root = newsrooms.rootOf(uri);
  const siteUrl = root && (await newsrooms.siteUrl(root));
  return { ...(siteUrl !== undefined && { siteUrl }), ...(root && { zone: newsrooms.at(root).zone() }) };
}
