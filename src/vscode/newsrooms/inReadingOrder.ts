import * as vscode from 'vscode';
import type { ArchiveIndex } from '../../core/archive/archiveIndex.ts';
import type { Folders } from '../../core/files/folders.ts';
import { type FileToRead, fileToRead, readingOrder } from '../../core/files/readingOrder.ts';
import { statFile } from '../editor/fileSystem.ts';
import { createTimeSlicer } from '../editor/timeSlice.ts';
import { pathBelow } from '../editor/uris.ts';

/** The files of a newsroom in their reading order. `order` has an item for each of `uris`. */
export interface OrderedFiles {
  readonly uris: readonly vscode.Uri[];
  readonly order: readonly FileToRead[];
}

interface FilesOfNewsroom {
  readonly root: vscode.Uri;
  readonly folders: Folders;
  /** The index of the last session. */
  readonly index: ArchiveIndex;
  readonly uris: readonly vscode.Uri[];
}

/** Brings the files of a newsroom into the order in which they are read: the newest first. */
export async function inReadingOrder({ root, folders, index, uris }: FilesOfNewsroom): Promise<OrderedFiles> {
  const pause = createTimeSlicer();
  const openPaths = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.path));
  const urisByPath = new Map<string, vscode.Uri>();
  const files: FileToRead[] = [];
  for (const uri of uris) {
    const path = pathBelow(root, uri);
    urisByPath.set(path, uri);
    files.push(fileToRead(path, folders, openPaths.has(uri.path)));
    await pause();
  }
  const order = readingOrder(await withModificationTimes(index, files, urisByPath));
  return { uris: order.flatMap(({ path }) => urisByPath.get(path) ?? []), order };
}

/** Adds the modification times of the files whose path says nothing about their age: of the last session or, if they are few, of now. */
async function withModificationTimes(
  index: ArchiveIndex,
  files: readonly FileToRead[],
  urisByPath: ReadonlyMap<string, vscode.Uri>,
): Promise<readonly FileToRead[]> {
  const others = files.filter(({ kind }) => kind === 'other');
  if (others.length === 0) return files;
  const stampOf = ({ path }: FileToRead) => index.indexedEntry(path)?.stamp;
  const mayAsk = others.filter((file) => !stampOf(file)).length <= MAX_FILES_TO_ASK;
  const stamped = others.map(async (file) => {
    const uri = urisByPath.get(file.path);
    const stamp = stampOf(file) ?? (mayAsk && uri ? await statFile(uri) : undefined);
    return { ...file, modified: stamp?.modified ?? 0 };
  });
  return [...files.filter(({ kind }) => kind !== 'other'), ...(await Promise.all(stamped))];
}

/** To ask for the times of more files would delay the reading of the first. */
const MAX_FILES_TO_ASK = 200;
