import * as vscode from 'vscode';
import { folderNamesIn } from '../editor/fileSystem.ts';
import { hasNewsroomFile, settingsFor, settingsRead } from './editorSettings.ts';

// Recognizes newsrooms by the names of their folders.

/** The folder that contains the folder of posts or drafts in which a file lies, at any depth; undefined if it lies in neither. */
export function rootFromFolderNames(uri: vscode.Uri): vscode.Uri | undefined {
  const { posts, drafts } = settingsFor(uri).folders;
  const names = uri.path.split('/');
  const index = Math.max(names.lastIndexOf(posts, -2), names.lastIndexOf(drafts, -2));
  return index < 1 ? undefined : uri.with({ path: names.slice(0, index).join('/') || '/', query: '', fragment: '' });
}

/** Whether a document may be an entry. Where settings list entries by globs, any Markdown file may be one. */
export function mayBeEntry({ languageId, uri }: vscode.TextDocument): boolean {
  if (languageId !== 'markdown') return false;
  return rootFromFolderNames(uri) !== undefined || settingsFor(uri).folders.entries.length > 0;
}

/** The roots of newsrooms in the workspace: its folders, or else folders directly in them, that contain posts, drafts or entries. */
export async function findRoots(): Promise<vscode.Uri[]> {
  await settingsRead();
  const roots: vscode.Uri[] = [];
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const subfolders = await folderNamesIn(uri);
    if (isRoot(uri, subfolders)) roots.push(uri);
    else {
      for (const name of subfolders.filter((folder) => !folder.startsWith('.') && folder !== 'node_modules')) {
        const subfolder = vscode.Uri.joinPath(uri, name);
        if (isRoot(subfolder, await folderNamesIn(subfolder))) roots.push(subfolder);
      }
    }
  }
  return roots;
}

export function isWorkspaceFolder(folder: vscode.Uri): boolean {
  const key = folder.toString();
  return vscode.workspace.workspaceFolders?.some(({ uri }) => uri.toString() === key) ?? false;
}

function isRoot(folder: vscode.Uri, subfolders: readonly string[]): boolean {
  const { posts, drafts, entries } = settingsFor(folder).folders;
  return subfolders.includes(posts) || subfolders.includes(drafts) || (entries.length > 0 && hasNewsroomFile(folder));
}
