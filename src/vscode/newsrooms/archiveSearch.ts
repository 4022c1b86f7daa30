import * as vscode from 'vscode';
import type { ArchiveIndex } from '../../core/archive/archiveIndex.ts';
import { openSearch, type Search } from '../../core/archive/search.ts';
import { searchDocument } from '../../core/archive/searchDocument.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { textOf } from '../editor/fileSystem.ts';
import { slicer } from '../editor/timeSlice.ts';
import type { Newsrooms } from './newsrooms.ts';

/** The words of the archives, which are read when they are first asked for and never before. */
export interface Searches {
  /** What can be searched by now; whatever is still to be read comes in until `settled`. */
  readonly open: (root: vscode.Uri) => { readonly search: Search; readonly settled: Promise<void> };
}

interface Filled {
  readonly search: Search;
  /** What the index kept of each entry when it was taken in: another one means that it has changed. */
  readonly taken: Map<string, Uint8Array>;
  filling: Promise<void> | undefined;
}

export function openSearches(newsrooms: Newsrooms): Searches {
  const byRoot = new Map<string, Filled>();
  return {
    open(root) {
      const key = root.toString();
      const filled = byRoot.get(key) ?? { search: openSearch(), taken: new Map(), filling: undefined };
      byRoot.set(key, filled);
      filled.filling ??= fill(newsrooms, root, filled).finally(() => {
        filled.filling = undefined;
      });
      return { search: filled.search, settled: filled.filling };
    },
  };
}

async function fill(newsrooms: Newsrooms, root: vscode.Uri, { search, taken }: Filled): Promise<void> {
  await newsrooms.read(root);
  const archive = newsrooms.archiveAt(root);
  if (!archive) return;
  const stale = staleIn(archive, taken);
  for (const path of [...taken.keys()].filter((known) => !archive.kept(known) || archive.kept(known)?.day.draft)) {
    search.remove(path);
    taken.delete(path);
  }
  const pause = slicer();
  for (let at = 0; at < stale.length; at += AT_ONCE) {
    const some = stale.slice(at, at + AT_ONCE);
    const texts = await Promise.all(some.map((path) => currentText(vscode.Uri.joinPath(root, path))));
    for (const [index, path] of some.entries()) {
      const kept = archive.kept(path);
      const text = texts[index];
      if (!kept || text === undefined) continue;
      search.put(searchDocument(parseEntry(text), kept.day));
      taken.set(path, kept.packed);
      await pause();
    }
  }
}

/** The latest first, so that the answers of the first moment are the likeliest ones. */
function staleIn(archive: ArchiveIndex, taken: ReadonlyMap<string, Uint8Array>): string[] {
  return archive
    .days()
    .filter(({ draft, path }) => !draft && taken.get(path) !== archive.kept(path)?.packed)
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))
    .map(({ path }) => path);
}

/** A file's text, as an editor has it where one has it open; undefined where there is none to read. */
export async function currentText(uri: vscode.Uri): Promise<string | undefined> {
  const key = uri.toString();
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
  return open ? open.getText() : textOf(uri);
}

/** So many files are read side by side. */
const AT_ONCE = 16;
