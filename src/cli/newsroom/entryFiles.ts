import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { type Folders, isMarkdown } from '../../core/files/folders.ts';
import { entryFolderOf } from '../../core/files/paths.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { CannotRun, type CommandContext, reasonOf } from '../command.ts';
import { isFile, isFolder, pathBelow, realPath } from './fileSystem.ts';
import { loadSettings } from './loadSettings.ts';

/**
 * The absolute paths of the files that `paths` name, each once; without paths, of all entries below the root. A folder that cannot be read
 * is reported and left out.
 */
export function findFiles(
  paths: readonly string[],
  root: string,
  { cwd, fail }: CommandContext,
  { folders }: Settings = loadSettings(root),
): string[] {
  if (paths.length === 0) return entriesBelow(root, folders, fail);
  const files = new Set<string>();
  for (const path of paths) {
    const absolute = [resolve(cwd, path), resolve(root, path)].find(existsSync);
    if (absolute === undefined) throw new CannotRun(`there is no ${path}`);
    for (const file of isFolder(absolute) ? entriesBelow(absolute, folders, fail) : [absolute]) files.add(file);
  }
  return [...files];
}

/**
 * The Markdown files below a folder, in the order of their paths. If the folder contains a newsroom's folders, only its entries. Calls
 * `reportError` with one line for each folder that cannot be read.
 */
export function entriesBelow(folder: string, folders: Folders, reportError: (line: string) => void): string[] {
  const files = markdownBelow(folder, { linkedFolders: new Set(), reportError });
  const entries = files.filter((file) => entryFolderOf(pathBelow(folder, file), folders) !== undefined);
  const holdsEntries =
    entries.length > 0 || isFolder(join(folder, folders.posts)) || isFolder(join(folder, folders.drafts));
  return holdsEntries ? entries : files;
}

interface Walk {
  /** The real paths of the folders that have been read through links. */
  readonly linkedFolders: Set<string>;
  readonly reportError: (line: string) => void;
}

/**
 * Follows links to folders, except to those it is in. A folder is read at most once through links, whose number of ways through the folders
 * of strangers may have no end. `isLinked` tells whether a link has led to this folder.
 */
function markdownBelow(folder: string, walk: Walk, isLinked = false): string[] {
  const files: string[] = [];
  for (const item of readFolder(folder, walk)) {
    if (item.name.startsWith('.') || IGNORED_FOLDERS.has(item.name)) continue;
    const path = folder + sep + item.name; // faster than `join`, which normalizes each path again
    const isLinkToFolder = item.isSymbolicLink() && isFolder(path);
    if (item.isDirectory() || isLinkToFolder) {
      if ((isLinkToFolder || isLinked) && !enterLinkedFolder(path, folder, walk)) continue;
      for (const file of markdownBelow(path, walk, isLinked || isLinkToFolder)) files.push(file);
    } else if (isMarkdown(item.name) && (item.isFile() || isFile(path))) files.push(path);
  }
  return files;
}

/** Whether a folder behind a link is to be read: not if it has been, or if it contains the folder with the link. */
function enterLinkedFolder(path: string, parent: string, { linkedFolders }: Walk): boolean {
  const target = realPath(path);
  if (linkedFolders.has(target) || `${realPath(parent)}${sep}`.startsWith(target.endsWith(sep) ? target : target + sep))
    return false;
  linkedFolders.add(target);
  return true;
}

/** The items of a folder, sorted by name; none if it cannot be read. */
function readFolder(folder: string, { reportError }: Walk): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    reportError(`cannot read ${folder}: ${reasonOf(error)}`);
    return [];
  }
}

/** Folders of programs, not of writers. */
const IGNORED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '_site', 'vendor']);
