import * as vscode from 'vscode';
import type { FileStamp } from '../../core/archive/archiveIndex.ts';

// Wraps `workspace.fs`: a missing or unreadable file is a value here, not an error.

/** The bytes of a file; undefined if it cannot be read. */
export async function readBytes(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch {
    return undefined;
  }
}

/** The UTF-8 text of a file; undefined if it cannot be read. */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  const bytes = await readBytes(uri);
  return bytes && new TextDecoder().decode(bytes);
}

/** The modification time and size of a file; undefined if there is no file. */
export async function statFile(uri: vscode.Uri): Promise<FileStamp | undefined> {
  try {
    const { mtime, size, type } = await vscode.workspace.fs.stat(uri);
    return type & vscode.FileType.Directory ? undefined : { modified: mtime, size };
  } catch {
    return undefined;
  }
}

/** Whether the file system cannot tell at the moment if there is a file: it is on a server that does not answer. */
export async function isUnavailable(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return false;
  } catch (error) {
    return error instanceof vscode.FileSystemError && error.code === 'Unavailable';
  }
}

/** The names of the files directly in a folder. */
export async function fileNamesIn(folder: vscode.Uri): Promise<string[]> {
  return (await readFolder(folder)).filter(([, type]) => type & vscode.FileType.File).map(([name]) => name);
}

/** The names of the folders directly in a folder. */
export async function folderNamesIn(folder: vscode.Uri): Promise<string[]> {
  return (await readFolder(folder)).filter(([, type]) => type & vscode.FileType.Directory).map(([name]) => name);
}

/** The names and types of everything directly in a folder; empty if it cannot be read. */
export async function readFolder(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
