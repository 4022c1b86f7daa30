import * as vscode from 'vscode';
import type { ArchiveIndex } from '../../core/archive/archiveIndex.ts';
import { newestFirst } from '../../core/archive/newestFirst.ts';
import { openSearch, type Search } from '../../core/archive/search.ts';
import { searchDocument } from '../../core/archive/searchDocument.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { currentText } from '../editor/openDocuments.ts';
import { createTimeSlicer } from '../editor/timeSlice.ts';
import type { Newsrooms } from './newsrooms.ts';

/** Full-text search in the archives. The text of an archive is read when it is first searched. */
export interface ArchiveSearches {
  /** A search over what has been read so far; `settled` resolves once everything has been. */
  readonly open: (root: vscode.Uri) => { readonly search: Search; readonly settled: Promise<void> };
}

interface SearchState {
  readonly search: Search;
  /** The encoded summary of each entry in the search: the index has a new one if the entry changed. */
  readonly summaries: Map<string, Uint8Array>;
  updating: Promise<void> | undefined;
}

export function openArchiveSearches(newsrooms: Newsrooms): ArchiveSearches {
  const states = new Map<string, SearchState>();
  return {
    open(root) {
      const key = root.toString();
      const state = states.get(key) ?? { search: openSearch(), summaries: new Map(), updating: undefined };
      states.set(key, state);
      state.updating ??= update(newsrooms, root, state).finally(() => {
        state.updating = undefined;
      });
      return { search: state.search, settled: state.updating };
    },
  };
}

/** Brings the search in line with the index: removes entries that are gone, and reads those that are new or changed. */
async function update(newsrooms: Newsrooms, root: vscode.Uri, { search, summaries }: SearchState): Promise<void> {
  await newsrooms.read(root);
  const archive = newsrooms.archiveAt(root);
  if (!archive) return;
  const outdated = outdatedPaths(archive, summaries);
  for (const path of [...summaries.keys()]) {
    if (archive.indexedEntry(path)) continue;
    search.remove(path);
    summaries.delete(path);
  }
  const pause = createTimeSlicer();
  for (let start = 0; start < outdated.length; start += FILES_PER_BATCH) {
    const paths = outdated.slice(start, start + FILES_PER_BATCH);
    const texts = await Promise.all(paths.map((path) => currentText(vscode.Uri.joinPath(root, path))));
    for (const [index, path] of paths.entries()) {
      const indexed = archive.indexedEntry(path);
      const text = texts[index];
      if (!indexed || text === undefined) continue;
      search.indexDocument(searchDocument(parseEntry(text), indexed.day));
      summaries.set(path, indexed.encoded);
      await pause();
    }
  }
}

/** The paths of new and changed entries, newest first: the first results are then the likeliest ones. */
function outdatedPaths(archive: ArchiveIndex, summaries: ReadonlyMap<string, Uint8Array>): string[] {
  return archive
    .days()
    .filter(({ path }) => summaries.get(path) !== archive.indexedEntry(path)?.encoded)
    .sort(newestFirst)
    .map(({ path }) => path);
}

const FILES_PER_BATCH = 16;
