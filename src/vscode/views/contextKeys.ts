import * as vscode from 'vscode';
import { FOLDERS, folderOf } from '../../core/files/paths.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { onDidChangeSettings, settingsFor } from '../newsrooms/settings.ts';

/**
 * Keeps the context keys by which the manifest shows commands and buttons where they apply: `daybook.isEntry` and, for an entry that
 * is not among the posts, `daybook.isDraft` for the active editor, and those of the explorer's menu.
 */
export function registerContext(entries: EntryDocuments, newsrooms: Newsrooms): vscode.Disposable {
  const tell = () => {
    const document = vscode.window.activeTextEditor?.document;
    const entry = document && entries.is(document) ? document : undefined;
    setContext('daybook.isEntry', entry !== undefined);
    setContext('daybook.isDraft', entry !== undefined && isDraft(entry.uri));
  };
  tell();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(tell),
    entries.onDidChange(tell),
    registerPlaces(newsrooms),
  );
}

/**
 * Keeps `daybook.draftPlaces` and `daybook.entryPlaces`: the folders that hold entries, and the files that are entries elsewhere, by their
 * paths. Where all folders have their usual names, `daybook.usualFolders`, a path tells by itself, before any entry has been read.
 */
function registerPlaces(newsrooms: Newsrooms): vscode.Disposable {
  let roots: readonly vscode.Uri[] = [];
  const tell = () => {
    const { drafts, others } = placesIn(roots, newsrooms);
    setContext('daybook.draftPlaces', drafts);
    setContext('daybook.entryPlaces', [...drafts, ...others]);
    setContext('daybook.usualFolders', roots.every(hasUsualFolders));
  };
  const look = async () => {
    roots = await newsrooms.roots();
    tell();
  };
  void look();
  return vscode.Disposable.from(
    newsrooms.onDidChange(tell),
    onDidChangeSettings(() => void look()),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void look()),
  );
}

function placesIn(
  roots: readonly vscode.Uri[],
  newsrooms: Newsrooms,
): { readonly drafts: readonly string[]; readonly others: readonly string[] } {
  const drafts = new Set<string>();
  const others = new Set<string>();
  for (const root of roots) {
    const { folders } = settingsFor(root);
    const below = (path: string) => namedBy(vscode.Uri.joinPath(root, path));
    drafts.add(below(folders.drafts));
    others.add(below(folders.posts));
    for (const { path } of newsrooms.known(root)?.days ?? []) {
      const folder = folderOf(path, folders);
      if (folder === 'entries') others.add(below(path));
      else (folder === 'drafts' ? drafts : others).add(below(path.slice(0, path.lastIndexOf('/'))));
    }
  }
  return { drafts: [...drafts], others: [...others] };
}

/** As the workbench names it: `resourcePath` and `resourceDirname`. */
function namedBy(uri: vscode.Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.path;
}

function hasUsualFolders(root: vscode.Uri): boolean {
  const { posts, drafts } = settingsFor(root).folders;
  return posts === FOLDERS.posts && drafts === FOLDERS.drafts;
}

function setContext(key: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', key, value);
}

function isDraft(uri: vscode.Uri): boolean {
  return folderOf(uri.path, settingsFor(uri).folders) !== 'posts';
}
