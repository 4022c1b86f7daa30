import * as vscode from 'vscode';
import type { PageState } from '../../preview/protocol.ts';
import type { Entries } from '../entries.ts';
import type { Newsrooms } from '../newsrooms.ts';
import { Preview, VIEW_TYPE } from './preview.ts';

/** The previews that are open, one an entry. */
export interface Previews extends vscode.Disposable {
  /** Shows the entry's preview in that column, or brings the one there is to the front. */
  show(document: vscode.TextDocument, column: vscode.ViewColumn): Promise<void>;
}

export function openPreviews(entries: Entries, newsrooms: Newsrooms, extensionUri: vscode.Uri): Previews {
  const previews = new Map<string, Preview>();
  const opening = new Set<string>();
  const adopt = async (panel: vscode.WebviewPanel, document: vscode.TextDocument) => {
    const key = document.uri.toString();
    // markdown-it and all around it are loaded with the first preview, not with the editor.
    const { createBlockRenderer } = await import('../../core/render/body.ts');
    const { quietTweet, markedLiquid } = await import('../../core/render/liquid.ts');
    const root = newsrooms.rootOf(document.uri);
    const siteUrl = root && (await newsrooms.siteUrl(root));
    const render = createBlockRenderer({
      tweet: quietTweet,
      unknown: markedLiquid,
      ...(siteUrl === undefined ? {} : { siteUrl }),
    });
    const preview = new Preview(panel, document, { entries, extensionUri, render });
    previews.set(key, preview);
    panel.onDidDispose(() => previews.delete(key));
  };
  const serializer = vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
    async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: PageState | undefined) {
      try {
        if (!state) throw new Error('nothing is known of the entry');
        await adopt(panel, await vscode.workspace.openTextDocument(vscode.Uri.parse(state.uri, true)));
      } catch {
        panel.dispose(); // the entry is gone, and a page without one shows nothing
      }
    },
  });
  return {
    async show(document, column) {
      const key = document.uri.toString();
      const open = previews.get(key);
      if (open) {
        open.reveal();
        return;
      }
      if (opening.has(key)) return; // pressed twice
      opening.add(key);
      const beside = { viewColumn: column, preserveFocus: column === vscode.ViewColumn.Beside };
      await adopt(
        vscode.window.createWebviewPanel(VIEW_TYPE, 'Preview', beside, { enableScripts: true }),
        document,
      ).finally(() => opening.delete(key));
    },
    dispose() {
      serializer.dispose();
      for (const preview of [...previews.values()]) preview.dispose();
    },
  };
}
