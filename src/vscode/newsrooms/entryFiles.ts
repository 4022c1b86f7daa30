import * as vscode from 'vscode';
import { foldersOf } from '../../core/files/globs.ts';
import { type Folders, folderOf, isMarkdown } from '../../core/files/paths.ts';
import { itemsIn } from '../editor/fileSystem.ts';

// Which files of a newsroom are its entries.

/** The entries of a newsroom, each once: those in its two folders, then those that its settings name beside them. */
export async function entriesBelow(
  root: vscode.Uri,
  folders: Folders,
  pause: () => Promise<void>,
): Promise<readonly vscode.Uri[]> {
  const found = new Map<string, vscode.Uri>();
  for (const folder of [folders.posts, folders.drafts]) {
    for (const uri of await markdownBelow(vscode.Uri.joinPath(root, folder), pause)) found.set(uri.path, uri);
  }
  const start = root.path.replace(/\/$/, '').length + 1;
  for (const folder of foldersOf(folders.entries)) {
    for (const uri of await markdownBelow(vscode.Uri.joinPath(root, folder), pause, isOthers)) {
      if (folderOf(uri.path.slice(start), folders) === 'entries') found.set(uri.path, uri);
    }
  }
  return [...found.values()];
}

/** What a watcher below a newsroom's root is to see: its entries and, where its settings name some elsewhere, all Markdown. */
export function entriesPattern({ posts, drafts, entries }: Folders): string {
  return entries.length > 0 ? '**/*.{markdown,md}' : `{${posts},${drafts}}/**/*.{markdown,md}`;
}

/** The Markdown files in a folder and below it; `pause` lets others go first where there are many. */
async function markdownBelow(
  folder: vscode.Uri,
  pause: () => Promise<void>,
  isPassedBy: (name: string) => boolean = () => false,
): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  for (const [name, type] of await itemsIn(folder)) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (type & vscode.FileType.Directory) {
      if (isPassedBy(name)) continue;
      for (const file of await markdownBelow(uri, pause, isPassedBy)) found.push(file);
    } else if (isMarkdown(name)) found.push(uri);
    await pause();
  }
  return found;
}

/** Folders that hold no writer's work. */
function isOthers(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules' || name === '_site' || name === 'vendor';
}
