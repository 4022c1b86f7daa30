// The browser that shows the workbench, and what the workbench tells while a suite runs.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { hostFolder } from './hosts.mjs';

/** Begins each line of a suite's report (see test/vscode/report.ts), which comes in the midst of the editor's own log. */
export const mark = '\u2063';

/** Usual in an editor that was installed without native modules and has no network. */
const noise =
  /spdlog\.node|Release\/watchdog|sqlite3\.node|\[Service Worker\] registration|AgentHost|provider 'github'|No search provider/;

/** Starts Chromium: the system's where CHROMIUM_PATH names it, else the installed one. */
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

/** The browser's program: the system's where CHROMIUM_PATH names it, else the installed one. */
function browserPath() {
  return process.env['CHROMIUM_PATH'] || join(hostFolder('chromium'), 'chromium');
}

/** The installed browser brings the libraries and the letters that a bare machine lacks; where it has its own they are better. */
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

/** How long a single step may wait for what it looks for, on however busy a machine. */
const PATIENCE_MS = 90_000;

/**
 * Opens a page of the size that screenshots are taken in, with the clipboard at hand.
 *
 * @param {import('playwright-core').Browser} browser
 */
export async function newPage(browser) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return context.newPage();
}

/**
 * Listens to a workbench that runs a suite: `report` gets the suite's lines as they come, `ended` resolves when the
 * editor says that the run is over, `complaints` gathers the warnings and errors of the editor's own log.
 *
 * @param {import('playwright-core').Page} page
 * @param {(line: string) => void} report
 */
export async function listenToSuite(page, report) {
  /** @type {string[]} */
  const complaints = [];
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    page.on('crash', () => resolve('the page crashed'));
    page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) =>
      resolve(`the editor ended the run with ${code}`),
    );
  });
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ values) => {
    const line = format(...values);
    if (line.startsWith(mark)) report(line.slice(mark.length));
    else if (/^(?:warn|error)/.test(type) && !noise.test(line)) complaints.push(`[${type}] ${line}`);
  });
  return { ended, complaints };
}
