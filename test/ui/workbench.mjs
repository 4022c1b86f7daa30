// A person at the editor: opens files, runs commands, types, and looks at what the window shows.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { makeHome } from '../host/home.mjs';
import { newest, project } from '../host/hosts.mjs';
import { install } from '../host/install.mjs';
import { copyNewsroom } from '../host/newsroom.mjs';
import { launchBrowser, newPage } from '../host/page.mjs';
import { installExtension, startServer } from '../host/server.mjs';
import { workbenchUrl } from '../host/url.mjs';
import { PATIENCE_MS, until } from './until.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Readonly<Record<string, string>>} */
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern', contrast: 'Default High Contrast' };

/** A command of ours that needs the extension host and changes nothing but the clipboard, on a key that nothing else has. */
const errand = { key: 'ctrl+alt+f9', command: 'daybook.copyItemLink' };

/**
 * @typedef {object} Options
 * @property {string} [version] of VS Code
 * @property {Readonly<Record<string, unknown>>} [settings]
 * @property {string} [theme] `light`, `dark`, `contrast` or a theme's own name
 * @property {string} [folder] what is copied and opened; the samples unless another is named
 * @property {readonly string[]} [open] files of the folder to open
 * @property {string} [vsix] the package to install; without it Daybook comes from its sources
 * @property {string} [development] where the sources are
 */

/** @typedef {Awaited<ReturnType<typeof start>>} Workbench */

/**
 * Opens a window of VS Code on a copy of a folder, with Daybook. Whoever starts it closes it.
 *
 * @param {Options} options
 */
export async function start({
  version = newest,
  settings = {},
  theme = 'light',
  folder,
  open = [],
  vsix,
  development = project,
} = {}) {
  await install(version, ...(process.env['CHROMIUM_PATH'] ? [] : ['chromium']));
  const home = makeHome(() => ({
    'workbench.colorTheme': themes[theme] ?? theme,
    'editor.minimap.enabled': false,
    ...settings,
  }));
  writeFileSync(join(home.data, 'User/keybindings.json'), JSON.stringify([errand]));
  const newsroom = join(home.path, 'newsroom');
  copyNewsroom(newsroom, folder);
  if (vsix) installExtension(resolve(vsix), { home, version });
  const starting = startServer({ home, version, testing: true });
  const launching = launchBrowser();
  const close = async () => {
    await Promise.allSettled([launching.then((browser) => browser.close()), starting.then((server) => server.stop())]);
    home.remove();
  };
  try {
    const [server, browser] = await Promise.all([starting, launching]);
    const page = await newPage(browser);
    await page.goto(
      workbenchUrl(server, {
        folder: newsroom,
        open: open.map((path) => join(newsroom, path)),
        ...(vsix ? {} : { development }),
      }),
    );
    await page.locator('.monaco-workbench .part.statusbar').waitFor();
    await page.evaluate(() => window.driver.whenWorkbenchRestored());
    for (const path of open) await tab(page, path).waitFor();
    return { ...person(page, newsroom), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * What a person can do in a window.
 *
 * @param {Page} page
 * @param {string} folder
 */
function person(page, folder) {
  const press = (/** @type {string} */ keys) => page.keyboard.press(keys);
  const type = (/** @type {string} */ text) => page.keyboard.type(text);
  const input = page.locator('.quick-input-widget input').first();
  const rows = page.locator('.quick-input-list .monaco-list-row');
  const rowOf = (/** @type {string} */ label) =>
    rows.filter({ has: page.locator('.label-name', { hasText: exactly(label) }) });

  /**
   * Goes down to a row of the list below the box and takes it. `isReady` sees to it, before each step, that the list is the right one.
   *
   * @param {import('playwright-core').Locator} matching the first of them is taken
   */
  const take = async (matching, isReady = async () => true, patienceMs = PATIENCE_MS) => {
    await until(
      async () => {
        if (!(await isReady())) return false;
        const [name] = await matching.evaluateAll((elements) => elements.map(({ className }) => className));
        if (name === undefined) return false;
        const isFocused = /\bfocused\b/.test(name);
        await press(isFocused ? 'Enter' : 'ArrowDown');
        return isFocused;
      },
      `the row ${matching}`,
      patienceMs,
    );
    await matching.first().waitFor({ state: 'hidden' });
  };

  /** Opens the box by F1 and writes into it; again where it has closed itself, as it does when something else takes the focus. */
  const isAsked = async (/** @type {string} */ text) => {
    if (!(await input.isVisible())) await press('F1');
    else if ((await input.inputValue()) === text) return true;
    else await input.fill(text, { force: true }); // else it would be waited for where it has closed itself
    return false;
  };

  /**
   * Writes into the box and takes a row of what it finds. Opened too early, it does not know a command that has come since: then it is
   * opened once more, each time with more patience, because a slow machine takes long to find what there is.
   */
  const pick = async (/** @type {string} */ text, /** @type {string} */ label, patienceMs = 1000) => {
    await press('F1'); // another list may be shown
    try {
      await take(rowOf(label), () => isAsked(text), patienceMs);
    } catch (error) {
      if (patienceMs > PATIENCE_MS) throw error;
      await press('Escape');
      await pick(text, label, 4 * patienceMs);
    }
  };

  return {
    page,
    folder,
    press,
    type,

    /** Runs a command by its title in the palette, such as `Daybook: New Day`. */
    command: (/** @type {string} */ title) => pick(`>${title}`, title),

    /** Takes the row that reads `label` from a list that a command shows, or the first whose label matches it. */
    choose: (/** @type {string | RegExp} */ label) =>
      take(
        typeof label === 'string'
          ? rowOf(label)
          : rows.filter({ has: page.locator('.label-name', { hasText: label }) }),
      ),

    /** Opens a file by its path in the folder; the cursor is then in it. */
    async openFile(/** @type {string} */ path) {
      await pick(path, basename(path));
      await tab(page, path).waitFor();
      await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    },

    /** Puts the cursor of the active editor at a line and column, both from 1. */
    async goTo(/** @type {number} */ line, column = 1) {
      await press('F1');
      await take(rows.filter({ hasText: String(line) }), () => isAsked(`:${line},${column}`));
    },

    /** The lines of the active editor that are in view, as they are shown. */
    visibleText: () => drawnText(page),

    /**
     * Resolves when the extension host has heard of all that was done in the active editor, an entry, and the page beside it of all that
     * came of that: an errand goes the same way, behind everything else.
     */
    async allHeard() {
      const before = `waiting since ${performance.now()}`;
      await drawn(page.locator('body'));
      await page.evaluate((text) => navigator.clipboard.writeText(text), before);
      await press('Control+Alt+F9');
      await until(async () => (await page.evaluate(() => navigator.clipboard.readText())) !== before, 'the errand');
      await drawn(this.previewFrame().locator('body'));
    },

    /** A file of the folder as it lies on the disk. */
    read: (/** @type {string} */ path) => readFileSync(join(folder, path), 'utf8'),

    /** The inside of the page that a webview shows, as a frame to locate in. */
    previewFrame: () => page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame'),

    /** What the status bar counts over all files: `{ errors, warnings, infos }`. */
    async problemsCount() {
      const label = (await page.locator('[id="status.problems"]').getAttribute('aria-label')) ?? '';
      const count = (/** @type {string} */ word) => Number(new RegExp(`${word}\\D*(\\d+)`).exec(label)?.[1] ?? 0);
      return { errors: count('Errors'), warnings: count('Warnings'), infos: count('Infos') };
    },

    /** Takes a picture of the window into out/screenshots and returns its path. */
    async screenshot(/** @type {string} */ name) {
      const path = join(project, 'out/screenshots', `${name}.png`);
      mkdirSync(join(project, 'out/screenshots'), { recursive: true });
      await page.screenshot({ path });
      return path;
    },
  };
}

/**
 * Resolves when the document of an element has done what waited and has drawn it.
 *
 * @param {import('playwright-core').Locator} locator
 */
export function drawn(locator) {
  return locator.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)));
      }),
  );
}

/** @param {Page} page */
async function drawnText(page) {
  const lines = await page.locator('.editor-group-container.active .view-lines .view-line').evaluateAll((elements) =>
    elements
      .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' }))
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text.replaceAll('\u00a0', ' ')),
  );
  return lines.join('\n');
}

/** @param {Page} page */
function tab(page, /** @type {string} */ path) {
  return page.locator(`.tab[data-resource-name="${basename(path)}"]`);
}

/** @param {string} text */
function exactly(text) {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}
