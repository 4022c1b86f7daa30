// The browser that shows the workbench.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { hostFolder } from './hosts.mjs';

/** The first character of each line of a suite's report (see test/vscode/report.ts), to tell it from the editor's own log. */
export const LINE_MARK = '\u2063';

/** Warnings to expect from an editor without native modules and network. */
const EXPECTED_WARNINGS =
  /spdlog\.node|Release\/watchdog|sqlite3\.node|\[Service Worker\] registration|AgentHost|provider 'github'|No search provider/;

/** Starts Chromium. */
export function launchBrowser() {
  return chromium.launch({
    executablePath: browserPath(),
    env: browserEnvironment(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Returns CHROMIUM_PATH or else the path of the Chromium that install.mjs has installed. */
function browserPath() {
  return process.env['CHROMIUM_PATH'] || join(hostFolder('chromium'), 'chromium');
}

/** The installed Chromium comes with fonts and libraries for machines that have none. We prefer those of the machine. */
function browserEnvironment() {
  const env = { ...process.env };
  if (process.env['CHROMIUM_PATH']) return env;
  const folder = hostFolder('chromium');
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_FILE'] = join(folder, 'fonts.conf');
  if (spawnSync(browserPath(), ['--version'], { env }).status !== 0) {
    env['LD_LIBRARY_PATH'] = [join(folder, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter);
  }
  return env;
}

/** How long to wait for an element: long enough for a busy machine. */
const TIMEOUT_MS = 90_000;

/**
 * Opens a page of the size of our screenshots, with access to the clipboard. `scale` is the number of pixels for each CSS pixel.
 *
 * @param {import('playwright-core').Browser} browser
 */
export async function newPage(browser, { width = 1280, height = 800, scale = 1 } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(TIMEOUT_MS);
  return context.newPage();
}

/**
 * Listens to a workbench that runs a suite. Calls `report` with each line of the suite. `ended` resolves to the reason when the run
 * is over; `warnings` collects the warnings and errors in the editor's own log.
 *
 * @param {import('playwright-core').Page} page
 * @param {(line: string) => void} report
 */
export async function listenToSuite(page, report) {
  /** @type {string[]} */
  const warnings = [];
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    page.on('crash', () => resolve('the page crashed'));
    page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) =>
      resolve(`the editor ended the run with code ${code}`),
    );
  });
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ values) => {
    const line = format(...values);
    if (line.startsWith(LINE_MARK)) report(line.slice(LINE_MARK.length));
    else if (/^(?:warn|error)/.test(type) && !EXPECTED_WARNINGS.test(line)) warnings.push(`[${type}] ${line}`);
  });
  return { ended, warnings };
}
