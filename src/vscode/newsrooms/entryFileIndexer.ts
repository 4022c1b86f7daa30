import type * as vscode from 'vscode';
import type { ArchiveIndex, FileStamp } from '../../core/archive/archiveIndex.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { parseFrontMatter } from '../../core/entry/parseFrontMatter.ts';
import type { Folders } from '../../core/files/folders.ts';
import { stageOf } from '../../core/files/paths.ts';
import { newestDateIn } from '../../core/files/readingOrder.ts';
import { type ReadingProgress, takesLong } from '../../core/files/readingSchedule.ts';
import { isUnavailable, readBytes, statFile } from '../editor/fileSystem.ts';
import { log } from '../editor/log.ts';
import { createTimeSlicer } from '../editor/timeSlice.ts';
import { pathBelow } from '../editor/uris.ts';
import { findEntryFiles } from './entryFiles.ts';
import { inReadingOrder } from './inReadingOrder.ts';

// Reads the entry files of a newsroom into its index, in time slices.

/** An index and the newsroom whose files it holds. */
export interface IndexTarget {
  readonly index: ArchiveIndex;
  readonly root: vscode.Uri;
  readonly folders: Folders;
  /** Once true, no more files are read. */
  readonly isCancelled: () => boolean;
  /** Runs one task after the other, so that two never read the same file at once. */
  readonly inTurn: <T>(task: () => Promise<T>) => Promise<T>;
}

/** How far the reading of all files is. */
export interface ReadingState extends ReadingProgress {
  /** Whether the last batch of files has changed the index. */
  readonly isChanged: boolean;
  /** The date in the path of the newest file that has not been read, see `newestDateIn`. */
  readonly newestUnread: () => string | undefined;
}

/**
 * Indexes every entry file, the newest first if it takes long, and removes entries whose file is gone. Awaits `onProgress` after each batch.
 * Returns whether the index changed.
 */
export async function indexAllFiles(
  target: IndexTarget,
  onProgress: (state: ReadingState) => Promise<void>,
): Promise<boolean> {
  const { index, root, folders } = target;
  const pathsBefore = index.paths();
  const found = await findEntryFiles(root, folders, createTimeSlicer());
  const { uris, order } = await inReadingOrder({ root, folders, index, uris: found });
  const paths = new Set(order.map(({ path }) => path));
  const removed = pathsBefore.filter((path) => !paths.has(path));
  for (const path of removed) index.remove(path);
  let isChanged = removed.length > 0;
  let entries = index.paths().length;
  let waitedMs = 0;
  const pause = createTimeSlicer();
  const start = performance.now();
  // What has not been read is in the middle.
  let [next, end] = [0, uris.length];
  while (next < end && !target.isCancelled()) {
    const done = uris.length - (end - next);
    const isNewestFirst = takesLong({ done, total: uris.length, waitedMs });
    const from = isNewestFirst ? next : Math.max(next, end - FILES_PER_BATCH);
    const batch = uris.slice(from, Math.min(from + FILES_PER_BATCH, end));
    const result = await indexBatch(target, isNewestFirst ? batch : batch.reverse(), pause);
    if (isNewestFirst) next += batch.length;
    else end -= batch.length;
    isChanged ||= result.isChanged;
    entries += result.newCount;
    waitedMs += result.waitedMs;
    if (target.isCancelled()) break;
    const [unreadFrom, unreadTo] = [next, end];
    await onProgress({
      done: uris.length - (end - next),
      total: uris.length,
      entries,
      elapsedMs: performance.now() - start,
      isChanged: result.isChanged,
      newestUnread: () => newestDateIn(order.slice(unreadFrom, unreadTo)),
    });
  }
  return isChanged;
}

/** Indexes the files that changed since they were last indexed. Returns whether the index changed. */
export async function indexFiles(target: IndexTarget, uris: readonly vscode.Uri[]): Promise<boolean> {
  const pause = createTimeSlicer();
  let isChanged = false;
  for (let start = 0; start < uris.length && !target.isCancelled(); start += FILES_PER_BATCH) {
    const result = await indexBatch(target, uris.slice(start, start + FILES_PER_BATCH), pause);
    isChanged ||= result.isChanged;
  }
  return isChanged;
}

interface BatchResult {
  readonly isChanged: boolean;
  /** The number of entries that were not in the index before. */
  readonly newCount: number;
  /** The time that the files took to be there. */
  readonly waitedMs: number;
}

async function indexBatch(
  target: IndexTarget,
  uris: readonly vscode.Uri[],
  pause: () => Promise<void>,
): Promise<BatchResult> {
  return target.inTurn(async () => {
    let isChanged = false;
    let newCount = 0;
    const start = performance.now();
    const results = await Promise.all(uris.map((uri) => readIfChanged(target, uri)));
    const waitedMs = performance.now() - start;
    for (const { path, file } of results) {
      if (file === 'missing') isChanged = target.index.remove(path) || isChanged;
      else if (file !== 'unchanged') {
        if (!target.index.indexedEntry(path)) newCount++;
        isChanged = indexText(target, path, decoder.decode(file.bytes), file.stamp) || isChanged;
      }
      await pause();
    }
    return { isChanged, newCount, waitedMs };
  });
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
  if (!stamp) return { path, file: (await isUnavailable(uri)) ? 'unchanged' : 'missing' };
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
