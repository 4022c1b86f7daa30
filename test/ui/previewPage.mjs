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
  if (!process.env['CHROMIUM_PATH']) await install('chromium');
  return launchBrowser();
}

/** @typedef {import('../../src/preview/protocol.ts').ToPage} ToPage */
/** @typedef {import('../../src/preview/protocol.ts').FromPage} FromPage */

/**
 * What the editor says first: the page shows this entry.
 *
 * @type {Extract<ToPage, { type: 'shows' }>}
 */
export const shows = { type: 'shows', state: { uri: 'file:///a.markdown', target: 'site', locked: false } };

/** How long a single step may wait for what it looks for, on however busy a machine. */
const PATIENCE_MS = 90_000;

/**
 * Opens an empty page in its own context; `options` are those of the context.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').BrowserContextOptions} options
 */
export async function openPage(browser, options = {}) {
  const script = readFileSync(join(project, 'dist/preview.js'), 'utf8');
  const style = readFileSync(join(project, 'dist/preview.css'), 'utf8');
  const context = await browser.newContext({ viewport: { width: 700, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.setContent(`<!doctype html><html lang="en"><head><title>Preview</title><style>${style}</style></head>
    <body><header id="head"></header><main id="body"></main><div id="note" role="tooltip" hidden></div></body></html>`);
  await page.evaluate(() => {
    window.said = [];
    window.acquireVsCodeApi = () => ({
      postMessage: (/** @type {FromPage} */ message) => window.said.push(message),
      getState: () => undefined,
      setState: (/** @type {unknown} */ state) => {
        window.state = state;
      },
    });
  });
  await page.addScriptTag({ content: script });
  return {
    page,
    context,
    /** Tells the page something, message after message (or lists of them), and waits for what it does with them. */
    tell: (/** @type {readonly (ToPage | readonly ToPage[])[]} */ ...messages) =>
      page.evaluate((list) => {
        for (const data of list) window.dispatchEvent(new MessageEvent('message', { data }));
      }, messages.flat()),
    /**
     * What the page has said of that type so far.
     *
     * @template {FromPage['type']} Type
     * @param {Type} type
     */
    async said(type) {
      const all = await page.evaluate(() => window.said);
      return all
        .filter((message) => message.type === type)
        .map((message) => /** @type {Extract<FromPage, { type: Type }>} */ (message));
    },
    /** The blocks as they stand there. */
    html: () =>
      page.evaluate(() => ['#head', '#body'].map((id) => document.querySelector(id)?.outerHTML ?? '').join('')),
  };
}

/**
 * What of the sources a test of the page needs.
 *
 * @typedef {typeof import('../../src/vscode/preview/updates.ts')
 *   & typeof import('../../src/core/entry/parse.ts')
 *   & typeof import('../../src/core/lint/lint.ts')
 *   & typeof import('../../src/core/newsroom/newsroom.ts')} Sources
 */

/** @returns {Promise<Sources>} */
async function core() {
  const {
    outputFiles: [output],
  } = await esbuild.build({
    stdin: {
      contents: `export { createUpdates } from './src/vscode/preview/updates.ts';
        export { parseEntry } from './src/core/entry/parse.ts';
        export { lint } from './src/core/lint/lint.ts';
        export { newsroomOf, ruleContextOf } from './src/core/newsroom/newsroom.ts';`,
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
  const module = { exports: /** @type {Sources} */ ({}) };
  new Function('module', 'exports', 'require', output?.text ?? '')(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return module.exports;
}

/**
 * Makes the messages for one version of an entry after the other: what is written, and then what is wrong with it.
 *
 * @param {import('../../src/preview/protocol.ts').Target} target
 */
export async function updatesOf(target = 'site') {
  const { createUpdates, parseEntry, lint, newsroomOf, ruleContextOf } = await core();
  const nowhere = newsroomOf([], { timezone: undefined, epochs: [], systemZone: () => 'UTC' });
  const around = ruleContextOf(nowhere, '_drafts/day-1.markdown', 'draft');
  const updates = createUpdates(undefined);
  let version = 0;
  /** @returns {ToPage[]} */
  return (/** @type {string} */ text, fresh = false) => {
    const made = fresh ? createUpdates(undefined) : updates;
    const entry = parseEntry(text);
    const update = made.next(entry, { target, zone: undefined });
    const marks = made.marks(lint(entry, around, {}));
    return [
      { type: 'update', version: ++version, ...update, cursor: undefined },
      ...(marks ? [/** @type {const} */ ({ type: 'marks', marks })] : []),
    ];
  };
}
