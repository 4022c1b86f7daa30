import * as vscode from 'vscode';
import type { TargetOptions } from '../../core/render/targets/pageParts.ts';
import type { Target } from '../../preview/protocol.ts';
import { showNotAnEntry } from '../documents/activeEntry.ts';
import { uriOf } from '../documents/commandTarget.ts';
import type { Services } from '../documents/services.ts';
import { showInfo, showWarning } from '../editor/notifications.ts';
import { pathBelow } from '../editor/uris.ts';
import { type Previews, rendering } from './previews.ts';

// Takes an entry out of the editor: in other forms, to the clipboard, to a browser.

interface ExportServices extends Pick<Services, 'entries' | 'newsrooms'> {
  readonly previews: Previews;
}

/** Lets the writer choose what the preview shows: the site's page, the e-mail or its plain text. */
export async function showPreviewAs(previews: Previews): Promise<void> {
  const preview = previews.active();
  if (!preview) {
    showInfo('This entry has no preview yet. Open one with Show Preview to the Side.');
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
  { target: 'email', label: 'E-mail', description: 'as a mail client shows the result of Copy as Rich Text' },
  { target: 'text', label: 'Plain Text', description: 'the plain-text part of a newsletter' },
];

/** Copies the entry for e-mail and newsletter tools: formatted, with its plain text as an alternative. */
export async function copyAsRichText(
  { entries, newsrooms, previews }: ExportServices,
  argument: unknown,
): Promise<void> {
  const document = await entryFor({ entries, previews }, argument);
  if (!document) return;
  const { renderRichText, renderPlainText } = await rendering();
  const entry = entries.entryOf(document);
  const options = await targetOptions({ entries, newsrooms, previews }, document);
  // Extensions can only write plain text to the clipboard, a page can write HTML.
  const preview = await previews.show(document, vscode.ViewColumn.Beside);
  const isCopied = await preview.copy(renderRichText(entry, options), renderPlainText(entry, options));
  if (isCopied) vscode.window.setStatusBarMessage('$(check) Copied the entry as rich text.', 4000);
  else
    showWarning('The entry could not be copied as rich text. Click in the preview and try again, or use Copy as HTML.');
}

/** Copies the HTML source, for tools that take HTML. */
export async function copyAsHtml({ entries, newsrooms, previews }: ExportServices, argument: unknown): Promise<void> {
  const document = await entryFor({ entries, previews }, argument);
  if (!document) return;
  const { renderRichText } = await rendering();
  await vscode.env.clipboard.writeText(
    renderRichText(entries.entryOf(document), await targetOptions({ entries, newsrooms, previews }, document)),
  );
  vscode.window.setStatusBarMessage('$(check) Copied the entry as HTML.', 4000);
}

/** Writes the page to a self-contained file and opens it in the system's browser. */
export async function openInBrowser(
  { entries, newsrooms, previews, storageUri }: ExportServices & { readonly storageUri: vscode.Uri },
  argument: unknown,
): Promise<void> {
  const document = await entryFor({ entries, previews }, argument);
  if (!document) return;
  if (storageUri.scheme !== 'file' || vscode.env.remoteName !== undefined || vscode.env.uiKind === vscode.UIKind.Web) {
    showInfo('This window runs on another machine, whose files your browser cannot open. Use Copy as HTML.');
    return;
  }
  const { renderPage } = await rendering();
  const html = renderPage(entries.entryOf(document), await targetOptions({ entries, newsrooms, previews }, document));
  const name = document.uri.path.replace(/^.*\/|\.\w+$/g, '');
  const file = vscode.Uri.joinPath(storageUri, 'pages', `${name}.html`);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(html));
  await vscode.env.openExternal(file);
}

/** The entry a command is for: the one passed to it, else that of the active preview, else the active one. */
async function entryFor(
  { entries, previews }: Pick<ExportServices, 'entries' | 'previews'>,
  argument: unknown,
): Promise<vscode.TextDocument | undefined> {
  const uri = uriOf(argument);
  const document =
    uri && uri.scheme !== 'webview-panel'
      ? await vscode.workspace.openTextDocument(uri)
      : (previews.active()?.document ?? vscode.window.activeTextEditor?.document);
  if (document && entries.isEntry(document)) return document;
  showNotAnEntry(document?.uri);
  return undefined;
}

async function targetOptions(
  { entries, newsrooms, previews }: Omit<ExportServices, 'storageUri'>,
  document: vscode.TextDocument,
): Promise<TargetOptions> {
  const root = newsrooms.rootOf(document.uri);
  if (!root) return {};
  const entry = entries.entryOf(document);
  const { pageValuesOf } = await rendering();
  const site = await previews.siteAt(root);
  await site.readLinkedPages(entry.text);
  const options = site.current();
  const pageValues = () => pageValuesOf(entry, pathBelow(root, document.uri), options.siteValues?.() ?? {});
  return { ...options, pageValues, zone: newsrooms.newsroomAt(root).zone() };
}
