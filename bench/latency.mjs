// From a key to its paint, in VS Code: ours, the built-in preview, and under both the floor, a panel that shows one number; in turn
// in one run, a window each, on the largest and the median entry of the corpus.
//   node bench/latency.mjs [--keys 200] [--rates 8,30] [--entries largest,median] [--panels floor,ours,built-in] [--rounds 1]
// It needs the corpus (DAYBOOK_CORPUS, else ../shared/corpus), what `node esbuild.mjs --production` builds, and a machine at rest.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { project } from '../test/host/hosts.mjs';
import { start } from '../test/ui/workbench.mjs';
import { quantile } from './statistics.mjs';

/** @typedef {{ name: string, text: string, at: number }} Place an entry and the offset at which to type in it */
/** @typedef {{ key: number, editor: number, shown: number }} Key when it was pressed, painted in the editor and in the panel */

const { values } = parseArgs({
  options: {
    keys: { type: 'string', default: '200' },
    rates: { type: 'string', default: '8,30' },
    entries: { type: 'string', default: 'largest,median' },
    panels: { type: 'string', default: 'floor,ours,built-in' },
    rounds: { type: 'string', default: '1' },
  },
});
const KEYS = Number(values.keys);
const RATES = values.rates.split(',').map(Number);

const floor = join(project, 'bench/floorPanel');
/** @type {Readonly<Record<string, { command: string, development: string, counts: string }>>} */
const PANELS = {
  floor: { command: 'Show Floor Panel', development: floor, counts: 'number' },
  ours: { command: 'Daybook: Show Preview to the Side', development: project, counts: 'typed' },
  'built-in': { command: 'Markdown: Open Preview to the Side', development: floor, counts: 'typed' },
};
const panels = values.panels.split(',');

/** What is typed stands between these. */
const OPEN = 'zqzq';
const CLOSE = 'qzqz';
const WORDS = 'the mayor left at noon and nobody knew why ';
/** In milliseconds. */
const FRAME = 1000 / 60;

for (const which of values.entries.split(',')) {
  const entry = entryOf(which);
  const [load = 0] = loadavg();
  console.log(
    `\n${which} entry, ${entry.text.length} characters, ${KEYS} keys a rate and round; load ${load.toFixed(1)}; ms, p50 / p95 / p99`,
  );
  /**
   * By rate and panel.
   * @type {Map<string, Key[]>}
   */
  const taken = new Map();
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const panel of round % 2 === 0 ? panels : panels.toReversed()) {
      for (const [rate, keys] of await measured(panel, entry)) {
        const key = `${rate} ${panel}`;
        taken.set(key, [...(taken.get(key) ?? []), ...keys]);
      }
    }
  }
  for (const rate of RATES) report(rate, (panel) => taken.get(`${rate} ${panel}`) ?? []);
}

/**
 * The entry with the place to type in: behind a word of an item, in the middle.
 *
 * @param {string} which
 * @returns {Place}
 */
function entryOf(which) {
  const corpus = process.env['DAYBOOK_CORPUS'] ?? resolve('../shared/corpus');
  const entries = readdirSync(join(corpus, '_posts'))
    .map((name) => ({ name, text: readFileSync(join(corpus, '_posts', name), 'utf8') }))
    .sort((a, b) => a.text.length - b.text.length);
  const entry = which === 'median' ? entries[entries.length >> 1] : entries.at(-1);
  assert.ok(entry, 'the corpus holds no entry');
  const { name, text } = entry;
  const middle = text.length >> 1;
  const item = middle + text.slice(middle).search(/\n\n\d+\/ /);
  const at = text.indexOf(' ', item + 40);
  return { name, text: text.slice(0, at) + OPEN + CLOSE + text.slice(at), at: at + OPEN.length };
}

/** The keys that were typed at each rate. */
async function measured(/** @type {string} */ panel, /** @type {Place} */ { name, text, at }) {
  assert.ok(PANELS[panel], `there is no panel "${panel}"`);
  const { command, development, counts } = PANELS[panel];
  const folder = mkdtempSync(join(tmpdir(), 'daybook-latency-'));
  mkdirSync(join(folder, '_posts'));
  writeFileSync(join(folder, '_posts', name), text);
  const w = await start({
    folder,
    development,
    open: [`_posts/${name}`],
    settings: { 'editor.occurrencesHighlight': 'off', 'workbench.hover.delay': 100_000 },
  });
  try {
    const { page } = w;
    await page.waitForTimeout(4000); // what starts with the window is done
    await w.command(command);
    const frame = w.previewFrame();
    await frame.locator('body *').first().waitFor({ state: 'attached' });
    await w.command('View: Focus First Editor Group');
    await page.mouse.move(640, 795);
    const before = text.slice(0, at).split('\n');
    await w.goTo(before.length, (before.at(-1) ?? '').length + 1);
    await page.waitForTimeout(3000);
    await page.evaluate(() => {
      window.pressed = [];
      const press = (/** @type {KeyboardEvent} */ { key, timeStamp }) =>
        key.length === 1 && window.pressed.push(performance.timeOrigin + timeStamp);
      addEventListener('keydown', press, true);
    });
    /** @type {Map<number, Key[]>} */
    const byRate = new Map();
    for (const rate of RATES) byRate.set(rate, await typed(page, frame, counts, rate));
    return byRate;
  } finally {
    await w.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Types at that rate, in keys a second.
 *
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').FrameLocator} frame the panel
 * @param {string} counts where it counts keys, see `watch`
 * @param {number} rate
 * @returns {Promise<Key[]>}
 */
async function typed(page, frame, counts, rate) {
  await frame.locator('body').evaluate(watch, counts);
  await page.locator('body').evaluate(watch, 'editor');
  await page.evaluate(() => {
    window.pressed = [];
  });
  const started = performance.now();
  for (let key = 0; key < KEYS; key++) {
    await page.waitForTimeout(Math.max(0, started + (key * 1000) / rate - performance.now()));
    const letter = WORDS.charAt(key % WORDS.length);
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
  }
  await page.waitForTimeout(2000);
  const pressed = await page.evaluate(() => window.pressed);
  const editor = await page.evaluate(() => window.painted);
  const shown = await frame.locator('body').evaluate(() => window.painted);
  for (const [what, times] of Object.entries({ pressed, editor, shown })) {
    assert.equal(times.length, KEYS, `${what}: ${times.length} of ${KEYS} keys`);
  }
  return pressed.map((key, index) => ({ key, editor: editor[index] ?? Number.NaN, shown: shown[index] ?? Number.NaN }));
}

/** Notes for each key from now on when what it changed was painted; `what` says where keys are counted. Runs in the page. */
function watch(/** @type {Element} */ _body, /** @type {string} */ what) {
  const drawn = () => {
    /** @type {NodeListOf<HTMLElement>} */
    const lines = document.querySelectorAll('.monaco-editor .view-lines .view-line');
    return [...lines]
      .map((line) => ({ top: Number.parseFloat(line.style.top), text: line.textContent }))
      .sort((a, b) => a.top - b.top)
      .map((line) => line.text)
      .join('');
  };
  const count = () => {
    if (what === 'number') return Number(document.querySelector('#body')?.textContent);
    const shown = what === 'editor' ? drawn() : document.body.textContent;
    const from = shown.indexOf('zqzq');
    return from < 0 ? 0 : shown.indexOf('qzqz', from + 4) - from - 4;
  };
  window.painted = [];
  window.watching?.disconnect();
  const before = count();
  const channel = new MessageChannel();
  let seen = 0;
  channel.port1.onmessage = () => {
    const now = performance.timeOrigin + performance.now();
    while (window.painted.length < seen) window.painted.push(now);
  };
  let isAsked = false;
  const look = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      seen = Math.max(seen, count() - before);
      channel.port2.postMessage(0);
    });
  };
  window.watching = new MutationObserver(look);
  window.watching.observe(document.body, { childList: true, subtree: true, characterData: true });
}

function report(/** @type {number} */ rate, /** @type {(panel: string) => readonly Key[]} */ keysOf) {
  const since = (/** @type {string} */ panel) => keysOf(panel).map(({ key, shown }) => shown - key);
  const behind = (/** @type {string} */ panel) => keysOf(panel).map(({ editor, shown }) => shown - editor);
  for (const panel of panels) {
    const keys = keysOf(panel);
    const pressed = keys.map(({ key }) => key);
    const pace = (1000 * (keys.length - 1)) / (Math.max(...pressed) - Math.min(...pressed));
    const soon = behind(panel).filter((time) => time < 1.5 * FRAME).length / keys.length;
    console.log(
      [
        `${rate} keys/s  ${panel.padEnd(8)}`,
        `editor ${quantiles(keys.map(({ key, editor }) => editor - key))}`,
        `panel ${quantiles(since(panel))}`,
        `behind the editor ${quantiles(behind(panel))}`,
        `by the next frame ${Math.round(100 * soon)} %`,
        ...(values.rounds === '1' ? [`pressed at ${pace.toFixed(1)}/s`] : []),
      ].join('   '),
    );
  }
  const at = (/** @type {string} */ panel, /** @type {number} */ share) => quantile(since(panel), share);
  if (panels.includes('ours') && panels.includes('built-in')) {
    const [half, most] = [0.5, 0.99].map((share) => (at('built-in', share) / at('ours', share)).toFixed(1));
    console.log(`  ${half} times as fast as the built-in preview at p50, ${most} at p99`);
  }
  if (panels.includes('ours') && panels.includes('floor')) {
    const [half, most] = [0.5, 0.99].map((share) => (at('ours', share) - at('floor', share)).toFixed(1));
    console.log(`  ${half} ms above the floor at p50, ${most} at p99`);
  }
}

function quantiles(/** @type {readonly number[]} */ times) {
  return [0.5, 0.95, 0.99].map((share) => Math.round(quantile(times, share))).join(' / ');
}
