#!/usr/bin/env node
// Stands in for the desktop's VS Code binary where @vscode/test-electron wants one: takes the binary's arguments, runs the
// suite in the editor's server, exits with 0 only if the suite has said itself that its tests ran and none failed.
// DAYBOOK_HOST names the editor's version, DAYBOOK_SCREENSHOT the picture to take if the suite fails.
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { HOST_IDLE_MS, watchIdle } from './idle.mjs';
import { launchBrowser, listenToSuite, mark, newPage } from './page.mjs';
import { startServer } from './server.mjs';
import { workbenchUrl } from './url.mjs';

const { values, positionals } = parseArgs({
  strict: false, // the desktop's other arguments mean nothing here
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
});

const data = pathOf('user-data-dir');
const home = { path: dirname(data), data, extensions: pathOf('extensions-dir') };
const starting = startServer({ home, version: process.env['DAYBOOK_HOST'], testing: true });
const launching = launchBrowser();
try {
  const [server, browser] = await Promise.all([starting, launching]);
  const page = await newPage(browser);
  let result = /** @type {{ passed: number, failed: number } | undefined} */ (undefined);
  let lastTest = 'none';
  /** @type {(end: string) => void} */
  let giveUp = () => {};
  /** @type {Promise<string>} */
  const hung = new Promise((resolve) => {
    giveUp = resolve;
  });
  const watch = watchIdle(HOST_IDLE_MS, () =>
    giveUp(`nothing happened for ${HOST_IDLE_MS / 60_000} minutes; the last test that began: ${lastTest}`),
  );
  const { ended, complaints } = await listenToSuite(page, (line) => {
    watch.touch();
    const [, title] = /^##test (.*)$/.exec(line) ?? [];
    if (title !== undefined) lastTest = title;
    else console.log(mark + line);
    const [, json] = /^##result (.*)$/.exec(line) ?? [];
    if (json !== undefined) result = JSON.parse(json);
  });
  await page.goto(
    workbenchUrl(server, {
      folder: resolve(positionals[0] ?? '.'),
      development: pathOf('extensionDevelopmentPath'),
      tests: pathOf('extensionTestsPath'),
    }),
  );
  const end = await Promise.race([ended, hung]);
  watch.stop();
  const passed = result !== undefined && result.passed > 0 && result.failed === 0;
  if (!passed) {
    if (result === undefined) {
      console.log(`The suite gave no result: ${end}.`);
      for (const complaint of complaints.slice(-10)) console.log(complaint.slice(0, 400));
    }
    await takeScreenshot(page);
  }
  process.exitCode = passed ? 0 : 1;
} finally {
  await Promise.allSettled([launching.then((browser) => browser.close()), starting.then((server) => server.stop())]);
}
process.exit();

/** The path that an option names, which @vscode/test-electron always passes. */
function pathOf(/** @type {keyof typeof values} */ name) {
  const value = values[name];
  if (typeof value !== 'string') throw new Error(`--${name} is missing.`);
  return resolve(value);
}

async function takeScreenshot(/** @type {import('playwright-core').Page} */ page) {
  const path = process.env['DAYBOOK_SCREENSHOT'];
  if (!path) return;
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path }).then(
    () => console.log(`The window as it was: ${path}`),
    () => {}, // a page that crashed shows nothing
  );
}
