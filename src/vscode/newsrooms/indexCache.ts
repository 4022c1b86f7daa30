import * as vscode from 'vscode';
import type { ArchiveIndex } from '../../core/archive/archiveIndex.ts';
import { decodeIndex, encodeIndex } from '../../core/archive/indexCodec.ts';
import type { Folders } from '../../core/files/paths.ts';
import { bytesOf } from '../editor/fileSystem.ts';
import { slicer } from '../editor/timeSlice.ts';

/** Where the index of an archive outlives the session. */
export interface IndexCache {
  /** The index as it was written last; undefined where there is none that can be trusted. */
  readonly read: () => Promise<ArchiveIndex | undefined>;
  readonly write: (index: ArchiveIndex) => Promise<void>;
}

/** The cache of one newsroom; without a storage, as in a window without a folder, nothing is kept. */
export function cacheOf(
  root: vscode.Uri,
  { posts, drafts, entries }: Folders,
  storage: vscode.Uri | undefined,
): IndexCache {
  if (!storage) return { read: async () => undefined, write: async () => undefined };
  const purpose = JSON.stringify([root.toString(), posts, drafts, ...entries]);
  const file = vscode.Uri.joinPath(storage, `archive-${shortName(purpose)}.bin`);
  return {
    async read() {
      const bytes = await bytesOf(file);
      if (!bytes) return undefined;
      const pause = slicer();
      const decoding = decodeIndex(bytes, purpose);
      for (let step = decoding.next(); ; step = decoding.next()) {
        if (step.done) return step.value;
        await pause();
      }
    },
    async write(index) {
      const pause = slicer();
      const chunks: Uint8Array[] = [];
      for (const chunk of encodeIndex(index, purpose)) {
        chunks.push(chunk);
        await pause();
      }
      try {
        await vscode.workspace.fs.createDirectory(storage);
        await vscode.workspace.fs.writeFile(file, joined(chunks));
      } catch {
        // Nothing is lost but time at the next start: the disk is full, or the host keeps no files.
      }
    },
  };
}

/** Of what may be as long as a path. */
function shortName(text: string): string {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
