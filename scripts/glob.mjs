import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * Finds files whose path inside a folder, written with `/`, matches a pattern. Stands in for `fs.globSync`, which Node.js 20 does
 * not have.
 *
 * @param {string} folder
 * @param {RegExp} pattern
 * @returns {string[]} sorted paths that begin with the folder
 */
export function globSync(folder, pattern) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => pattern.test(path))
    .sort()
    .map((path) => join(folder, path));
}
