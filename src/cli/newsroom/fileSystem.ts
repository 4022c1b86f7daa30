import { existsSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';

export function isFolder(path: string): boolean {
  return statsOf(path)?.isDirectory() ?? false;
}

export function isFile(path: string): boolean {
  return statsOf(path)?.isFile() ?? false;
}

/** The path with all links resolved, or the path itself if nothing is there. */
export function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

/** Whether a file is really in a folder, or is it: no link on the way leads out of it. */
export function isBelow(folder: string, file: string): boolean {
  return isPathIn(realPath(folder), realPath(file));
}

/** Whether a path is one in a folder, or that of the folder itself. */
export function isPathIn(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The path below the root, with `/`; absolute if the file is outside the root. */
export function pathBelow(root: string, file: string): string {
  if (file.startsWith(root + sep)) return file.slice(root.length + 1).replaceAll(sep, '/');
  const path = relative(realPath(root), realPath(file));
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path) ? file : path.split(sep).join('/');
}

/** The names of everything directly in a folder; empty if it cannot be read. */
export function fileNamesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined; // nothing is there, or the path goes through a file
  }
}
