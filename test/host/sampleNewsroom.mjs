// Copies of the sample newsroom for editors to open, so that nobody changes the samples themselves.
// `node test/host/sampleNewsroom.mjs` creates the copy that `npm start` and .vscode/launch.json open.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { project } from './hosts.mjs';

/** The copy for developers to write in. It stays when the editor is closed. */
export const newsroom = join(project, '.vscode-test/newsroom');

/**
 * Copies a newsroom, by default the samples.
 *
 * @param {string} to
 */
export function copyNewsroom(to, from = join(project, 'samples')) {
  cpSync(from, to, { recursive: true });
}

/** Copies the real draft of Day 1080 from the corpus into a newsroom. Returns false if there is no corpus. */
export function addRealDraft(/** @type {string} */ folder) {
  const corpus = process.env['DAYBOOK_CORPUS'] ?? join(project, '../shared/corpus');
  const draft = join(corpus, 'day-1080.draft.markdown');
  if (!existsSync(draft)) return false;
  mkdirSync(join(folder, '_drafts'), { recursive: true });
  cpSync(draft, join(folder, '_drafts/day-1080.markdown'));
  return true;
}

/** Creates the copy for developers, unless it exists and not `fresh`. Returns whether it was created. */
export function createNewsroom({ fresh = false } = {}) {
  if (existsSync(newsroom) && !fresh) return false;
  rmSync(newsroom, { recursive: true, force: true });
  copyNewsroom(newsroom);
  return true;
}

/** Returns the path of the draft with the highest number in a newsroom; undefined if there are no drafts. */
export function newestDraft(/** @type {string} */ folder) {
  const drafts = join(folder, '_drafts');
  const names = existsSync(drafts) ? readdirSync(drafts) : [];
  const newest = names
    .filter((name) => /\.(?:markdown|md)$/.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1);
  return newest && join(drafts, newest);
}

/** Returns the paths of the drafts to open: the newest, which has faults, and the clean one, which comes last and is shown. */
export function draftsToOpen(/** @type {string} */ folder) {
  const newest = newestDraft(folder);
  const clean = join(folder, '_drafts', CLEAN_DRAFT);
  const drafts = [newest, existsSync(clean) ? clean : undefined].filter((path) => path !== undefined);
  return [...new Set(drafts)];
}

/** Has no faults, only text that is still to come. */
const CLEAN_DRAFT = 'day-68.markdown';

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) createNewsroom();
