import * as vscode from 'vscode';
import type { PageState, ShownState, Target } from '../../preview/protocol.ts';
import type { Services } from '../documents/services.ts';
import { setContextKey } from '../editor/contextKey.ts';
import { statFile } from '../editor/fileSystem.ts';
import { lazyChunk } from '../editor/lazyChunk.ts';
import { hasTab, onDidChangeTabbedFiles } from '../editor/openDocuments.ts';
import type { Preview, Site } from './preview.ts';
import type { OpenSite } from './previewSite.ts';
import { VIEW_TYPE } from './viewType.ts';

/** Everything that renders Markdown: loaded with the first preview. */
export const rendering = lazyChunk(() => import('./rendering.ts'));

/** The open previews. At most one follows the active entry; the others are locked to theirs. */
export interface Previews extends vscode.Disposable {
  /** Shows an entry, in an open preview if possible, else in a new one in that column. */
  show(document: vscode.TextDocument, column: vscode.ViewColumn): Promise<Preview>;
  /** The preview that has the focus, else the one that shows the active entry. */
  active(): Preview | undefined;
  /** What rendering needs to know about the site of a newsroom. */
  siteAt(root: vscode.Uri): Promise<OpenSite>;
  /** Restores a panel of the last session. */
  restore(panel: vscode.WebviewPanel, state: Partial<PageState> | undefined): Promise<void>;
}

export function openPreviews(services: Services, extensionUri: vscode.Uri): Previews {
  const { entries, newsrooms } = services;
  const previews = new Set<Preview>();
  let opening: Promise<Preview> | undefined;
  const siteFor = async (document: vscode.TextDocument): Promise<Site> => {
    const { createUpdates } = await rendering();
    const root = newsrooms.rootOf(document.uri);
    const site = root && (await siteAt(root));
    return { root, address: site?.current() ?? {}, updates: createUpdates(site?.current) };
  };
  const sites = new Map<string, OpenSite>();
  const siteAt = async (root: vscode.Uri): Promise<OpenSite> => {
    const { openSite } = await rendering();
    await newsrooms.siteAddressOf(root); // the configuration has been read
    const key = root.toString();
    let site = sites.get(key);
    if (!site) {
      site = openSite(root, newsrooms);
      site.onDidChange(() => {
        for (const preview of previews) preview.update();
      });
      sites.set(key, site);
    }
    return site;
  };
  const createPreview = async (panel: vscode.WebviewPanel, document: vscode.TextDocument, state: ShownState) => {
    const { Preview } = await rendering();
    const site = await siteFor(document);
    const preview = new Preview(panel, document, state, site, {
      services,
      extensionUri,
      onDidChangeState: setContext,
    });
    previews.add(preview);
    setContext();
    panel.onDidDispose(() => {
      previews.delete(preview);
      setContext();
    });
    return preview;
  };
  const previewsOf = (uri: vscode.Uri) => [...previews].filter(({ shown }) => shown.uri === uri.toString());
  const previewOf = (uri: vscode.Uri): Preview | undefined => previewsOf(uri)[0];
  const setContext = () => {
    const active = [...previews].find(({ isActive }) => isActive);
    setContextKey('daybook.previewLocked', active?.shown.locked === true);
  };
  const showInPreview = async (preview: Preview, document: vscode.TextDocument) => {
    preview.show(document, await siteFor(document));
  };
  const followEditor = (editor: vscode.TextEditor | undefined) => {
    if (!editor || !entries.isEntry(editor.document) || previewOf(editor.document.uri)) return;
    const unlocked = [...previews].find(({ shown }) => !shown.locked);
    if (unlocked) void showInPreview(unlocked, editor.document);
  };
  const followRename = async ({ files }: vscode.FileRenameEvent) => {
    for (const { oldUri, newUri } of files) {
      for (const preview of previewsOf(oldUri)) {
        await showInPreview(preview, await vscode.workspace.openTextDocument(newUri));
      }
    }
  };
  /** An entry is gone if its file is, and no tab still has its text. */
  const checkGone = async (uri: vscode.Uri) => {
    if (!previewOf(uri)) return;
    const isGone = !(await statFile(uri)) && !hasTab(uri);
    for (const preview of previewsOf(uri)) preview.setGone(isGone);
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.{markdown,md}', false, true, false);
  const open = async (document: vscode.TextDocument, column: vscode.ViewColumn): Promise<Preview> => {
    const existing = previewOf(document.uri) ?? [...previews].find(({ shown }) => !shown.locked);
    if (existing) {
      if (existing.shown.uri !== document.uri.toString()) await showInPreview(existing, document);
      existing.reveal();
      return existing;
    }
    const showOptions = { viewColumn: column, preserveFocus: column === vscode.ViewColumn.Beside };
    const panel = vscode.window.createWebviewPanel(VIEW_TYPE, 'Preview', showOptions, { enableScripts: true });
    try {
      return await createPreview(panel, document, { uri: document.uri.toString(), target: 'site', locked: false });
    } catch (error) {
      panel.dispose();
      throw error;
    }
  };
  const subscriptions = [
    vscode.window.onDidChangeActiveTextEditor(followEditor),
    vscode.workspace.onDidRenameFiles((event) => void followRename(event)),
    watcher,
    watcher.onDidCreate((uri) => void checkGone(uri)),
    watcher.onDidDelete((uri) => void checkGone(uri)),
    onDidChangeTabbedFiles(
      (uri) => void checkGone(uri),
      (uri) => void checkGone(uri),
    ),
  ];
  return {
    show(document, column) {
      // One after the other: the button was pressed twice.
      opening = Promise.resolve(opening?.catch(() => undefined)).then(() => open(document, column));
      return opening;
    },
    active() {
      const uri = vscode.window.activeTextEditor?.document.uri;
      return [...previews].find(({ isActive }) => isActive) ?? (uri && previewOf(uri));
    },
    siteAt,
    async restore(panel, state) {
      try {
        const { uri, target, locked } = state ?? {};
        if (uri === undefined) throw new Error('the state has no entry');
        const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
        await createPreview(panel, document, { uri, target: readTarget(target), locked: locked === true });
      } catch {
        panel.dispose(); // the entry is gone
      }
    },
    dispose() {
      for (const subscription of [...subscriptions, ...sites.values()]) subscription.dispose();
      for (const preview of [...previews]) preview.dispose();
    },
  };
}

function readTarget(value: unknown): Target {
  return value === 'email' || value === 'text' ? value : 'site';
}
