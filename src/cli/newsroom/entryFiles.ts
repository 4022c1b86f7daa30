import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { type Folders, isMarkdown } from '../../core/files/folders.ts';
import { entryFolderOf } from '../../core/files/paths.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { CannotRun, type CommandContext, reasonOf } from '../command.ts';
import { isFile, isFolder, pathBelow, realPath } from './fileSystem.ts';
import { loadSettings } from './loadSettings.ts';

/** The absolute paths of the files that `paths` name, each once; without paths, of all entries below the root. */
export function findFiles(
  paths: readonly string[],
  root: string,
  { cwd }: CommandContext,
  { folders }: Settings = loadSettings(root),
): string[] {
  if (paths.length === 0) return entriesBelow(root, folders);
  const files = new Set<string>();
  for (const path of paths) {
    const absolute = [resolve(cwd, path), resolve(root, path)].find(existsSync);
    if (absolute === undefined) throw new CannotRun(`there is no ${path}`);
    for (const file of isFolder(absolute) ? entriesBelow(absolute, folders) : [absolute]) files.add(file);
  }
  return [...files];
}

/**
 * The Markdown files below a folder, in the order of their paths. If the folder contains a newsroom's folders, only its entries.
 */
export function entriesBelow(folder: string, folders: Folders): string[] {
  const files = markdownBelow(folder);
  const entries = files.filter((file) => entryFolderOf(pathBelow(folder, file), folders) !== undefined);
  const holdsEntries =
    entries.length > 0 || isFolder(join(folder, folders.posts)) || isFolder(join(folder, folders.drafts));
  return holdsEntries ? entries : files;
}

/** Follows links to folders, except to one of those it is in. */
function markdownBelow(folder: string, parents: readonly string[] = []): string[] {
  const files: string[] = [];
  for (const item of readFolder(folder)) {
    if (item.name.startsWith('.') || IGNORED_FOLDERS.has(item.name)) continue;
    const path = folder + sep + item.name; // faster than `join`, which normalizes each path again
    if (item.isDirectory()) {
      for (const file of markdownBelow(path, parents)) files.push(file);
    } else if (item.isSymbolicLink() && isFolder(path)) {
      const target = realPath(path);
      const linkParents = [...parents, realPath(folder)];
      if (linkParents.some((parent) => `${parent}${sep}`.startsWith(`${target}${sep}`))) continue;
      for (const file of markdownBelow(path, linkParents)) files.push(file);
    } else if (isMarkdown(item.name) && (item.isFile() || isFile(path))) files.push(path);
  }
  return files;
}

/** The items of a folder, sorted by name. */
function readFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw new CannotRun(`cannot read ${folder}: ${reasonOf(error)}`);
  }
}

/** Folders of programs, not of writers. */
const IGNORED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '_site', 'vendor']);
