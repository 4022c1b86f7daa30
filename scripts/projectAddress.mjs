// The address of the project on GitHub. `repository` in package.json is the place to change it; `npm run generate` writes it everywhere
// else.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {object} Manifest the part of package.json with addresses
 * @property {{ url: string }} repository
 * @property {string} homepage
 * @property {{ url: string }} bugs
 * @property {string} qna
 */

/**
 * Returns the fields of the manifest that follow from `repository`.
 *
 * @param {Pick<Manifest, 'repository'>} manifest
 * @returns {Omit<Manifest, 'repository'>}
 */
export function addressFields({ repository }) {
  const address = `https://github.com/${ownerAndName(repository.url)}`;
  return { homepage: `${address}#readme`, bugs: { url: `${address}/issues` }, qna: `${address}/discussions` };
}

/** Returns `owner/name` in an address on GitHub. */
export function ownerAndName(/** @type {string} */ url) {
  const [, path] = /github\.com\/([\w.-]+\/[\w.-]+?)(?:\.git)?(?:[#/].*)?$/.exec(url) ?? [];
  if (path === undefined) throw new Error(`package.json: "${url}" is not the address of a repository on GitHub.`);
  return path;
}

/**
 * Replaces `owner/name` in all files of the repository that contain it, such as README.md and the workflows.
 *
 * @param {string} from
 * @param {string} to
 */
export function replaceEverywhere(from, to) {
  if (from === to) return;
  const found = execFileSync('git', ['grep', '--untracked', '-zlIF', from], { encoding: 'utf8' });
  for (const path of found.split('\0').filter((name) => name !== '' && name !== 'package.json')) {
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(from, to));
  }
}
