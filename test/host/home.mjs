// A new editor's home: its settings and its extensions, gone when the run is over.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './cleanup.mjs';

/** Nothing that takes the focus, asks a question, phones anywhere or draws over the page. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.enableExperiments': false,
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @typedef {object} Home
 * @property {string} path its folder, which holds the others
 * @property {string} data where the editor keeps its settings and its state
 * @property {string} extensions where its extensions are installed
 */

/**
 * Makes a home; `settings` adds to the quiet ones.
 *
 * @param {(home: Home) => object} settings
 */
export function makeHome(settings = () => ({})) {
  const { path, remove } = temporaryFolder('home');
  const home = { path, remove, data: join(path, 'data'), extensions: join(path, 'extensions') };
  for (const data of [home.data, join(path, 'server/data')]) mkdirSync(join(data, 'User'), { recursive: true });
  mkdirSync(home.extensions);
  writeFileSync(
    join(home.data, 'User/settings.json'),
    JSON.stringify({ ...quietSettings, ...settings(home) }, null, 2),
  );
  return home;
}
