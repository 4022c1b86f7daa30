import * as vscode from 'vscode';
import { DEFAULT_FOLDERS } from '../../core/files/folders.ts';
import { entryFolderOf } from '../../core/files/paths.ts';
import type { Services } from '../documents/services.ts';
import { setContextKey } from '../editor/contextKey.ts';
import { onDidChangeSettings, settingsFor } from '../newsrooms/editorSettings.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';

/**
 * Maintains the context keys for `when` clauses in the manifest: `daybook.isEntry` and `daybook.isDraft` for the active editor
 * (an entry outside the posts counts as a draft), `daybook.isPublished`, and the keys for the menu of the explorer.
 */
export function registerContextKeys({ entries, newsrooms }: Services): vscode.Disposable {
  const hideMarkdownPreview = markdownPreviewKey();
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    const isEntry = document !== undefined && entries.isEntry(document);
    if (document) hideMarkdownPreview(isEntry);
    setContextKey('daybook.isEntry', isEntry);
    setContextKey('daybook.isDraft', isEntry && isOutsidePosts(document.uri));
    setContextKey('daybook.isPublished', isEntry && entries.contextOf(document)?.stage === 'published');
  };
  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    entries.onDidChange(update),
    registerNewsroomKeys(newsrooms),
  );
}

/**
 * Returns a function that maintains VS Code's own key for extensions with a preview of their own: it hides the buttons of the Markdown
 * preview. It is for all editors, and another extension may have set it, so it is touched only where an entry comes or goes.
 */
function markdownPreviewKey(): (isHidden: boolean) => void {
  let isSet = false;
  return (isHidden) => {
    if (isHidden === isSet) return;
    isSet = isHidden;
    setContextKey('hasCustomMarkdownPreview', isHidden);
  };
}

/**
 * Maintains `daybook.hasNewsroom`, without which the views are hidden, `daybook.isOff`, and the keys for the explorer: `daybook.draftPlaces` and
 * `daybook.entryPlaces`, the paths of folders that contain entries, and of entries in other folders. If all newsrooms use the default folder names (`daybook.usualFolders`), paths suffice to recognize an entry, even before
 * any has been read.
 */
function registerNewsroomKeys(newsrooms: Newsrooms): vscode.Disposable {
  let roots: readonly vscode.Uri[] = [];
  const update = () => {
    const { draftPaths, otherPaths } = entryPaths(roots, newsrooms);
    setContextKey('daybook.draftPlaces', draftPaths);
    setContextKey('daybook.entryPlaces', [...draftPaths, ...otherPaths]);
    setContextKey('daybook.usualFolders', !isAnyOff && roots.every(hasDefaultFolders));
  };
  let isAnyOff = false;
  let updates = 0;
  const updateRoots = async () => {
    updates++;
    const current = updates;
    const { on, off } = await newsrooms.rootsByState();
    if (current !== updates) return; // a later one has been faster
    roots = on;
    isAnyOff = off.length > 0;
    setContextKey('daybook.hasNewsroom', on.length > 0);
    setContextKey('daybook.isOff', isAnyOff);
    update();
  };
  // The first entry makes a newsroom of a folder, and entries can turn Daybook on.
  const states = new Map<string, string>();
  const updateRoot = (root: vscode.Uri) => {
    const hasEntries = (newsrooms.newsroomIfOpen(root)?.days.length ?? 0) > 0;
    const state = `${hasEntries} ${newsrooms.isOn(root)}`;
    if (states.get(root.toString()) === state) return update();
    states.set(root.toString(), state);
    void updateRoots();
  };
  void updateRoots();
  return vscode.Disposable.from(
    newsrooms.onDidChange(updateRoot),
    onDidChangeSettings(() => void updateRoots()),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void updateRoots()),
  );
}

function entryPaths(
  roots: readonly vscode.Uri[],
  newsrooms: Newsrooms,
): { readonly draftPaths: readonly string[]; readonly otherPaths: readonly string[] } {
  const draftPaths = new Set<string>();
  const otherPaths = new Set<string>();
  for (const root of roots) {
    const { folders } = settingsFor(root);
    const resourcePath = (path: string) => resourcePathOf(vscode.Uri.joinPath(root, path));
    draftPaths.add(resourcePath(folders.drafts));
    otherPaths.add(resourcePath(folders.posts));
    for (const { path } of newsrooms.newsroomIfOpen(root)?.days ?? []) {
      const folder = entryFolderOf(path, folders);
      if (folder === 'entries') otherPaths.add(resourcePath(path));
      else {
        const paths = folder === 'drafts' ? draftPaths : otherPaths;
        paths.add(resourcePath(path.slice(0, path.lastIndexOf('/'))));
      }
    }
  }
  return { draftPaths: [...draftPaths], otherPaths: [...otherPaths] };
}

/** A path as the editor's own context keys `resourcePath` and `resourceDirname` have it. */
function resourcePathOf(uri: vscode.Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.path;
}

function hasDefaultFolders(root: vscode.Uri): boolean {
  const { posts, drafts } = settingsFor(root).folders;
  return posts === DEFAULT_FOLDERS.posts && drafts === DEFAULT_FOLDERS.drafts;
}

function isOutsidePosts(uri: vscode.Uri): boolean {
  return entryFolderOf(uri.path, settingsFor(uri).folders) !== 'posts';
}
