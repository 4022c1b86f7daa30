// The preview page in a browser without an editor. The tests send the messages of the editor.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { safeGrayMatter } from '../../scripts/safeGrayMatter.mjs';
import { launchBrowser } from '../host/browser.mjs';
import { project } from '../host/hosts.mjs';
import { install } from '../host/install.mjs';

/** @typedef {import('../../src/preview/protocol.ts').ToPage} ToPage */
/** @typedef {import('../../src/preview/protocol.ts').FromPage} FromPage */

/**
 * The first message of the editor: which entry the page shows.
 *
 * @type {Extract<ToPage, { type: 'shows' }>}
 */
export const shows = { type: 'shows', state: { uri: 'file:///a.markdown', target: 'site', locked: false } };

/**
 * The message of the editor about what the page looks like.
 *
 * @param {Partial<import('../../src/preview/protocol.ts').Appearance>} [changes]
 * @returns {Extract<ToPage, { type: 'look' }>}
 */
export function lookOf(changes = {}) {
  /** @type {import('../../src/preview/protocol.ts').ImageSources} */
  const images = { folder: undefined, site: undefined, remote: 'loaded' };
  return { type: 'look', look: { theme: 'editor', zoom: 100, images, isWithoutStyles: false, ...changes } };
}

/** How long to wait for an element: long enough for a busy machine. */
const TIMEOUT_MS = 90_000;

/** @type {Promise<import('playwright-core').Browser> | undefined} */
let browserPromise;

async function startBrowser() {
  if (!process.env['CHROMIUM_PATH']) await install('chromium');
  return launchBrowser();
}

/** Closes the browser, if a page has been opened in it. */
export async function closeBrowser() {
  const browser = await browserPromise;
  browserPromise = undefined;
  await browser?.close();
}

/**
 * Opens an empty page in its own browser context.
 *
 * @param {import('playwright-core').BrowserContextOptions} options
 */
export async function openPage(options = {}) {
  browserPromise ??= startBrowser();
  const browser = await browserPromise;
  const script = readFileSync(join(project, 'dist/preview.js'), 'utf8');
  const style = readFileSync(join(project, 'dist/preview.css'), 'utf8');
  const context = await browser.newContext({ viewport: { width: 700, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  await page.setContent(`<!doctype html><html lang="en"><head><title>Preview</title><style>${style}</style></head>
    <body><header id="head"></header><main id="body"></main><div id="note" role="tooltip" hidden></div></body></html>`);
  await page.evaluate(() => {
    window.sentMessages = [];
    window.acquireVsCodeApi = () => ({
      postMessage: (/** @type {FromPage} */ message) => window.sentMessages.push(message),
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
    /** Sends messages, or lists of messages, to the page and waits until it has handled them. */
    send: (/** @type {readonly (ToPage | readonly ToPage[])[]} */ ...messages) =>
      page.evaluate((list) => {
        for (const data of list) window.dispatchEvent(new MessageEvent('message', { data }));
      }, messages.flat()),
    /**
     * Returns the messages of a type that the page has sent so far.
     *
     * @template {FromPage['type']} Type
     * @param {Type} type
     */
    async sentMessages(type) {
      const messages = await page.evaluate(() => window.sentMessages);
      return messages
        .filter((message) => message.type === type)
        .map((message) => /** @type {Extract<FromPage, { type: Type }>} */ (message));
    },
    /** Returns the current HTML of head and body. */
    html: () =>
      page.evaluate(() => ['#head', '#body'].map((id) => document.querySelector(id)?.outerHTML ?? '').join('')),
  };
}

/**
 * The source modules that tests of the page need.
 *
 * @typedef {typeof import('../../src/vscode/preview/updates.ts')
 *   & typeof import('../../src/core/entry/parse.ts')
 *   & typeof import('../../src/core/lint/lint.ts')
 *   & typeof import('../../src/core/newsroom/newsroom.ts')} Sources
 */

/** @returns {Promise<Sources>} */
async function buildSources() {
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
    plugins: [safeGrayMatter],
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
 * Returns a function that computes the messages for the next version of an entry, its text and its problems. If `fresh`, they are
 * messages for an empty page.
 *
 * @param {import('../../src/preview/protocol.ts').Target} target
 */
export async function createMessages(target = 'site') {
  const { createUpdates, parseEntry, lint, newsroomOf, ruleContextOf } = await buildSources();
  const newsroom = newsroomOf([], { timezone: undefined, epochs: [], systemZone: () => 'UTC' });
  const context = ruleContextOf(newsroom, '_drafts/day-1.markdown', 'draft');
  const sharedUpdates = createUpdates(undefined);
  let version = 0;
  /** @returns {ToPage[]} */
  return (/** @type {string} */ text, fresh = false) => {
    const updates = fresh ? createUpdates(undefined) : sharedUpdates;
    const entry = parseEntry(text);
    const update = updates.next(entry, { target, zone: undefined });
    const marks = updates.marks(lint(entry, context, {}));
    return [
      { type: 'update', version: ++version, ...update, cursor: undefined },
      ...(marks ? [/** @type {const} */ ({ type: 'marks', marks })] : []),
    ];
  };
}
