// The folder of entries that an editor opens: a copy of the samples, so that those stay as they are.
// `node test/host/newsroom.mjs` lays the copy that `npm start` and .vscode/launch.json open.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { project } from './hosts.mjs';

/** The copy for a person to write in; it outlives the editor. */
export const newsroom = join(project, '.vscode-test/newsroom');

/**
 * Copies a folder of entries, the samples unless another is named.
 *
 * @param {string} to
 */
export function copyNewsroom(to, from = join(project, 'samples')) {
  cpSync(from, to, { recursive: true });
}

/** Puts the real draft among a newsroom's, as Day 1080, where the corpus is there to have it from; returns whether it is. */
export function addRealDraft(/** @type {string} */ folder) {
  const corpus = process.env['DAYBOOK_CORPUS'] ?? join(project, '../shared/corpus');
  const draft = join(corpus, 'day-1080.draft.markdown');
  if (!existsSync(draft)) return false;
  mkdirSync(join(folder, '_drafts'), { recursive: true });
  cpSync(draft, join(folder, '_drafts/day-1080.markdown'));
  return true;
}

/** Lays the person's copy where there is none yet, or anew if `fresh`; returns whether it did. */
export function layNewsroom({ fresh = false } = {}) {
  if (existsSync(newsroom) && !fresh) return false;
  rmSync(newsroom, { recursive: true, force: true });
  copyNewsroom(newsroom);
  return true;
}

/** The path of a newsroom's newest draft, the one with the highest number; undefined where there is none. */
export function newestDraft(/** @type {string} */ folder) {
  const drafts = join(folder, '_drafts');
  const names = existsSync(drafts) ? readdirSync(drafts) : [];
  const newest = names
    .filter((name) => /\.(?:markdown|md)$/.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1);
  return newest && join(drafts, newest);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) layNewsroom();
