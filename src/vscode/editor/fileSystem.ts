import * as vscode from 'vscode';
import type { FileStamp } from '../../core/archive/archiveIndex.ts';

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
export async function stampOf(uri: vscode.Uri): Promise<FileStamp | undefined> {
  try {
    const { mtime, size, type } = await vscode.workspace.fs.stat(uri);
    return type & vscode.FileType.Directory ? undefined : { modified: mtime, size };
  } catch {
    return undefined;
  }
}

/** The names of the files in a folder, none of those below it. */
export async function filesIn(folder: vscode.Uri): Promise<string[]> {
  return (await itemsIn(folder)).filter(([, type]) => type & vscode.FileType.File).map(([name]) => name);
}

/** The names of the folders in a folder. */
export async function foldersIn(folder: vscode.Uri): Promise<string[]> {
  return (await itemsIn(folder)).filter(([, type]) => type & vscode.FileType.Directory).map(([name]) => name);
}

/** What lies in a folder, by name and kind; nothing where it cannot be read. */
export async function itemsIn(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
