// A person at the editor: opens files, runs commands, types, and looks at what the window shows.
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { makeHome } from '../host/home.mjs';
import { newest, project } from '../host/hosts.mjs';
import { install } from '../host/install.mjs';
import { copyNewsroom } from '../host/newsroom.mjs';
import { launchBrowser, newPage } from '../host/page.mjs';
import { installExtension, startServer } from '../host/server.mjs';
import { workbenchUrl } from '../host/url.mjs';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern', contrast: 'Default High Contrast' };

/**
 * Opens a window of VS Code on a copy of `folder` (the samples unless another is named), with Daybook from its sources or,
 * with `vsix`, as an installed package. `theme` is `light`, `dark`, `contrast` or a theme's own name, `open` lists files
 * of the folder to open. Whoever starts it closes it.
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
  await install(version, ...(process.env.CHROMIUM_PATH ? [] : ['chromium']));
  const home = makeHome(() => ({
    'workbench.colorTheme': themes[theme] ?? theme,
    'editor.minimap.enabled': false,
    ...settings,
  }));
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

function person(page, folder) {
  const press = (keys) => page.keyboard.press(keys);
  const type = (text) => page.keyboard.type(text);
  const input = page.locator('.quick-input-widget input').first();
  const rows = page.locator('.quick-input-list .monaco-list-row');

  /** Goes down to the row that reads `label` in the list below the box and takes it. */
  const choose = async (label) => {
    const row = rows.filter({ has: page.locator('.label-name', { hasText: exactly(label) }) }).first();
    await row.waitFor({ timeout: 5000 });
    while (!/\bfocused\b/.test(await row.getAttribute('class', { timeout: 5000 }))) await press('ArrowDown');
    await press('Enter');
    await row.waitFor({ state: 'hidden' });
  };

  /**
   * Writes into the box that F1 opens and takes a row; tries again when the box has closed itself, which it does whenever
   * something else in the window takes the focus.
   */
  const pick = async (text, label, tries = 3) => {
    await press('F1');
    try {
      await input.fill(text, { timeout: 5000 });
      await choose(label);
    } catch (error) {
      if (tries === 1) throw error;
      await press('Escape');
      await pick(text, label, tries - 1);
    }
  };

  return {
    page,
    folder,
    press,
    type,

    /** Runs a command by its title in the palette, such as `Daybook: New Day`. */
    command: (title) => pick(`>${title}`, title),

    /** Takes the row that reads `label` from a list that a command shows. */
    choose,

    /** Writes into the box that a command shows, and confirms. */
    async answer(text) {
      await input.fill(text);
      await press('Enter');
    },

    /** Opens a file by its path in the folder; the cursor is then in it. */
    async openFile(path) {
      await pick(path, basename(path));
      await tab(page, path).waitFor();
      await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    },

    /** Puts the cursor of the active editor at a line and column, both from 1. */
    async goTo(line, column = 1) {
      await press('F1');
      await input.fill(`:${line},${column}`);
      await press('Enter');
      await input.waitFor({ state: 'hidden' });
    },

    /** The lines of the active editor that are in view, as they are shown, once the editor has drawn them all. */
    async visibleText() {
      let text = await drawnText(page);
      for (let before; text !== before; ) {
        before = text;
        await page.waitForTimeout(200);
        text = await drawnText(page);
      }
      return text;
    },

    /** A file of the folder as it lies on the disk. */
    read: (path) => readFileSync(join(folder, path), 'utf8'),

    /** The inside of the page that a webview shows, as a frame to locate in. */
    previewFrame: () => page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame'),

    /** What the status bar counts over all files: `{ errors, warnings, infos }`. */
    async problemsCount() {
      const label = (await page.locator('[id="status.problems"]').getAttribute('aria-label')) ?? '';
      const count = (word) => Number(new RegExp(`${word}\\D*(\\d+)`).exec(label)?.[1] ?? 0);
      return { errors: count('Errors'), warnings: count('Warnings'), infos: count('Infos') };
    },

    /** The squiggles in view in the active editor, by severity. */
    async squiggles() {
      const count = (severity) => page.locator(`.editor-group-container.active .squiggly-${severity}`).count();
      const [error, warning, info, hint] = await Promise.all(['error', 'warning', 'info', 'hint'].map(count));
      return { error, warning, info, hint };
    },

    /** Takes a picture of the window into out/screenshots and returns its path. */
    async screenshot(name) {
      const path = join(project, 'out/screenshots', `${name}.png`);
      mkdirSync(join(project, 'out/screenshots'), { recursive: true });
      await page.screenshot({ path });
      return path;
    },
  };
}

async function drawnText(page) {
  const lines = await page.locator('.editor-group-container.active .view-lines .view-line').evaluateAll((elements) =>
    elements
      .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' }))
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text.replaceAll('\u00a0', ' ')),
  );
  return lines.join('\n');
}

function tab(page, path) {
  return page.locator(`.tab[data-resource-name="${basename(path)}"]`);
}

function exactly(text) {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}
