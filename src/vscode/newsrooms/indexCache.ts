import * as vscode from 'vscode';
import type { ArchiveIndex } from '../../core/archive/archiveIndex.ts';
import { decodeIndex, encodeIndex } from '../../core/archive/indexCodec.ts';
import type { Folders } from '../../core/files/folders.ts';
import { readBytes } from '../editor/fileSystem.ts';
import { createTimeSlicer } from '../editor/timeSlice.ts';

/** Saves the index of an archive for the next session. */
export interface IndexCache {
  /** The index as last saved; undefined if there is none or if it is damaged. */
  readonly read: () => Promise<ArchiveIndex | undefined>;
  readonly write: (index: ArchiveIndex) => Promise<void>;
}

/** The cache of one newsroom. Without a `storage` folder, as in a window without a workspace, it stays empty. */
export function openIndexCache(
  root: vscode.Uri,
  { posts, drafts, entries }: Folders,
  storage: vscode.Uri | undefined,
): IndexCache {
  if (!storage) return { read: async () => undefined, write: async () => undefined };
  const purpose = JSON.stringify([root.toString(), posts, drafts, ...entries]);
  const file = vscode.Uri.joinPath(storage, `archive-${hashOf(purpose)}.bin`);
  return {
    async read() {
      const bytes = await readBytes(file);
      if (!bytes) return undefined;
      const pause = createTimeSlicer();
      const decoding = decodeIndex(bytes, purpose);
      for (let step = decoding.next(); ; step = decoding.next()) {
        if (step.done) return step.value;
        await pause();
      }
    },
    async write(index) {
      const pause = createTimeSlicer();
      const chunks: Uint8Array[] = [];
      for (const chunk of encodeIndex(index, purpose)) {
        chunks.push(chunk);
        await pause();
      }
      try {
        await vscode.workspace.fs.createDirectory(storage);
        await vscode.workspace.fs.writeFile(file, concatenate(chunks));
      } catch {
        // The disk is full, or the host stores no files: the next start takes longer, and nothing else is lost.
      }
    },
  };
}

/** A short hash for a file name: the text itself may be as long as a path. */
function hashOf(text: string): string {
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
