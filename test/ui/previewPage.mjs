// The preview's page in a browser of its own, without an editor around it: what the editor would say is said by the test.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { tameGrayMatter } from '../../scripts/tameGrayMatter.mjs';
import { project } from '../host/hosts.mjs';
import { install } from '../host/install.mjs';
import { launchBrowser } from '../host/page.mjs';

/** Starts the browser; whoever does closes it. */
export async function startBrowser() {
  if (!process.env.CHROMIUM_PATH) await install('chromium');
  return launchBrowser();
}

/** Opens an empty page in its own context; `options` are those of the context. */
export async function openPage(browser, options = {}) {
  const script = readFileSync(join(project, 'dist/preview.js'), 'utf8');
  const style = readFileSync(join(project, 'dist/preview.css'), 'utf8');
  const context = await browser.newContext({ viewport: { width: 700, height: 800 }, ...options });
  const page = await context.newPage();
  await page.setContent(`<!doctype html><html lang="en"><head><title>Preview</title><style>${style}</style></head>
    <body><header id="head"></header><main id="body"></main><div id="note" role="tooltip" hidden></div></body></html>`);
  await page.evaluate(() => {
    window.said = [];
    window.acquireVsCodeApi = () => ({
      postMessage: (message) => window.said.push(message),
      getState: () => undefined,
      setState: (state) => {
        window.state = state;
      },
    });
  });
  await page.addScriptTag({ content: script });
  return {
    page,
    context,
    /** Tells the page something, message after message (or lists of them), and waits for what it does with them. */
    tell: (...messages) =>
      page.evaluate((list) => {
        for (const data of list) window.dispatchEvent(new MessageEvent('message', { data }));
      }, messages.flat()),
    /** What the page has said of that type so far. */
    said: (type) => page.evaluate((wanted) => window.said.filter((message) => message.type === wanted), type),
    /** The blocks as they stand there. */
    html: () =>
      page.evaluate(() => document.querySelector('#head').outerHTML + document.querySelector('#body').outerHTML),
  };
}

/** What of the sources a test of the page needs: `createUpdates`, `parseEntry`, `lint` and what goes with it. */
export async function core() {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `export { createUpdates } from './src/vscode/preview/updates.ts';
        export { parseEntry } from './src/core/entry/parse.ts';
        export { lint } from './src/core/lint/lint.ts';
        export { newsroomOf, surroundingsOf } from './src/core/newsroom.ts';`,
      resolveDir: project,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    plugins: [tameGrayMatter],
    logLevel: 'warning',
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return module.exports;
}

/** Makes the messages for one version of an entry after the other: what is written, and then what is wrong with it. */
export async function updatesOf({ target = 'site' } = {}) {
  const { createUpdates, parseEntry, lint, newsroomOf, surroundingsOf } = await core();
  const nowhere = newsroomOf([], { timezone: undefined, epochs: [], systemZone: () => 'UTC' });
  const around = surroundingsOf(nowhere, '_drafts/day-1.markdown', 'draft');
  const updates = createUpdates(undefined);
  let version = 0;
  return (text, fresh = false) => {
    const made = fresh ? createUpdates(undefined) : updates;
    const entry = parseEntry(text);
    const update = made.next(entry, { target, zone: undefined });
    const marks = made.marks(lint(entry, around, {}));
    return [{ type: 'update', version: ++version, ...update }, ...(marks ? [{ type: 'marks', marks }] : [])];
  };
}
