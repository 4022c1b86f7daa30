import { dirname, join, resolve } from 'node:path';
import { DEFAULT_FOLDERS, NEWSROOM_FILE } from '../../core/files/folders.ts';
import { CannotRun, type CommandContext } from '../command.ts';
import { isFile, isFolder } from './fileSystem.ts';

/**
 * The root of the newsroom: the folder given by `--root`, else the nearest folder above the first path that holds entries or
 * settings, else the current folder. Throws `CannotRun` if the given folder does not exist.
 */
export function findRoot(root: string | undefined, paths: readonly string[], { cwd }: CommandContext): string {
  if (root !== undefined) {
    const folder = resolve(cwd, root);
    if (!isFolder(folder)) throw new CannotRun(`there is no folder ${root}`);
    return folder;
  }
  const first = paths[0];
  if (first === undefined) return cwd;
  for (let folder = resolve(cwd, first); ; folder = dirname(folder)) {
    if (isFolder(join(folder, DEFAULT_FOLDERS.posts)) || isFolder(join(folder, DEFAULT_FOLDERS.drafts))) return folder;
    if (isFile(join(folder, NEWSROOM_FILE))) return folder; // its folders may have other names
    if (dirname(folder) === folder) return cwd;
  }
}
