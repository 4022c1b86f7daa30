import * as vscode from 'vscode';
import type { PageState, ShownState, Target } from '../../preview/protocol.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { lazyChunk } from '../editor/lazyChunk.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import type { Preview, Site } from './preview.ts';
import { VIEW_TYPE } from './viewType.ts';

/** markdown-it and all around it: loaded with the first preview, not with the editor. */
export const rendering = lazyChunk(() => import('./rendering.ts'));

/** The previews that are open: at most one follows the entry that is written in, the others are locked to theirs. */
export interface Previews extends vscode.Disposable {
  /** Shows the entry in that column, or in a preview that is open already. */
  show(document: vscode.TextDocument, column: vscode.ViewColumn): Promise<Preview>;
  /** The one that has the focus, else the one that shows the active entry. */
  chosen(): Preview | undefined;
  /** Makes a panel of the last session show its entry again. */
  restore(panel: vscode.WebviewPanel, state: Partial<PageState> | undefined): Promise<void>;
}

export function openPreviews(entries: EntryDocuments, newsrooms: Newsrooms, extensionUri: vscode.Uri): Previews {
  const previews = new Set<Preview>();
  let opening: Promise<Preview> | undefined;
  const siteFor = async (document: vscode.TextDocument): Promise<Site> => {
    const { createUpdates } = await rendering();
    const root = newsrooms.rootOf(document.uri);
    const siteUrl = root && (await newsrooms.siteUrl(root));
    return { root, siteUrl, updates: createUpdates(siteUrl) };
  };
  const adopt = async (panel: vscode.WebviewPanel, document: vscode.TextDocument, state: ShownState) => {
    const { Preview } = await rendering();
    const site = await siteFor(document);
    const preview = new Preview(panel, document, state, site, { entries, newsrooms, extensionUri, changed: tell });
    previews.add(preview);
    panel.onDidDispose(() => {
      previews.delete(preview);
      tell();
    });
    return preview;
  };
  const shownIn = (uri: vscode.Uri) => [...previews].find(({ shown }) => shown.uri === uri.toString());
  const tell = () => {
    const active = [...previews].find(({ isActive }) => isActive);
    void vscode.commands.executeCommand('setContext', 'daybook.previewLocked', active?.shown.locked === true);
  };
  const turnTo = async (preview: Preview, document: vscode.TextDocument) => {
    preview.show(document, await siteFor(document));
  };
  const follow = (editor: vscode.TextEditor | undefined) => {
    if (!editor || !entries.is(editor.document) || shownIn(editor.document.uri)) return;
    const free = [...previews].find(({ shown }) => !shown.locked);
    if (free) void turnTo(free, editor.document);
  };
  const moved = async ({ files }: vscode.FileRenameEvent) => {
    for (const { oldUri, newUri } of files) {
      const preview = shownIn(oldUri);
      if (preview) await turnTo(preview, await vscode.workspace.openTextDocument(newUri));
    }
  };
  const open = async (document: vscode.TextDocument, column: vscode.ViewColumn): Promise<Preview> => {
    const there = shownIn(document.uri) ?? [...previews].find(({ shown }) => !shown.locked);
    if (there) {
      if (there.shown.uri !== document.uri.toString()) await turnTo(there, document);
      there.reveal();
      return there;
    }
    const beside = { viewColumn: column, preserveFocus: column === vscode.ViewColumn.Beside };
    const panel = vscode.window.createWebviewPanel(VIEW_TYPE, 'Preview', beside, { enableScripts: true });
    try {
      return await adopt(panel, document, { uri: document.uri.toString(), target: 'site', locked: false });
    } catch (error) {
      panel.dispose();
      throw error;
    }
  };
  const subscriptions = [
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.workspace.onDidRenameFiles((event) => void moved(event)),
  ];
  return {
    async show(document, column) {
      await opening?.catch(() => undefined); // pressed twice
      opening = open(document, column);
      return opening;
    },
    chosen() {
      const uri = vscode.window.activeTextEditor?.document.uri;
      return [...previews].find(({ isActive }) => isActive) ?? (uri && shownIn(uri));
    },
    async restore(panel, state) {
      try {
        const { uri, target, locked } = state ?? {};
        if (uri === undefined) throw new Error('nothing is known of the entry');
        const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
        await adopt(panel, document, { uri, target: targetIn(target), locked: locked === true });
      } catch {
        panel.dispose(); // the entry is gone, and a page without one shows nothing
      }
    },
    dispose() {
      for (const subscription of subscriptions) subscription.dispose();
      for (const preview of [...previews]) preview.dispose();
    },
  };
}

function targetIn(value: unknown): Target {
  return value === 'email' || value === 'text' ? value : 'site';
}
