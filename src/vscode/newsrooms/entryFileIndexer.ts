import type * as vscode from 'vscode';
import type { ArchiveIndex, FileStamp } from '../../core/archive/archiveIndex.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { parseFrontMatter } from '../../core/entry/parseFrontMatter.ts';
import type { Folders } from '../../core/files/folders.ts';
import { stageOf } from '../../core/files/paths.ts';
import { readBytes, statFile } from '../editor/fileSystem.ts';
import { log } from '../editor/log.ts';
import { createTimeSlicer } from '../editor/timeSlice.ts';
import { pathBelow } from '../editor/uris.ts';
import { findEntryFiles } from './entryFiles.ts';

// Reads the entry files of a newsroom into its index, in time slices.

/** An index and the newsroom whose files it holds. */
export interface IndexTarget {
  readonly index: ArchiveIndex;
  readonly root: vscode.Uri;
  readonly folders: Folders;
  /** Once true, no more files are read. */
  readonly isCancelled: () => boolean;
}

/** Indexes every entry file and removes entries whose file is gone. Returns whether the index changed. */
export async function indexAllFiles(target: IndexTarget): Promise<boolean> {
  const { index, root, folders } = target;
  const uris = await findEntryFiles(root, folders, createTimeSlicer());
  const isChanged = await indexFiles(target, uris);
  const paths = new Set(uris.map((uri) => pathBelow(root, uri)));
  const removed = index.paths().filter((path) => !paths.has(path));
  for (const path of removed) index.remove(path);
  return isChanged || removed.length > 0;
}

/** Indexes the files that changed since they were last indexed. Returns whether the index changed. */
export async function indexFiles(target: IndexTarget, uris: readonly vscode.Uri[]): Promise<boolean> {
  const pause = createTimeSlicer();
  let isChanged = false;
  for (let start = 0; start < uris.length && !target.isCancelled(); start += FILES_PER_BATCH) {
    const batch = uris.slice(start, start + FILES_PER_BATCH);
    for (const { path, file } of await Promise.all(batch.map((uri) => readIfChanged(target, uri)))) {
      if (file === 'missing') isChanged = target.index.remove(path) || isChanged;
      else if (file !== 'unchanged') {
        isChanged = indexText(target, path, decoder.decode(file.bytes), file.stamp) || isChanged;
      }
      await pause();
    }
  }
  return isChanged;
}

/** Indexes an entry's text; `stamp` is undefined if the text is not that of its file. Returns whether the index changed. */
export function indexText(
  { index, folders }: Pick<IndexTarget, 'index' | 'folders'>,
  path: string,
  text: string,
  stamp: FileStamp | undefined,
): boolean {
  return index.indexEntry(parseForIndex(text), path, stageOf(path, text, folders) === 'draft', stamp);
}

interface ReadResult {
  readonly path: string;
  readonly file: 'missing' | 'unchanged' | { readonly bytes: Uint8Array; readonly stamp: FileStamp };
}

async function readIfChanged({ index, root }: IndexTarget, uri: vscode.Uri): Promise<ReadResult> {
  const path = pathBelow(root, uri);
  // The stamp comes first: if the file is written before it is read, the stamp is outdated and the file will be read again.
  const stamp = await statFile(uri);
  if (!stamp) return { path, file: 'missing' };
  const indexedStamp = index.indexedEntry(path)?.stamp;
  if (indexedStamp?.modified === stamp.modified && indexedStamp.size === stamp.size) return { path, file: 'unchanged' };
  const bytes = await readBytes(uri);
  if (!bytes) log.warn(`Skipped ${uri.path}: it cannot be read`);
  return { path, file: bytes ? { bytes, stamp } : 'missing' };
}

/** Larger files are indexed by their front matter only. */
function parseForIndex(text: string): Entry {
  if (text.length <= MAX_ENTRY_CHARS) return parseEntry(text);
  const frontMatter = parseFrontMatter(text.slice(0, MAX_ENTRY_CHARS));
  const body = { from: text.length, to: text.length };
  return { text, prose: text, literals: [], frontMatter, body, blocks: [], nonstandard: [] };
}

/** Ten times the largest entry of the corpus. */
const MAX_ENTRY_CHARS = 300_000;

const FILES_PER_BATCH = 16;

const decoder = new TextDecoder();
