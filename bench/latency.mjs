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
  console.log(
    `\n${which} entry, ${entry.text.length} characters, ${KEYS} keys a rate and round; load ${loadavg()[0].toFixed(1)}; ms, p50 / p95 / p99`,
  );
  /** By rate and panel. */
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

/** The entry with the place to type in: behind a word of an item, in the middle. */
function entryOf(which) {
  const corpus = process.env.DAYBOOK_CORPUS ?? resolve('../shared/corpus');
  const entries = readdirSync(join(corpus, '_posts'))
    .map((name) => ({ name, text: readFileSync(join(corpus, '_posts', name), 'utf8') }))
    .sort((a, b) => a.text.length - b.text.length);
  const { name, text } = which === 'median' ? entries[entries.length >> 1] : entries.at(-1);
  const middle = text.length >> 1;
  const item = middle + text.slice(middle).search(/\n\n\d+\/ /);
  const at = text.indexOf(' ', item + 40);
  return { name, text: text.slice(0, at) + OPEN + CLOSE + text.slice(at), at: at + OPEN.length };
}

/** For each rate the keys: when each was pressed, painted in the editor, painted in the panel. */
async function measured(panel, { name, text, at }) {
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
    await w.goTo(before.length, before.at(-1).length + 1);
    await page.waitForTimeout(3000);
    await page.evaluate(() => {
      window.pressed = [];
      const press = ({ key, timeStamp }) => key.length === 1 && window.pressed.push(performance.timeOrigin + timeStamp);
      addEventListener('keydown', press, true);
    });
    const byRate = new Map();
    for (const rate of RATES) byRate.set(rate, await typed(page, frame, counts, rate));
    return byRate;
  } finally {
    await w.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function typed(page, frame, counts, rate) {
  await frame.locator('body').evaluate(watch, counts);
  await page.locator('body').evaluate(watch, 'editor');
  await page.evaluate(() => {
    window.pressed = [];
  });
  const started = performance.now();
  for (let key = 0; key < KEYS; key++) {
    await page.waitForTimeout(Math.max(0, started + (key * 1000) / rate - performance.now()));
    await page.keyboard.press(WORDS[key % WORDS.length] === ' ' ? 'Space' : WORDS[key % WORDS.length]);
  }
  await page.waitForTimeout(2000);
  const pressed = await page.evaluate(() => window.pressed);
  const editor = await page.evaluate(() => window.painted);
  const shown = await frame.locator('body').evaluate(() => window.painted);
  for (const [what, times] of Object.entries({ pressed, editor, shown })) {
    assert.equal(times.length, KEYS, `${what}: ${times.length} of ${KEYS} keys`);
  }
  return pressed.map((key, index) => ({ key, editor: editor[index], shown: shown[index] }));
}

/** Notes for each key from now on when what it changed was painted; `what` says where keys are counted. Runs in the page. */
function watch(_body, what) {
  const drawn = () =>
    [...document.querySelectorAll('.monaco-editor .view-lines .view-line')]
      .map((line) => ({ top: Number.parseFloat(line.style.top), text: line.textContent }))
      .sort((a, b) => a.top - b.top)
      .map((line) => line.text)
      .join('');
  const count = () => {
    if (what === 'number') return Number(document.querySelector('#body').textContent);
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

function report(rate, keysOf) {
  const since = (panel) => keysOf(panel).map(({ key, shown }) => shown - key);
  const behind = (panel) => keysOf(panel).map(({ editor, shown }) => shown - editor);
  for (const panel of panels) {
    const keys = keysOf(panel);
    const pace = (1000 * (keys.length - 1)) / (keys.at(-1).key - keys[0].key);
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
  const compare = (a, b, how) => [0.5, 0.99].map((share) => how(quantile(since(a), share), quantile(since(b), share)));
  if (panels.includes('ours') && panels.includes('built-in')) {
    const [half, most] = compare('built-in', 'ours', (theirs, ours) => (theirs / ours).toFixed(1));
    console.log(`  ${half} times as fast as the built-in preview at p50, ${most} at p99`);
  }
  if (panels.includes('ours') && panels.includes('floor')) {
    const [half, most] = compare('ours', 'floor', (ours, least) => (ours - least).toFixed(1));
    console.log(`  ${half} ms above the floor at p50, ${most} at p99`);
  }
}

function quantiles(times) {
  return [0.5, 0.95, 0.99].map((share) => Math.round(quantile(times, share))).join(' / ');
}

function quantile(times, share) {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
