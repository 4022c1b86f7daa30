import * as vscode from 'vscode';
import { DEFAULT_FOLDERS } from '../../core/files/folders.ts';
import { entryFolderOf } from '../../core/files/paths.ts';
import type { Services } from '../documents/services.ts';
import { setContextKey } from '../editor/contextKey.ts';
import { onDidChangeSettings, settingsFor } from '../newsrooms/editorSettings.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';

/**
 * Maintains the context keys for `when` clauses in the manifest: `daybook.isEntry` and `daybook.isDraft` for the active editor
 * (an entry outside the posts counts as a draft), and the keys for the menu of the explorer.
 */
export function registerContextKeys({ entries, newsrooms }: Services): vscode.Disposable {
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    const isEntry = document !== undefined && entries.isEntry(document);
    setContextKey('daybook.isEntry', isEntry);
    setContextKey('daybook.isDraft', isEntry && isOutsidePosts(document.uri));
  };
  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    entries.onDidChange(update),
    registerNewsroomKeys(newsrooms),
  );
}

/**
 * Maintains `daybook.hasNewsroom`, without which the views are hidden, and the keys for the explorer: `daybook.draftPlaces` and
 * `daybook.entryPlaces`, the paths of folders that contain entries, and of entries in other folders. If all newsrooms use the default folder names (`daybook.usualFolders`), paths suffice to recognize an entry, even before
 * any has been read.
 */
function registerNewsroomKeys(newsrooms: Newsrooms): vscode.Disposable {
  let roots: readonly vscode.Uri[] = [];
  const update = () => {
    const { draftPaths, otherPaths } = entryPaths(roots, newsrooms);
    setContextKey('daybook.draftPlaces', draftPaths);
    setContextKey('daybook.entryPlaces', [...draftPaths, ...otherPaths]);
    setContextKey('daybook.usualFolders', roots.every(hasDefaultFolders));
  };
  const updateRoots = async () => {
    roots = await newsrooms.roots();
    setContextKey('daybook.hasNewsroom', roots.length > 0);
    update();
  };
  // The first entry makes a newsroom of a folder.
  const withEntries = new Set<string>();
  const updateRoot = (root: vscode.Uri) => {
    const key = root.toString();
    const isNew = !withEntries.has(key) && (newsrooms.newsroomIfOpen(root)?.days.length ?? 0) > 0;
    if (!isNew) return update();
    withEntries.add(key);
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
