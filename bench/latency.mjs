// Measures the time from a keystroke to its paint in VS Code: in our preview, in the built-in preview, and in a minimal panel that only
// shows a number, the lower limit for both. They take turns, each in its own window, on the largest and the median entry of the corpus.
//   node bench/latency.mjs [--keys 200] [--rates 8,30] [--entries largest,median] [--panels minimal,ours,built-in] [--rounds 1]
// Needs the corpus (DAYBOOK_CORPUS or ../shared/corpus), a production build, and an idle machine.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { project } from '../test/host/hosts.mjs';
import { start } from '../test/ui/workbench.mjs';
import { quantile } from './statistics.mjs';

/** @typedef {{ name: string, text: string, offset: number }} TestEntry an entry and the offset to type at */
/** @typedef {{ pressed: number, inEditor: number, inPanel: number }} Key when it was pressed, and painted in the editor and the panel */

const { values } = parseArgs({
  options: {
    keys: { type: 'string', default: '200' },
    rates: { type: 'string', default: '8,30' },
    entries: { type: 'string', default: 'largest,median' },
    panels: { type: 'string', default: 'minimal,ours,built-in' },
    rounds: { type: 'string', default: '1' },
  },
});
/**
 * Where the typed keys are counted: as the `number` that the minimal panel shows, or as the text between the markers in a preview or in
 * the editor.
 *
 * @typedef {'number' | 'preview' | 'editor'} Counter
 */

const KEYS = Number(values.keys);
const RATES = values.rates.split(',').map(Number);

const minimalPanel = join(project, 'bench/minimalPanel');
/** @type {Readonly<Record<string, { command: string, development: string, counter: Counter }>>} */
const PANELS = {
  minimal: { command: 'Show Minimal Panel', development: minimalPanel, counter: 'number' },
  ours: { command: 'Daybook: Show Preview to the Side', development: project, counter: 'preview' },
  'built-in': { command: 'Markdown: Open Preview to the Side', development: minimalPanel, counter: 'preview' },
};
const panels = values.panels.split(',');

/** The markers around the typed text; `watch` repeats them. */
const OPEN = 'zqzq';
const CLOSE = 'qzqz';
const WORDS = 'the mayor left at noon and nobody knew why ';
const FRAME_MS = 1000 / 60;

for (const size of values.entries.split(',')) {
  const entry = readEntry(size);
  const [load = 0] = loadavg();
  console.log(
    `\n${size} entry, ${entry.text.length} characters, ${KEYS} keys per rate and round; load ${load.toFixed(1)}; ms, p50 / p95 / p99`,
  );
  /**
   * By rate and panel, such as `30 ours`.
   *
   * @type {Map<string, Key[]>}
   */
  const results = new Map();
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const panel of round % 2 === 0 ? panels : panels.toReversed()) {
      for (const [rate, keys] of await measurePanel(panel, entry)) {
        const id = `${rate} ${panel}`;
        results.set(id, [...(results.get(id) ?? []), ...keys]);
      }
    }
  }
  for (const rate of RATES) report(rate, (panel) => results.get(`${rate} ${panel}`) ?? []);
}

/**
 * Reads an entry of the corpus and inserts the markers after a word of an item, half-way through.
 *
 * @param {string} size `largest` or `median`
 * @returns {TestEntry}
 */
function readEntry(size) {
  const corpus = process.env['DAYBOOK_CORPUS'] ?? resolve('../shared/corpus');
  const entries = readdirSync(join(corpus, '_posts'))
    .map((name) => ({ name, text: readFileSync(join(corpus, '_posts', name), 'utf8') }))
    .sort((a, b) => a.text.length - b.text.length);
  const entry = size === 'median' ? entries[entries.length >> 1] : entries.at(-1);
  assert.ok(entry, 'the corpus has no entries');
  const { name, text } = entry;
  const middle = text.length >> 1;
  const item = middle + text.slice(middle).search(/\n\n\d+\/ /);
  const offset = text.indexOf(' ', item + 40);
  return { name, text: text.slice(0, offset) + OPEN + CLOSE + text.slice(offset), offset: offset + OPEN.length };
}

/** Types in a new window with the panel open, and returns the keys for each rate. */
async function measurePanel(/** @type {string} */ panel, /** @type {TestEntry} */ { name, text, offset }) {
  assert.ok(PANELS[panel], `unknown panel "${panel}"`);
  const { command, development, counter } = PANELS[panel];
  const folder = mkdtempSync(join(tmpdir(), 'daybook-latency-'));
  mkdirSync(join(folder, '_posts'));
  writeFileSync(join(folder, '_posts', name), text);
  const workbench = await start({
    folder,
    development,
    open: [`_posts/${name}`],
    settings: { 'editor.occurrencesHighlight': 'off', 'workbench.hover.delay': 100_000 },
  });
  try {
    const { page } = workbench;
    await page.waitForTimeout(4000); // until extensions have started
    await workbench.runCommand(command);
    const frame = workbench.previewFrame();
    await frame.locator('body *').first().waitFor({ state: 'attached' });
    await workbench.runCommand('View: Focus First Editor Group');
    await page.mouse.move(640, 795);
    const linesBefore = text.slice(0, offset).split('\n');
    await workbench.goTo(linesBefore.length, (linesBefore.at(-1) ?? '').length + 1);
    await page.waitForTimeout(3000);
    await page.evaluate(() => {
      window.pressTimes = [];
      const onKeyDown = (/** @type {KeyboardEvent} */ { key, timeStamp }) =>
        key.length === 1 && window.pressTimes.push(performance.timeOrigin + timeStamp);
      addEventListener('keydown', onKeyDown, true);
    });
    /** @type {Map<number, Key[]>} */
    const byRate = new Map();
    for (const rate of RATES) byRate.set(rate, await typeAtRate(page, frame, counter, rate));
    return byRate;
  } finally {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Types and waits until everything is painted.
 *
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').FrameLocator} frame the panel
 * @param {Counter} counter
 * @param {number} rate keys per second
 * @returns {Promise<Key[]>}
 */
async function typeAtRate(page, frame, counter, rate) {
  await frame.locator('body').evaluate(watch, counter);
  await page.locator('body').evaluate(watch, /** @type {Counter} */ ('editor'));
  await page.evaluate(() => {
    window.pressTimes = [];
  });
  const started = performance.now();
  for (let key = 0; key < KEYS; key++) {
    await page.waitForTimeout(Math.max(0, started + (key * 1000) / rate - performance.now()));
    const letter = WORDS.charAt(key % WORDS.length);
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
  }
  await page.waitForTimeout(2000);
  const pressed = await page.evaluate(() => window.pressTimes);
  const inEditor = await page.evaluate(() => window.paintTimes);
  const inPanel = await frame.locator('body').evaluate(() => window.paintTimes);
  for (const [name, times] of Object.entries({ pressed, inEditor, inPanel })) {
    assert.equal(times.length, KEYS, `${name}: ${times.length} of ${KEYS} keys`);
  }
  return pressed.map((time, index) => ({
    pressed: time,
    inEditor: inEditor[index] ?? Number.NaN,
    inPanel: inPanel[index] ?? Number.NaN,
  }));
}

/** Records when the change of each following key is painted. Runs in the page. */
function watch(/** @type {Element} */ _body, /** @type {Counter} */ counter) {
  const editorText = () => {
    /** @type {NodeListOf<HTMLElement>} */
    const lines = document.querySelectorAll('.monaco-editor .view-lines .view-line');
    return [...lines]
      .map((line) => ({ top: Number.parseFloat(line.style.top), text: line.textContent }))
      .sort((a, b) => a.top - b.top)
      .map((line) => line.text)
      .join('');
  };
  const countKeys = () => {
    if (counter === 'number') return Number(document.querySelector('#body')?.textContent);
    const text = counter === 'editor' ? editorText() : document.body.textContent;
    const from = text.indexOf('zqzq');
    return from < 0 ? 0 : text.indexOf('qzqz', from + 4) - from - 4;
  };
  window.paintTimes = [];
  window.paintObserver?.disconnect();
  const countBefore = countKeys();
  const channel = new MessageChannel();
  let painted = 0;
  channel.port1.onmessage = () => {
    const now = performance.timeOrigin + performance.now();
    while (window.paintTimes.length < painted) window.paintTimes.push(now);
  };
  let isFrameRequested = false;
  const onChange = () => {
    if (isFrameRequested) return;
    isFrameRequested = true;
    requestAnimationFrame(() => {
      isFrameRequested = false;
      painted = Math.max(painted, countKeys() - countBefore);
      channel.port2.postMessage(0);
    });
  };
  window.paintObserver = new MutationObserver(onChange);
  window.paintObserver.observe(document.body, { childList: true, subtree: true, characterData: true });
}

function report(/** @type {number} */ rate, /** @type {(panel: string) => readonly Key[]} */ keysOf) {
  const panelTimes = (/** @type {string} */ panel) => keysOf(panel).map(({ pressed, inPanel }) => inPanel - pressed);
  const lags = (/** @type {string} */ panel) => keysOf(panel).map(({ inEditor, inPanel }) => inPanel - inEditor);
  for (const panel of panels) {
    const keys = keysOf(panel);
    const pressed = keys.map((key) => key.pressed);
    const actualRate = (1000 * (keys.length - 1)) / (Math.max(...pressed) - Math.min(...pressed));
    const onTime = lags(panel).filter((lag) => lag < 1.5 * FRAME_MS).length / keys.length;
    console.log(
      [
        `${rate} keys/s  ${panel.padEnd(8)}`,
        `editor ${quantiles(keys.map(({ pressed, inEditor }) => inEditor - pressed))}`,
        `panel ${quantiles(panelTimes(panel))}`,
        `after the editor ${quantiles(lags(panel))}`,
        `by the next frame ${Math.round(100 * onTime)} %`,
        ...(values.rounds === '1' ? [`pressed at ${actualRate.toFixed(1)}/s`] : []),
      ].join('   '),
    );
  }
  const panelTime = (/** @type {string} */ panel, /** @type {number} */ share) => quantile(panelTimes(panel), share);
  if (panels.includes('ours') && panels.includes('built-in')) {
    const [p50, p99] = [0.5, 0.99].map((share) => (panelTime('built-in', share) / panelTime('ours', share)).toFixed(1));
    console.log(`  ${p50} times as fast as the built-in preview at p50, ${p99} at p99`);
  }
  if (panels.includes('ours') && panels.includes('minimal')) {
    const [p50, p99] = [0.5, 0.99].map((share) => (panelTime('ours', share) - panelTime('minimal', share)).toFixed(1));
    console.log(`  ${p50} ms more than the minimal panel at p50, ${p99} at p99`);
  }
}

function quantiles(/** @type {readonly number[]} */ times) {
  return [0.5, 0.95, 0.99].map((share) => Math.round(quantile(times, share))).join(' / ');
}
