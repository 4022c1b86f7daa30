#!/usr/bin/env node
// Replaces the desktop VS Code binary for @vscode/test-electron. Takes the same arguments, runs the suite in the VS Code server, and
// exits with 0 only if the suite reports that tests ran and none failed. DAYBOOK_HOST is the version of VS Code, DAYBOOK_SCREENSHOT the
// path of the screenshot to take if the suite fails. With DAYBOOK_UNTRUSTED, the window does not trust the folder.
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LINE_MARK, launchBrowser, listenToSuite, newPage } from './browser.mjs';
import { startServer } from './vscodeServer.mjs';
import { HOST_IDLE_MS, watchIdle } from './watchIdle.mjs';
import { workbenchUrl } from './workbenchUrl.mjs';

const { values, positionals } = parseArgs({
  strict: false, // ignores the other arguments of the desktop binary
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
const serverPromise = startServer({
  home,
  version: process.env['DAYBOOK_HOST'],
  testing: true,
  trustsFolders: !process.env['DAYBOOK_UNTRUSTED'],
});
const browserPromise = launchBrowser();
try {
  const [server, browser] = await Promise.all([serverPromise, browserPromise]);
  const page = await newPage(browser);
  let result = /** @type {{ passed: number, failed: number } | undefined} */ (undefined);
  let lastTest = 'none';
  /** @type {(reason: string) => void} */
  let giveUp = () => {};
  /** @type {Promise<string>} */
  const hung = new Promise((resolve) => {
    giveUp = resolve;
  });
  const watch = watchIdle(HOST_IDLE_MS, () =>
    giveUp(`nothing happened for ${HOST_IDLE_MS / 60_000} minutes; last test started: ${lastTest}`),
  );
  const { ended, warnings } = await listenToSuite(page, (line) => {
    watch.touch();
    const [, title] = /^##test (.*)$/.exec(line) ?? [];
    if (title !== undefined) lastTest = title;
    else console.log(LINE_MARK + line);
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
  const reason = await Promise.race([ended, hung]);
  watch.stop();
  const passed = result !== undefined && result.passed > 0 && result.failed === 0;
  if (!passed) {
    if (result === undefined) {
      console.log(`The suite reported no result: ${reason}.`);
      for (const warning of warnings.slice(-10)) console.log(warning.slice(0, 400));
    }
    await takeScreenshot(page);
  }
  process.exitCode = passed ? 0 : 1;
} finally {
  await Promise.allSettled([
    browserPromise.then((browser) => browser.close()),
    serverPromise.then((server) => server.stop()),
  ]);
}
process.exit();

/** Returns the path in an option that @vscode/test-electron always passes. */
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
    () => console.log(`Screenshot of the window: ${path}`),
    () => {}, // a page that has crashed cannot be captured
  );
}
