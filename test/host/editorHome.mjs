// Temporary homes for editors, with their settings and extensions.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './cleanup.mjs';

/** Turns off whatever takes the focus, asks questions, uses the network or covers the page. */
export const QUIET_SETTINGS = {
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

/** Settings for a window that trusts no folder, without the questions and hints that cover its page. */
export const RESTRICTED_MODE = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.untrustedFiles': 'open',
};

/**
 * @typedef {object} Home
 * @property {string} path the folder that contains the other two
 * @property {string} data the user data folder: settings and state
 * @property {string} extensions the folder of installed extensions
 */

/**
 * Creates a home that is removed at exit. `settings` are added to the quiet ones.
 *
 * @param {(home: Home) => object} settings
 */
export function createHome(settings = () => ({})) {
  const { path, remove } = temporaryFolder('home');
  const home = { path, remove, data: join(path, 'data'), extensions: join(path, 'extensions') };
  for (const data of [home.data, join(path, 'server/data')]) mkdirSync(join(data, 'User'), { recursive: true });
  mkdirSync(home.extensions);
  writeFileSync(
    join(home.data, 'User/settings.json'),
    JSON.stringify({ ...QUIET_SETTINGS, ...settings(home) }, null, 2),
  );
  return home;
}
