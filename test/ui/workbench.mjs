// Drives a window of VS Code as a person would: opens files, runs commands, types, and reads what the window shows.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { launchBrowser, newPage } from '../host/browser.mjs';
import { createHome, RESTRICTED_MODE } from '../host/editorHome.mjs';
import { newest, project } from '../host/hosts.mjs';
import { install } from '../host/install.mjs';
import { copyNewsroom } from '../host/sampleNewsroom.mjs';
import { installExtension, startServer } from '../host/vscodeServer.mjs';
import { workbenchUrl } from '../host/workbenchUrl.mjs';
import { TIMEOUT_MS, until } from './until.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Readonly<Record<string, string>>} */
const THEMES = { light: 'Default Light Modern', dark: 'Default Dark Modern', contrast: 'Default High Contrast' };

/**
 * The high contrast themes by their names in the list of themes. In a browser whose system has no high contrast, VS Code does not start in one,
 * whatever the settings say.
 *
 * @type {Readonly<Record<string, string>>}
 */
const HIGH_CONTRAST = {
  'Default High Contrast': 'Dark High Contrast',
  'Default High Contrast Light': 'Light High Contrast',
};

/** Binds an unused key to a command of ours that runs in the extension host and changes only the clipboard. See `untilSettled`. */
const SETTLE_KEYBINDING = { key: 'ctrl+alt+f9', command: 'daybook.copyItemLink' };

/**
 * @typedef {object} Options
 * @property {string} [version] the version of VS Code
 * @property {Readonly<Record<string, unknown>>} [settings]
 * @property {string} [theme] `light`, `dark`, `contrast` or the name of a theme
 * @property {string} [folder] the folder to copy and open; by default the samples
 * @property {readonly string[]} [open] the files to open, as paths in the folder
 * @property {string} [vsix] the package to install; without it, Daybook is loaded from its sources
 * @property {string} [development] the folder of the sources; if it is empty, Daybook is not there
 * @property {boolean} [untrusted] whether the window opens the folder in Restricted Mode
 * @property {string} [otherExtension] the folder of an extension to install as well
 * @property {{ width: number, height: number, scale: number }} [size] of the window, in CSS pixels and pixels for each of them
 */

/** @typedef {Awaited<ReturnType<typeof start>>} Workbench */

/**
 * Opens a window of VS Code with Daybook on a copy of a folder. The caller closes it.
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
  untrusted = false,
  otherExtension,
  size,
} = {}) {
  await install(version, ...(process.env['CHROMIUM_PATH'] ? [] : ['chromium']));
  const home = createHome(() => ({
    'workbench.colorTheme': THEMES[theme] ?? theme,
    'editor.minimap.enabled': false,
    ...(untrusted ? RESTRICTED_MODE : {}),
    ...settings,
  }));
  writeFileSync(join(home.data, 'User/keybindings.json'), JSON.stringify([SETTLE_KEYBINDING]));
  const newsroom = join(home.path, 'newsroom');
  copyNewsroom(newsroom, folder);
  if (otherExtension)
    cpSync(resolve(otherExtension), join(home.extensions, basename(otherExtension)), { recursive: true });
  if (vsix) installExtension(resolve(vsix), { home, version });
  const serverPromise = startServer({ home, version, testing: true, trustsFolders: !untrusted });
  const browserPromise = launchBrowser();
  const close = async () => {
    await Promise.allSettled([
      browserPromise.then((browser) => browser.close()),
      serverPromise.then((server) => server.stop()),
    ]);
    home.remove();
  };
  try {
    const [server, browser] = await Promise.all([serverPromise, browserPromise]);
    const page = await newPage(browser, size);
    await page.goto(
      workbenchUrl(server, {
        folder: newsroom,
        open: open.map((path) => join(newsroom, path)),
        ...(vsix || !development ? {} : { development }),
      }),
    );
    await untilRestored(page);
    for (const path of open) await tab(page, path).waitFor();
    const workbench = { ...actions(page, newsroom), close };
    const highContrast = HIGH_CONTRAST[THEMES[theme] ?? theme];
    if (highContrast) {
      await workbench.runCommand('Preferences: Color Theme');
      await workbench.type(highContrast);
      await workbench.chooseRow(highContrast);
      await page.locator('.monaco-workbench:is(.hc-black, .hc-light)').waitFor();
    }
    return workbench;
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * The actions of a person in a window.
 *
 * @param {Page} page
 * @param {string} folder the folder that the window shows
 */
export function actions(page, folder) {
  const press = (/** @type {string} */ keys) => page.keyboard.press(keys);
  const type = (/** @type {string} */ text) => page.keyboard.type(text);
  const input = page.locator('.quick-input-widget input').first();
  const rows = page.locator('.quick-input-list .monaco-list-row');
  const rowOf = (/** @type {string} */ label) =>
    rows.filter({ has: page.locator('.label-name', { hasText: exactPattern(label) }) });

  /**
   * Moves down to a row in the list of the quick input and accepts it. `isReady` checks before each step that the list is the right one.
   *
   * @param {import('playwright-core').Locator} matching the rows; accepts the first of them
   */
  const acceptRow = async (matching, isReady = async () => true, timeoutMs = TIMEOUT_MS) => {
    await until(
      async () => {
        if (!(await isReady())) return false;
        const [className] = await matching.evaluateAll((elements) => elements.map((element) => element.className));
        if (className === undefined) return false;
        const isFocused = /\bfocused\b/.test(className);
        await press(isFocused ? 'Enter' : 'ArrowDown');
        return isFocused;
      },
      `the row ${matching}`,
      timeoutMs,
    );
    await matching.first().waitFor({ state: 'hidden' });
  };

  /**
   * Whether the quick input contains a text. If not, takes the next step: opens it with F1, or fills it in. It may also close by itself,
   * whenever something else takes the focus.
   */
  const isFilledIn = async (/** @type {string} */ text) => {
    if (!(await input.isVisible())) await press('F1');
    else if ((await input.inputValue()) === text) return true;
    else await input.fill(text, { force: true }); // otherwise this would wait for an input that has closed itself
    return false;
  };

  /**
   * Fills in the quick input and accepts a row. Does not list commands that were registered after it was opened, so on timeout it is
   * opened again, each time with a longer timeout for slow machines.
   */
  const quickPick = async (/** @type {string} */ text, /** @type {string} */ label, timeoutMs = 1000) => {
    await press('F1'); // replaces any other list
    try {
      await acceptRow(rowOf(label), () => isFilledIn(text), timeoutMs);
    } catch (error) {
      if (timeoutMs > TIMEOUT_MS) throw error;
      await press('Escape');
      await quickPick(text, label, 4 * timeoutMs);
    }
  };

  return {
    page,
    folder,
    press,
    type,

    /** Runs a command by its title in the palette, such as `Daybook: New Day`. */
    runCommand: (/** @type {string} */ title) => quickPick(`>${title}`, title),

    /** Accepts the row with a label, or the first row whose label matches, in a list that a command shows. */
    chooseRow: (/** @type {string | RegExp} */ label) =>
      acceptRow(
        typeof label === 'string'
          ? rowOf(label)
          : rows.filter({ has: page.locator('.label-name', { hasText: label }) }),
      ),

    /** Opens a file by its path in the folder, and waits until its editor has the focus. */
    async openFile(/** @type {string} */ path) {
      const focused = page.locator('.editor-group-container.active .monaco-editor.focused');
      const open = async () => {
        await quickPick(path, basename(path));
        await tab(page, path).waitFor();
      };
      await open();
      const isFocused = focused.waitFor({ timeout: 20_000 }).then(
        () => true,
        () => false,
      );
      if (await isFocused) return;
      await open(); // a walkthrough that was still loading took the focus back
      await focused.waitFor();
    },

    /** Moves the cursor in the active editor to a line and column, counted from 1. */
    async goTo(/** @type {number} */ line, column = 1) {
      await press('F1');
      await acceptRow(rows.filter({ hasText: String(line) }), () => isFilledIn(`:${line},${column}`));
    },

    /** Returns the text in view in the active editor. */
    visibleText: () => visibleText(page),

    /**
     * Resolves when the extension host has handled everything that was done in the active entry, and the preview has handled the results.
     * Runs a command through the same queues, and waits until its effect shows in the clipboard.
     */
    async untilSettled() {
      const placeholder = `waiting since ${performance.now()}`;
      await untilPainted(page.locator('body'));
      await page.evaluate((text) => navigator.clipboard.writeText(text), placeholder);
      await press('Control+Alt+F9');
      await until(
        async () => (await page.evaluate(() => navigator.clipboard.readText())) !== placeholder,
        'the command on Ctrl+Alt+F9',
      );
      await untilPainted(this.previewFrame().locator('body'));
    },

    /** Reads a file of the folder from the disk. */
    readFile: (/** @type {string} */ path) => readFileSync(join(folder, path), 'utf8'),

    /** Returns the frame of the visible webview's content. */
    previewFrame: () => page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame'),

    /** Returns the numbers of problems in all files, as the status bar shows them: `{ errors, warnings, infos }`. */
    async problemCounts() {
      const label = (await page.locator('[id="status.problems"]').getAttribute('aria-label')) ?? '';
      const count = (/** @type {string} */ word) => Number(new RegExp(`${word}\\D*(\\d+)`).exec(label)?.[1] ?? 0);
      return { errors: count('Errors'), warnings: count('Warnings'), infos: count('Infos') };
    },

    /** Saves a screenshot in out/screenshots and returns its path. */
    async screenshot(/** @type {string} */ name) {
      const path = join(project, 'out/screenshots', `${name}.png`);
      mkdirSync(join(project, 'out/screenshots'), { recursive: true });
      await page.screenshot({ path, animations: 'disabled' });
      return path;
    },
  };
}

/**
 * Waits until the window has restored its editors and views.
 *
 * @param {Page} page
 */
export async function untilRestored(page) {
  await page.locator('.monaco-workbench .part.statusbar').waitFor();
  await page.waitForFunction(() => window.driver); // set late during startup
  await page.evaluate(() => window.driver.whenWorkbenchRestored());
}

/**
 * Resolves when the document of an element has handled waiting events and has been painted.
 *
 * @param {import('playwright-core').Locator} locator
 */
export function untilPainted(locator) {
  return locator.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)));
      }),
  );
}

/** @param {Page} page */
async function visibleText(page) {
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
function exactPattern(text) {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}
