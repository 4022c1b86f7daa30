import * as vscode from 'vscode';
import type { Stamp } from '../../core/archive/archiveIndex.ts';
import { foldersOf } from '../../core/globs.ts';
import { type Folders, folderOf, isMarkdown } from '../../core/paths.ts';

// What `workspace.fs` says of files; where there is nothing to read that is an answer, and not an error.

/** A file's bytes; undefined where there is none to read. */
export async function bytesOf(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch {
    return undefined;
  }
}

/** A file's text; undefined where there is none to read. */
export async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const bytes = await bytesOf(uri);
  return bytes && new TextDecoder().decode(bytes);
}

/** By what a file is known again; undefined where there is none. */
export async function stampOf(uri: vscode.Uri): Promise<Stamp | undefined> {
  try {
    const { mtime, size, type } = await vscode.workspace.fs.stat(uri);
    return type & vscode.FileType.Directory ? undefined : { modified: mtime, size };
  } catch {
    return undefined;
  }
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

/** The names of the files in a folder, none of those below it. */
export async function filesIn(folder: vscode.Uri): Promise<string[]> {
  return (await itemsIn(folder)).filter(([, type]) => type & vscode.FileType.File).map(([name]) => name);
}

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

/** Folders that hold no writer's work. */
function isOthers(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules' || name === '_site' || name === 'vendor';
}

/** The names of the folders in a folder. */
export async function foldersIn(folder: vscode.Uri): Promise<string[]> {
  return (await itemsIn(folder)).filter(([, type]) => type & vscode.FileType.Directory).map(([name]) => name);
}

/** What a watcher below a newsroom's root is to see: its entries and, where its settings name some elsewhere, all Markdown. */
export function entriesPattern({ posts, drafts, entries }: Folders): string {
  return entries.length > 0 ? '**/*.{markdown,md}' : `{${posts},${drafts}}/**/*.{markdown,md}`;
}

async function itemsIn(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
