import { existsSync, realpathSync, type Stats, statSync } from 'node:fs';
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

/** The path below the root, with `/`; absolute if the file is outside the root. */
export function pathBelow(root: string, file: string): string {
  if (file.startsWith(root + sep)) return file.slice(root.length + 1).replaceAll(sep, '/');
  const path = relative(realPath(root), realPath(file));
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path) ? file : path.split(sep).join('/');
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined; // nothing is there, or the path goes through a file
  }
}
