// From a key to its paint, in VS Code: ours, the built-in preview and a panel that shows one number, in turn in one run, on the
// largest entry of the corpus. `node bench/latency.mjs [keys]`; it needs the corpus (DAYBOOK_CORPUS, else ../shared/corpus).
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeHome } from '../test/host/home.mjs';
import { newest, project } from '../test/host/hosts.mjs';
import { install } from '../test/host/install.mjs';
import { launchBrowser, newPage } from '../test/host/page.mjs';
import { startServer } from '../test/host/server.mjs';
import { workbenchUrl } from '../test/host/url.mjs';

const KEYS = Number(process.argv[2] ?? 200);
const RATES = [8, 30];
const PANELS = {
  floor: { command: 'Show Floor Panel', count: 'number' },
  ours: { command: 'Daybook: Show Preview to the Side', count: 'typed' },
  'built-in': { command: 'Markdown: Open Preview to the Side', count: 'typed' },
};
/** What is typed stands between these. */
const OPEN = 'zqzq';
const CLOSE = 'qzqz';
const WORDS = 'the mayor left at noon and nobody knew why ';

const corpus = process.env.DAYBOOK_CORPUS ?? resolve('../shared/corpus');
const name = readdirSync(join(corpus, '_posts'))
  .map((file) => ({ file, size: readFileSync(join(corpus, '_posts', file)).length }))
  .sort((a, b) => b.size - a.size)[0].file;
const text = readFileSync(join(corpus, '_posts', name), 'utf8');
const at = text.indexOf(' ', text.indexOf('\n\n', text.length >> 1) + 40);

await install(newest, ...(process.env.CHROMIUM_PATH ? [] : ['chromium']));
console.log(`${KEYS} keys in an entry of ${text.length} characters; ms from the key, p50 / p95 / p99`);
for (const rate of RATES) {
  for (const [panel, { command, count }] of Object.entries(PANELS)) {
    const { keys, editor, page } = await measure(command, count, rate);
    const since = (times) => times.map((time, index) => time - keys[index]);
    const lag = page.map((time, index) => time - editor[index]);
    const next = lag.filter((time) => time < 1000 / 60 + 8).length / lag.length;
    console.log(
      `${rate} keys/s  ${panel.padEnd(8)}  editor ${quantiles(since(editor))}  preview ${quantiles(since(page))}  behind the editor ${quantiles(lag)}  within a frame ${Math.round(100 * next)} %`,
    );
  }
}

async function measure(command, count, rate) {
  const home = makeHome(() => ({
    'workbench.colorTheme': 'Default Light Modern',
    'editor.minimap.enabled': false,
    'editor.occurrencesHighlight': 'off',
  }));
  const folder = join(home.path, 'newsroom');
  mkdirSync(join(folder, '_posts'), { recursive: true });
  const file = join(folder, '_posts', name);
  const marked = text.slice(0, at) + OPEN + CLOSE + text.slice(at);
  writeFileSync(file, marked);
  const server = await startServer({ home, testing: true });
  const browser = await launchBrowser();
  try {
    const page = await newPage(browser);
    const development = command.includes('Floor') ? join(project, 'bench/floorPanel') : project;
    await page.goto(workbenchUrl(server, { folder, open: [file], development }));
    await page.locator('.monaco-workbench .part.statusbar').waitFor();
    await page.locator(`.tab[data-resource-name="${name}"]`).waitFor();
    await page.waitForTimeout(5000);
    await run(page, `>${command}`);
    const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await frame.locator('body *').first().waitFor({ state: 'attached' });
    await page.locator('.monaco-editor .view-line').first().click(); // a panel may have taken the focus
    const before = marked.slice(0, at + OPEN.length).split('\n');
    await run(page, `:${before.length},${before.at(-1).length + 1}`);
    await page.waitForTimeout(4000);
    await frame.locator('body').evaluate(watch, count);
    await page.locator('body').evaluate(watch, 'editor');
    await page.evaluate(() => {
      window.pressed = [];
      const press = ({ key, timeStamp }) => key.length === 1 && window.pressed.push(performance.timeOrigin + timeStamp);
      addEventListener('keydown', press, true);
    });
    const started = performance.now();
    for (let key = 0; key < KEYS; key++) {
      await page.waitForTimeout(Math.max(0, started + (key * 1000) / rate - performance.now()));
      await page.keyboard.press(WORDS[key % WORDS.length] === ' ' ? 'Space' : WORDS[key % WORDS.length]);
    }
    await page.waitForTimeout(2000);
    const result = {
      keys: await page.evaluate(() => window.pressed),
      editor: await page.evaluate(() => window.painted),
      page: await frame.locator('body').evaluate(() => window.painted),
    };
    for (const [what, times] of Object.entries(result)) assert.equal(times.length, KEYS, `${what}: ${times.length}`);
    return result;
  } finally {
    await browser.close();
    await server.stop();
    home.remove();
  }
}

/** Notes for each key when what it changed was painted; `what` says where the keys that are shown are counted. */
function watch(_body, what) {
  const drawn = () =>
    [...document.querySelectorAll('.monaco-editor .view-lines .view-line')]
      .map((line) => ({ top: Number.parseFloat(line.style.top), text: line.textContent }))
      .sort((a, b) => a.top - b.top)
      .map((line) => line.text)
      .join('');
  const count = () => {
    const shown = what === 'editor' ? drawn() : document.body.textContent;
    if (what === 'number') return Number(document.querySelector('#body').textContent);
    const from = shown.indexOf('zqzq');
    return from < 0 ? 0 : shown.indexOf('qzqz', from + 4) - from - 4;
  };
  window.painted = [];
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
      seen = Math.max(seen, count());
      channel.port2.postMessage(0);
    });
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
}

async function run(page, what) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input').first();
  await input.fill(what);
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: what.replace(/^>/, '') }).first();
  if (what.startsWith('>')) await row.click();
  else await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
  await page.waitForTimeout(500);
}

function quantiles(times) {
  const sorted = times.toSorted((a, b) => a - b);
  return [0.5, 0.95, 0.99]
    .map((share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]))
    .join(' / ');
}
