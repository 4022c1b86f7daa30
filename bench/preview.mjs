// What the preview costs, each beside its peer in the same run: a key until its update is known, the patch of the page against the
// built-in preview's own page script (DOMParser and morphdom), what is loaded at activation against the built-in Markdown extension,
// and the first preview. `node bench/preview.mjs`; it needs the corpus (DAYBOOK_CORPUS, else ../shared/corpus) and dist/.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import MarkdownIt from 'markdown-it';
import { tameGrayMatter } from '../scripts/tameGrayMatter.mjs';
import { hostFolder, newest } from '../test/host/hosts.mjs';
import { install } from '../test/host/install.mjs';
import { openPage, startBrowser } from '../test/ui/previewPage.mjs';
import { buildForNode } from './buildForNode.mjs';
import { median, medianAt, quantile } from './statistics.mjs';

/** @typedef {import('../src/preview/protocol.ts').ToPage} ToPage */
/** @typedef {import('../src/core/entry/entry.ts').Entry} Entry */
/** @typedef {import('../src/core/render/targets/previewPage.ts').PreviewOptions} PreviewOptions */
/**
 * @typedef {typeof import('../src/vscode/preview/updates.ts')
 *   & typeof import('../src/core/entry/parse.ts')
 *   & typeof import('../src/core/lint/lint.ts')
 *   & { around: ReturnType<typeof import('../src/core/newsroom/newsroom.ts').ruleContextOf> }} Core
 */

/** As the built-in preview renders, the lines of the source in it. */
const PEER = new MarkdownIt({ html: true, linkify: true });
PEER.core.ruler.push('lines', ({ tokens }) => {
  for (const token of tokens) {
    if (!token.map || token.type === 'inline') continue;
    token.attrSet('data-line', String(token.map[0]));
    token.attrJoin('class', 'code-line');
    token.attrJoin('dir', 'auto');
  }
});

const KEYS = 400;
const SENTENCE = ' He said "no" to **that**, and nobody knew why.';
/** @type {PreviewOptions} */
const SITE = { target: 'site', zone: undefined };

await install(newest);
const peer = join(hostFolder(newest), 'vscode/extensions/markdown-language-features');
const corpus = process.env['DAYBOOK_CORPUS'] ?? resolve('../shared/corpus');
const entries = readdirSync(join(corpus, '_posts'))
  .map((name) => readFileSync(join(corpus, '_posts', name), 'utf8'))
  .sort((a, b) => a.length - b.length);
const largest = entries.at(-1) ?? '';
assert.notEqual(largest, '', 'the corpus holds no entry');
const folder = mkdtempSync(resolve('out-bench-'));
try {
  const module = await build();
  /** @type {Core} */
  const core = createRequire(import.meta.url)(module);
  const messages = updates(core);
  await patches(messages);
  activation();
  firstPreview(module);
} finally {
  rmSync(folder, { recursive: true });
}

/**
 * Types in the middle of the largest entry; gives what the page is told with each key, and before that of the whole.
 *
 * @param {Core} core
 * @returns {ToPage[][]}
 */
function updates({ parseEntry, createUpdates, lint, around }) {
  const made = createUpdates(undefined);
  const problems = (/** @type {Entry} */ entry) => lint(entry, around, {});
  const first = parseEntry(largest);
  const told = [{ update: made.next(first, SITE), marks: made.marks(problems(first)) }];
  /** @type {Record<'to the update' | 'to the marks', number[]>} */
  const times = { 'to the update': [], 'to the marks': [] };
  for (const text of versions()) {
    const started = performance.now();
    const entry = parseEntry(text);
    const update = made.next(entry, SITE);
    const updated = performance.now();
    told.push({ update, marks: made.marks(problems(entry)) });
    times['to the update'].push(updated - started);
    times['to the marks'].push(performance.now() - started);
  }
  const size = JSON.stringify(told.at(-1)?.update).length;
  console.log(`a key in the largest entry (${largest.length} characters, an update of ${size}), ms, p50 / p99`);
  for (const [what, list] of Object.entries(times)) console.log(`  ${what}: ${quantiles(list.slice(KEYS / 4))}`);
  console.log('  (the update must be 2 / 8, is to be 0.3 / 1)');
  return told.map(({ update, marks }, version) => {
    /** @type {ToPage[]} */
    const messages = [{ type: 'update', version, ...update, cursor: undefined }];
    if (marks) messages.push({ type: 'marks', marks });
    return messages;
  });
}

function versions() {
  const at = largest.indexOf('\n\n', largest.length >> 1);
  return Array.from({ length: KEYS }, (_, key) => {
    const typed = SENTENCE.repeat(1 + Math.floor(key / SENTENCE.length)).slice(0, key + 1);
    return Buffer.from(largest.slice(0, at) + typed + largest.slice(at)).toString();
  });
}

/** In one browser, in turns: each patches its page and lays it out. */
async function patches(/** @type {readonly ToPage[][]} */ messages) {
  const [first = [], ...keys] = messages;
  const browser = await startBrowser();
  try {
    const ours = await openPage(browser);
    await ours.tell({ type: 'shows', state: { uri: 'file:///a.markdown', target: 'site', locked: false } }, ...first);
    const theirs = await peerPage(browser);
    const contents = versions().map((text) => [peerHtml(text)]);
    /** @type {Record<'ours' | 'built-in', number[]>} */
    const times = { ours: [], 'built-in': [] };
    for (let from = 0; from < KEYS; from += 50) {
      times.ours.push(...(await ours.page.evaluate(patch, keys.slice(from, from + 50))));
      times['built-in'].push(...(await theirs.evaluate(patch, contents.slice(from, from + 50))));
    }
    const shown = [ours.page, theirs].map((page) => page.evaluate(() => document.body.textContent));
    for (const text of await Promise.all(shown))
      assert.ok(text.includes('and nobody knew why. He said'), 'all was shown');
    console.log('patch and layout of the page, largest entry, ms, p50 / p99');
    for (const [what, list] of Object.entries(times)) console.log(`  ${what}: ${quantiles(list.slice(KEYS / 4))}`);
    const faster = median(times['built-in'].slice(KEYS / 4)) / median(times.ours.slice(KEYS / 4));
    console.log(`  times as fast: ${faster.toFixed(1)} (must be 1, is to be 3)`);
  } finally {
    await browser.close();
  }
}

/** Runs in the page; each key may have several messages. */
function patch(/** @type {readonly (readonly unknown[])[]} */ keys) {
  return keys.map((messages) => {
    const started = performance.now();
    for (const data of messages) window.dispatchEvent(new MessageEvent('message', { data }));
    document.body.getBoundingClientRect();
    return performance.now() - started;
  });
}

/** The built-in preview's page, as its extension makes it. */
async function peerPage(/** @type {import('playwright-core').Browser} */ browser) {
  const context = await browser.newContext({ viewport: { width: 700, height: 800 } });
  const page = await context.newPage();
  const settings = JSON.stringify({ source: 'a', line: 0, scrollPreviewWithEditor: true }).replaceAll('"', '&quot;');
  const style = readFileSync(join(peer, 'media/markdown.css'), 'utf8');
  await page.setContent(`<!doctype html><html><head><style>${style}</style>
    <meta id="vscode-markdown-preview-data" data-settings="${settings}" data-state="{}" data-initial-md-content="&lt;p&gt;">
    </head><body class="vscode-body"><div class="markdown-body" dir="auto"></div></body></html>`);
  await page.evaluate(() => {
    Object.assign(window, {
      cspAlerter: { setPoster() {} },
      styleLoadingMonitor: { setPoster() {} },
      acquireVsCodeApi: () => ({ postMessage() {}, getState() {}, setState() {} }),
    });
  });
  await page.addScriptTag({ content: readFileSync(join(peer, 'media/index.js'), 'utf8'), type: 'module' });
  await page.evaluate((data) => window.dispatchEvent(new MessageEvent('message', { data })), peerHtml(largest));
  await page.locator('.markdown-body p').first().waitFor();
  return page;
}

/** What the built-in preview's page is told. */
function peerHtml(/** @type {string} */ text) {
  const body = text.replace(/^---\n[\s\S]*?\n---[ \t]*(?:\n|$)/, '');
  return {
    type: 'updateContent',
    source: 'a',
    content: `<html><body><div class="markdown-body" dir="auto">${PEER.render(body)}</div></body></html>`,
  };
}

/**
 * What each evaluates before it is activated, in a process of its own, without an editor; and for us what comes with the first entry:
 * all that `activate` loads and does where an entry is open, until its problems are handed to the editor.
 */
function activation() {
  const stub = resolve('test/support/anyEditor.cjs');
  /** @returns {number[][]} */
  const runs = (/** @type {string} */ script) =>
    Array.from({ length: 15 }, () => {
      const { stdout, stderr } = spawnSync(process.execPath, ['--require', stub, '-e', script], { encoding: 'utf8' });
      assert.match(stdout, /^\[.+\]$/m, stderr.slice(-500));
      return JSON.parse(stdout);
    });
  const load = (/** @type {string} */ file) =>
    runs(`const started = performance.now(); const loaded = require(${JSON.stringify(file)});
      const took = performance.now() - started;
      if (typeof loaded.activate === 'function') console.log(JSON.stringify([took]));
      process.exit();`);
  const extension = resolve('dist/extension.js');
  const own = medianAt(load(extension), 0);
  const other = medianAt(load(join(peer, 'dist/extension.js')), 0);
  console.log('load at activation, ms, median');
  console.log(`  ours: ${own.toFixed(1)}\n  built-in: ${other.toFixed(1)}`);
  console.log(`  ours is 1/${(other / own).toFixed(1)} of it (must be 1/5, is to be 1/50)`);

  const opened = runs(`const shown = (_, { length }) => {
      const took = performance.now() - started;
      setImmediate(() => { // when all else that is opened with it has been
        const dist = ${JSON.stringify(resolve('dist'))};
        const files = Object.keys(require.cache).filter((path) => path.startsWith(dist));
        const size = files.reduce((sum, path) => sum + require('node:fs').statSync(path).size, 0);
        console.log(JSON.stringify([loaded - started, took, length, files.length, size]));
        process.exit();
      });
    };
    editor.textDocuments = [openEntry(${JSON.stringify(entries[entries.length >> 1])})];
    editor.createDiagnosticCollection = (name) => (name === 'daybook' ? { set: shown } : anything);
    const started = performance.now();
    const { activate } = require(${JSON.stringify(extension)});
    const loaded = performance.now();
    void activate(context);`);
  const at = (/** @type {number} */ index) => medianAt(opened, index).toFixed(1);
  const [, , problems, files, size = 0] = opened[0] ?? [];
  console.log('with an entry open: all that it needs, until its problems are shown, ms, median');
  console.log(`  ours: ${at(1)}, ${at(0)} of it the load at activation`);
  console.log(`  (${problems} problems; ${files} files of ${(size / 1024).toFixed(0)} KiB)`);
}

/** Module load and the first entry, each in a process of its own. */
function firstPreview(/** @type {string} */ module) {
  const draft = join(corpus, 'day-1080.draft.markdown');
  const script = `
    const text = require('node:fs').readFileSync(${JSON.stringify(draft)}, 'utf8');
    const started = performance.now();
    const { createUpdates, parseEntry } = require(${JSON.stringify(module)});
    const loaded = performance.now();
    createUpdates(undefined).next(parseEntry(text), { target: 'site', zone: undefined });
    console.log(JSON.stringify([loaded - started, performance.now() - loaded, performance.now() - started]));`;
  /** @type {number[][]} */
  const runs = Array.from({ length: 15 }, () =>
    JSON.parse(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout),
  );
  const [load, first, both] = [0, 1, 2].map((index) => medianAt(runs, index).toFixed(1));
  console.log(`first preview, ms: load ${load}, first render ${first}, both ${both} (must be 80, is to be 25)`);
}

async function build() {
  const outfile = join(folder, 'core.cjs');
  await buildForNode({
    stdin: {
      contents: `export { createUpdates } from './src/vscode/preview/updates.ts';
        export { parseEntry } from './src/core/entry/parse.ts';
        import { newsroomOf, ruleContextOf } from './src/core/newsroom/newsroom.ts';
        export { lint } from './src/core/lint/lint.ts';
        const nowhere = newsroomOf([], { timezone: undefined, epochs: [], systemZone: () => 'UTC' });
        export const around = ruleContextOf(nowhere, '_drafts/day-1.markdown', 'draft');`,
      resolveDir: resolve('.'),
      loader: 'ts',
    },
    outfile,
    plugins: [tameGrayMatter],
  });
  return outfile;
}

function quantiles(/** @type {readonly number[]} */ times) {
  return [0.5, 0.99].map((share) => quantile(times, share).toFixed(2)).join(' / ');
}
