import * as vscode from 'vscode';
import { foldersIn } from '../editor/fileSystem.ts';
import { hasNewsroomFile, settingsFor, settingsRead } from './settings.ts';

// Where newsrooms are, as the names of folders tell.

/** The folder that holds the folder of posts or drafts in which a file lies. */
export function rootByFolder(uri: vscode.Uri): vscode.Uri | undefined {
  const { posts, drafts } = settingsFor(uri).folders;
  const parts = uri.path.split('/');
  const at = Math.max(parts.lastIndexOf(posts, -2), parts.lastIndexOf(drafts, -2));
  return at < 1 ? undefined : uri.with({ path: parts.slice(0, at).join('/') || '/', query: '', fragment: '' });
}

/** Whether a document may be an entry: where settings name entries by globs, any Markdown may. */
export function mayBeEntry({ languageId, uri }: vscode.TextDocument): boolean {
  if (languageId !== 'markdown') return false;
  return rootByFolder(uri) !== undefined || settingsFor(uri).folders.entries.length > 0;
}

/** The roots in the workspace: its folders, and folders one level below them, that hold posts, drafts or other entries. */
export async function rootsInWorkspace(): Promise<vscode.Uri[]> {
  await settingsRead();
  const found: vscode.Uri[] = [];
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const inside = await foldersIn(uri);
    if (isRoot(uri, inside)) found.push(uri);
    else {
      for (const name of inside.filter((folder) => !folder.startsWith('.') && folder !== 'node_modules')) {
        const below = vscode.Uri.joinPath(uri, name);
        if (isRoot(below, await foldersIn(below))) found.push(below);
      }
    }
  }
  return found;
}

function isRoot(folder: vscode.Uri, inside: readonly string[]): boolean {
  const { posts, drafts, entries } = settingsFor(folder).folders;
  return inside.includes(posts) || inside.includes(drafts) || (entries.length > 0 && hasNewsroomFile(folder));
}
