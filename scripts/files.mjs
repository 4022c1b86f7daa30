// What Node 20's fs does not have yet.
import { readdirSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';

export { rmSync };

/**
 * The files below a folder whose path inside it (with `/`) matches, each as a path from here.
 *
 * @param {string} folder
 * @param {RegExp} pattern
 */
export function globSync(folder, pattern) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => pattern.test(path))
    .sort()
    .map((path) => join(folder, path));
}
