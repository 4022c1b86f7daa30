// Measures the preview: `node bench/preview.mjs`. Needs the corpus (DAYBOOK_CORPUS or ../shared/corpus) and a production build. Measures
// - a keystroke until its update is computed
// - patching the page, compared with the page script of the built-in preview (DOMParser and morphdom)
// - loading at activation, compared with the built-in Markdown extension
// - the first preview
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import MarkdownIt from 'markdown-it';
import { safeGrayMatter } from '../scripts/safeGrayMatter.mjs';
import { hostFolder, newest } from '../test/host/hosts.mjs';
import { install } from '../test/host/install.mjs';
import { closeBrowser, openPage } from '../test/ui/previewPage.mjs';
import { buildForNode } from './buildForNode.mjs';
import { median, medianOfColumn, quantile } from './statistics.mjs';

/** @typedef {import('../src/preview/protocol.ts').ToPage} ToPage */
/** @typedef {import('../src/core/entry/entry.ts').Entry} Entry */
/** @typedef {import('../src/core/render/targets/previewPage.ts').PreviewOptions} PreviewOptions */
/**
 * @typedef {typeof import('../src/vscode/preview/updates.ts')
 *   & typeof import('../src/core/entry/parse.ts')
 *   & typeof import('../src/core/lint/lint.ts')
 *   & { context: ReturnType<typeof import('../src/core/newsroom/newsroom.ts').ruleContextOf> }} Core
 */

/** Renders as the built-in preview does, with source lines. */
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
assert.notEqual(largest, '', 'the corpus has no entries');
const folder = mkdtempSync(resolve('out-bench-'));
try {
  const module = await build();
  /** @type {Core} */
  const core = createRequire(import.meta.url)(module);
  const messages = measureUpdates(core);
  await measurePatches(messages);
  measureActivation();
  measureFirstPreview(module);
} finally {
  rmSync(folder, { recursive: true });
}

/**
 * Types in the middle of the largest entry. Returns the messages to the page: first those for the whole entry, then those for each key.
 *
 * @param {Core} core
 * @returns {ToPage[][]}
 */
function measureUpdates({ parseEntry, createUpdates, lint, context }) {
  const updates = createUpdates(undefined);
  const problems = (/** @type {Entry} */ entry) => lint(entry, context, {});
  const first = parseEntry(largest);
  const sent = [{ update: updates.next(first, SITE), marks: updates.marks(problems(first)) }];
  /** @type {Record<'to the update' | 'to the marks', number[]>} */
  const times = { 'to the update': [], 'to the marks': [] };
  for (const text of versions()) {
    const started = performance.now();
    const entry = parseEntry(text);
    const update = updates.next(entry, SITE);
    const updated = performance.now();
    sent.push({ update, marks: updates.marks(problems(entry)) });
    times['to the update'].push(updated - started);
    times['to the marks'].push(performance.now() - started);
  }
  const size = JSON.stringify(sent.at(-1)?.update).length;
  console.log(`a key in the largest entry (${largest.length} characters, an update of ${size}), ms, p50 / p99`);
  for (const [label, values] of Object.entries(times)) console.log(`  ${label}: ${quantiles(values.slice(KEYS / 4))}`);
  console.log('  (update: limit 2 / 8, goal 0.3 / 1)');
  return sent.map(({ update, marks }, version) => {
    /** @type {ToPage[]} */
    const messages = [{ type: 'update', version, ...update, cursor: undefined }];
    if (marks) messages.push({ type: 'marks', marks });
    return messages;
  });
}

/** The text of the largest entry after each key. */
function versions() {
  const offset = largest.indexOf('\n\n', largest.length >> 1);
  return Array.from({ length: KEYS }, (_, key) => {
    const typed = SENTENCE.repeat(1 + Math.floor(key / SENTENCE.length)).slice(0, key + 1);
    return Buffer.from(largest.slice(0, offset) + typed + largest.slice(offset)).toString();
  });
}

/** Lets both pages patch and lay out themselves, alternating in one browser. */
async function measurePatches(/** @type {readonly ToPage[][]} */ messages) {
  const [first = [], ...keys] = messages;
  try {
    const ours = await openPage();
    const browser = ours.context.browser();
    assert.ok(browser);
    await ours.send({ type: 'shows', state: { uri: 'file:///a.markdown', target: 'site', locked: false } }, ...first);
    const theirs = await peerPage(browser);
    const contents = versions().map((text) => [peerUpdate(text)]);
    /** @type {Record<'ours' | 'built-in', number[]>} */
    const times = { ours: [], 'built-in': [] };
    for (let from = 0; from < KEYS; from += 50) {
      times.ours.push(...(await ours.page.evaluate(patch, keys.slice(from, from + 50))));
      times['built-in'].push(...(await theirs.evaluate(patch, contents.slice(from, from + 50))));
    }
    const texts = [ours.page, theirs].map((page) => page.evaluate(() => document.body.textContent));
    for (const text of await Promise.all(texts))
      assert.ok(text.includes('and nobody knew why. He said'), 'the page shows all typed text');
    console.log('patch and layout of the page, largest entry, ms, p50 / p99');
    for (const [label, values] of Object.entries(times))
      console.log(`  ${label}: ${quantiles(values.slice(KEYS / 4))}`);
    const speedup = median(times['built-in'].slice(KEYS / 4)) / median(times.ours.slice(KEYS / 4));
    console.log(`  times as fast: ${speedup.toFixed(1)} (limit 1, goal 3)`);
  } finally {
    await closeBrowser();
  }
}

/** Sends the messages for each key and returns the time for each, in milliseconds. Runs in the page. */
function patch(/** @type {readonly (readonly unknown[])[]} */ keys) {
  return keys.map((messages) => {
    const started = performance.now();
    for (const data of messages) window.dispatchEvent(new MessageEvent('message', { data }));
    document.body.getBoundingClientRect();
    return performance.now() - started;
  });
}

/** Opens the page of the built-in preview, with the HTML that its extension generates. */
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
  await page.evaluate((data) => window.dispatchEvent(new MessageEvent('message', { data })), peerUpdate(largest));
  await page.locator('.markdown-body p').first().waitFor();
  return page;
}

/** Returns the message with which the built-in preview updates its page. */
function peerUpdate(/** @type {string} */ text) {
  const body = text.replace(/^---\n[\s\S]*?\n---[ \t]*(?:\n|$)/, '');
  return {
    type: 'updateContent',
    source: 'a',
    content: `<html><body><div class="markdown-body" dir="auto">${PEER.render(body)}</div></body></html>`,
  };
}

/**
 * Measures what each extension evaluates before it is activated, in its own process and without an editor. For ours, also measures
 * everything that `activate` loads and does with an entry open, until the problems are passed to the editor.
 */
function measureActivation() {
  const stub = resolve('test/support/vscodeStub.cjs');
  /** @returns {number[][]} */
  const runs = (/** @type {string} */ script) =>
    Array.from({ length: 15 }, () => {
      const { stdout, stderr } = spawnSync(process.execPath, ['--require', stub, '-e', script], { encoding: 'utf8' });
      assert.match(stdout, /^\[.+\]$/m, stderr.slice(-500));
      return JSON.parse(stdout);
    });
  const load = (/** @type {string} */ file) =>
    runs(`const started = performance.now(); const loaded = require(${JSON.stringify(file)});
      const elapsed = performance.now() - started;
      if (typeof loaded.activate === 'function') console.log(JSON.stringify([elapsed]));
      process.exit();`);
  const extension = resolve('dist/extension.js');
  const ours = medianOfColumn(load(extension), 0);
  const theirs = medianOfColumn(load(join(peer, 'dist/extension.js')), 0);
  console.log('load at activation, ms, median');
  console.log(`  ours: ${ours.toFixed(1)}\n  built-in: ${theirs.toFixed(1)}`);
  console.log(`  ours is 1/${(theirs / ours).toFixed(1)} of that (limit 1/5, goal 1/50)`);

  const withEntry = runs(`const onProblems = (_, { length }) => {
      const elapsed = performance.now() - started;
      setImmediate(() => { // after everything else that starts with the entry
        const dist = ${JSON.stringify(resolve('dist'))};
        const files = Object.keys(require.cache).filter((path) => path.startsWith(dist));
        const size = files.reduce((sum, path) => sum + require('node:fs').statSync(path).size, 0);
        console.log(JSON.stringify([loaded - started, elapsed, length, files.length, size]));
        process.exit();
      });
    };
    editor.textDocuments = [openEntry(${JSON.stringify(entries[entries.length >> 1])})];
    editor.createDiagnosticCollection = (name) => (name === 'daybook' ? { set: onProblems } : anything);
    const started = performance.now();
    const { activate } = require(${JSON.stringify(extension)});
    const loaded = performance.now();
    void activate(context);`);
  const column = (/** @type {number} */ index) => medianOfColumn(withEntry, index).toFixed(1);
  const [, , problems, files, size = 0] = withEntry[0] ?? [];
  console.log('activation with an entry open, until its problems are shown, ms, median');
  console.log(`  ours: ${column(1)}, of which loading extension.js takes ${column(0)}`);
  console.log(`  (${problems} problems; ${files} files of ${(size / 1024).toFixed(0)} KiB)`);
}

/** Measures loading the renderer and rendering the first entry, in a new process each time. */
function measureFirstPreview(/** @type {string} */ module) {
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
  const [load, first, both] = [0, 1, 2].map((index) => medianOfColumn(runs, index).toFixed(1));
  console.log(`first preview, ms: load ${load}, first render ${first}, both ${both} (limit 80, goal 25)`);
}

async function build() {
  const outfile = join(folder, 'core.cjs');
  await buildForNode({
    stdin: {
      contents: `export { createUpdates } from './src/vscode/preview/updates.ts';
        export { parseEntry } from './src/core/entry/parse.ts';
        import { newsroomOf, ruleContextOf } from './src/core/newsroom/newsroom.ts';
        export { lint } from './src/core/lint/lint.ts';
        const newsroom = newsroomOf([], { timezone: undefined, epochs: [], systemZone: () => 'UTC' });
        export const context = ruleContextOf(newsroom, '_drafts/day-1.markdown', 'draft');`,
      resolveDir: resolve('.'),
      loader: 'ts',
    },
    outfile,
    plugins: [safeGrayMatter],
  });
  return outfile;
}

function quantiles(/** @type {readonly number[]} */ times) {
  return [0.5, 0.99].map((share) => quantile(times, share).toFixed(2)).join(' / ');
}
