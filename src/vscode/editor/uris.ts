import type * as vscode from 'vscode';

/** The path of `uri` below the folder `root`, with `/`: `_posts/2020-01-05-day-1081.markdown`. */
export function pathBelow(root: vscode.Uri, { path }: vscode.Uri): string {
  return path.slice(root.path.replace(/\/$/, '').length + 1);
}

/** The folder that contains `uri`. The root of the file system contains itself. */
export function parentFolder(uri: vscode.Uri): vscode.Uri {
  return uri.with({ path: uri.path.slice(0, Math.max(0, uri.path.lastIndexOf('/'))) || '/', query: '', fragment: '' });
}

/** The folders above `uri`, nearest first, without the root of the file system. */
export function foldersAbove(uri: vscode.Uri): vscode.Uri[] {
  const folders: vscode.Uri[] = [];
  for (let folder = parentFolder(uri); folder.path.length > 1; folder = parentFolder(folder)) folders.push(folder);
  return folders;
}
