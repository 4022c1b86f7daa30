import * as vscode from 'vscode';
import { shortNamesOf } from '../../core/files/shortNames.ts';

/** What newsrooms are called in views and lists: by their folders' names, with as many of the folders above as tell them apart. */
export function rootNames(roots: readonly vscode.Uri[]): string[] {
  const shortNames = shortNamesOf(roots.map(({ path }) => path));
  return roots.map((root, index) => givenNameOf(root) ?? (shortNames[index] || root.toString(true)));
}

/** The name of a workspace folder, if somebody has given it one that is not its folder's. */
function givenNameOf(root: vscode.Uri): string | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(root);
  if (!folder || folder.uri.toString() !== root.toString()) return undefined;
  return root.path.endsWith(`/${folder.name}`) ? undefined : folder.name;
}
