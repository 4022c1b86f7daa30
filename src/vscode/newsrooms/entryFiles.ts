import * as vscode from 'vscode';
import { type Folders, isMarkdown } from '../../core/files/folders.ts';
import { globBaseFolders } from '../../core/files/globs.ts';
import { entryFolderOf } from '../../core/files/paths.ts';
import { readFolder } from '../editor/fileSystem.ts';
import { pathBelow } from '../editor/uris.ts';

// Finds the files of a newsroom that are entries.

/** All entries of a newsroom: those in its two folders, then those that the setting `daybook.entries` lists. */
export async function findEntryFiles(
  root: vscode.Uri,
  folders: Folders,
  pause: () => Promise<void>,
): Promise<readonly vscode.Uri[]> {
  const uris = new Map<string, vscode.Uri>();
  for (const folder of [folders.posts, folders.drafts]) {
    for (const uri of await markdownBelow(vscode.Uri.joinPath(root, folder), pause)) uris.set(uri.path, uri);
  }
  for (const folder of globBaseFolders(folders.entries)) {
    for (const uri of await markdownBelow(vscode.Uri.joinPath(root, folder), pause, isToolFolder)) {
      if (entryFolderOf(pathBelow(root, uri), folders) === 'entries') uris.set(uri.path, uri);
    }
  }
  return [...uris.values()];
}

/** The glob of files to watch below a newsroom's root: its entries or, if it has entries in other folders, all Markdown. */
export function entryFilesGlob({ posts, drafts, entries }: Folders): string {
  return entries.length > 0 ? '**/*.{markdown,md}' : `{${posts},${drafts}}/**/*.{markdown,md}`;
}

/** Whether a file is where the newsroom at `root` has its entries. */
export function isEntryOf(root: vscode.Uri, folders: Folders, uri: vscode.Uri): boolean {
  if (!uri.toString().startsWith(`${root.toString()}/`) || !isMarkdown(uri.path)) return false;
  const path = pathBelow(root, uri);
  const [folder] = path.split('/');
  return folder === folders.posts || folder === folders.drafts || entryFolderOf(path, folders) === 'entries';
}

/** The Markdown files at any depth of a folder, except in folders that `isSkipped` names. */
async function markdownBelow(
  folder: vscode.Uri,
  pause: () => Promise<void>,
  isSkipped: (folderName: string) => boolean = () => false,
): Promise<vscode.Uri[]> {
  let linkCount = 0;
  return walk(folder, pause, (name, isLink, isLinked) => {
    if (isLink) linkCount++;
    // Links may lead in circles, and the editor does not tell where they lead.
    return isSkipped(name) || (isLink && (isLinked || linkCount > MAX_LINKED_FOLDERS));
  });
}

const MAX_LINKED_FOLDERS = 50;

type FolderFilter = (name: string, isLink: boolean, isLinked: boolean) => boolean;

/** `isLinked` tells whether a link has led to the folder. */
async function walk(
  folder: vscode.Uri,
  pause: () => Promise<void>,
  isSkipped: FolderFilter,
  isLinked = false,
): Promise<vscode.Uri[]> {
  const uris: vscode.Uri[] = [];
  for (const [name, type] of await readFolder(folder)) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (type & vscode.FileType.Directory) {
      const isLink = (type & vscode.FileType.SymbolicLink) !== 0;
      if (isSkipped(name, isLink, isLinked)) continue;
      for (const file of await walk(uri, pause, isSkipped, isLinked || isLink)) uris.push(file);
    } else if (isMarkdown(name)) uris.push(uri);
    await pause();
  }
  return uris;
}

/** Whether a folder belongs to a tool and holds no writing. */
function isToolFolder(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules' || name === '_site' || name === 'vendor';
}
