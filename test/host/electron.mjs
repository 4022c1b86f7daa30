#!/usr/bin/env node
// Stands in for the desktop's VS Code binary where @vscode/test-electron wants one: takes the binary's arguments, runs the
// suite in the editor's server, exits with 0 only if the suite has said itself that its tests ran and none failed.
// DAYBOOK_HOST names the editor's version, DAYBOOK_SCREENSHOT the picture to take if the suite fails.
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser, listenToSuite, mark, newPage } from './page.mjs';
import { startServer } from './server.mjs';
import { workbenchUrl } from './url.mjs';

// Only against a suite that hangs: on a slow machine one that is well may take two minutes.
const suiteTimeout = Number(process.env.DAYBOOK_SUITE_TIMEOUT || 480_000);

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

const data = resolve(values['user-data-dir']);
const home = { path: dirname(data), data, extensions: resolve(values['extensions-dir']) };
const starting = startServer({ home, version: process.env.DAYBOOK_HOST, testing: true });
const launching = launchBrowser();
try {
  const [server, browser] = await Promise.all([starting, launching]);
  const page = await newPage(browser);
  let result;
  const { ended, complaints } = await listenToSuite(page, (line) => {
    console.log(mark + line);
    const [, json] = /^##result (.*)$/.exec(line) ?? [];
    if (json !== undefined) result = JSON.parse(json);
  });
  await page.goto(
    workbenchUrl(server, {
      folder: resolve(positionals[0]),
      development: resolve(values.extensionDevelopmentPath),
      tests: resolve(values.extensionTestsPath),
    }),
  );
  const end = await Promise.race([ended, after(suiteTimeout, `no end after ${suiteTimeout / 1000} s`)]);
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

function after(milliseconds, value) {
  return new Promise((done) => setTimeout(done, milliseconds, value).unref());
}

async function takeScreenshot(page) {
  const path = process.env.DAYBOOK_SCREENSHOT;
  if (!path) return;
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path }).then(
    () => console.log(`The window as it was: ${path}`),
    () => {}, // a page that crashed shows nothing
  );
}
