// What rendering costs: the whole archive against markdown-it with its typographer, one key in the largest entry, and
// the first preview. Run with `node bench/render.mjs`; it needs the corpus (DAYBOOK_CORPUS, else ../shared/corpus).
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import MarkdownIt from 'markdown-it';
import { buildForNode } from './buildForNode.mjs';
import { median, medianAt, quantile } from './statistics.mjs';

/** @typedef {typeof import('../src/core/render/body.ts')} Renderer */
/** @typedef {{ render: (body: string) => string, seconds: number[] }} Timed a way to render and what its turns took */

const corpus = process.env['DAYBOOK_CORPUS'] ?? resolve('../shared/corpus');
const folder = mkdtempSync(resolve('out-bench-'));
const bundle = join(folder, 'body.cjs');
const round = (/** @type {number} */ value) => Number(value.toFixed(3));

try {
  await buildForNode({
    entryPoints: ['src/core/render/body.ts'],
    outfile: bundle,
  });
  /** @type {Renderer} */
  const { createBlockRenderer, renderBlocks, renderBody } = createRequire(import.meta.url)(bundle);
  const bodies = checkedBodies(renderBody);
  const peer = new MarkdownIt('commonmark', { typographer: true }).enable(['smartquotes', 'replacements']);
  /** @type {Timed} */
  const ours = { render: (body) => renderBody(body), seconds: [] };
  /** @type {Timed} */
  const theirs = { render: (body) => peer.render(body), seconds: [] };
  timeInTurns([ours, theirs], bodies);
  const [ourMedian, theirMedian] = [median(ours.seconds), median(theirs.seconds)];
  const megabytes = bodies.reduce((sum, body) => sum + body.length, 0) / 1e6;
  report('whole archive', {
    'ours, MB/s': megabytes / ourMedian,
    'typographer, MB/s': megabytes / theirMedian,
    'times as fast': theirMedian / ourMedian,
  });

  const bySize = [...bodies].sort((a, b) => a.length - b.length);
  const middle = bySize[bySize.length >> 1];
  const largest = bySize.at(-1);
  assert.ok(middle && largest, 'the corpus holds no entry');
  for (const [name, body] of Object.entries({ median: middle, largest })) {
    report(`${name} entry, ${body.length} characters, ms`, {
      ours: percentiles(() => ours.render(body)),
      typographer: percentiles(() => theirs.render(body)),
    });
  }

  const render = createBlockRenderer();
  render(largest);
  report('a key in the largest entry, ms', { ...keys(largest, render, renderBlocks) });
  report('first preview, ms', firstPreview(bundle));
} finally {
  rmSync(folder, { recursive: true });
}

/** The bodies of all entries, once each has been found to render as it should. */
function checkedBodies(/** @type {Renderer['renderBody']} */ renderBody) {
  const lines = gunzipSync(readFileSync(join(corpus, 'expected/rendered.jsonl.gz')))
    .toString()
    .trim()
    .split('\n');
  /** @type {{ name: string, html: string }[]} */
  const rendered = lines.map((line) => JSON.parse(line));
  const expected = new Map(rendered.map(({ name, html }) => [name, html]));
  return readdirSync(join(corpus, '_posts')).map((name) => {
    const text = readFileSync(join(corpus, '_posts', name), 'utf8');
    const body = text.replace(/^---\n[\s\S]*?\n---[ \t]*(?:\n|$)/, '');
    assert.equal(renderBody(body), expected.get(name), name);
    return body;
  });
}

/** Notes the user CPU seconds that each takes for all bodies. */
function timeInTurns(/** @type {readonly Timed[]} */ contenders, /** @type {readonly string[]} */ bodies) {
  for (let turn = 0; turn < 9; turn++) {
    for (const { render, seconds } of contenders) {
      const before = process.cpuUsage();
      for (const body of bodies) render(body);
      if (turn > 1) seconds.push(process.cpuUsage(before).user / 1e6);
    }
  }
}

function percentiles(/** @type {() => void} */ run) {
  /** @type {number[]} */
  const times = [];
  for (let turn = 0; turn < 300; turn++) {
    const started = performance.now();
    run();
    times.push(performance.now() - started);
  }
  return `p50 ${round(quantile(times, 0.5))}, p99 ${round(quantile(times, 0.99))}`;
}

/**
 * Types a sentence, key by key, in places all over the body.
 *
 * @param {string} body
 * @param {ReturnType<Renderer['createBlockRenderer']>} render
 * @param {Renderer['renderBlocks']} renderAfresh
 */
function keys(body, render, renderAfresh) {
  const sentence = ' He said "no" to **that**.';
  /** @type {number[]} */
  const incremental = [];
  /** @type {number[]} */
  const afresh = [];
  for (let place = 1; place < 20; place++) {
    const at = Math.floor((body.length * place) / 20);
    for (let typed = 1; typed <= sentence.length; typed++) {
      const text = body.slice(0, at) + sentence.slice(0, typed) + body.slice(at);
      let started = performance.now();
      const blocks = render(text);
      incremental.push(performance.now() - started);
      started = performance.now();
      const fresh = renderAfresh(text);
      afresh.push(performance.now() - started);
      assert.deepEqual(blocks, fresh);
    }
  }
  return {
    'changed blocks': `p50 ${round(quantile(incremental, 0.5))}, p99 ${round(quantile(incremental, 0.99))}`,
    'all blocks': `p50 ${round(quantile(afresh, 0.5))}, p99 ${round(quantile(afresh, 0.99))}`,
  };
}

/** Module load and the first entry, each in a process of its own. */
function firstPreview(/** @type {string} */ module) {
  const draft = join(corpus, 'day-1080.draft.markdown');
  const script = `
    const body = require('node:fs').readFileSync(${JSON.stringify(draft)}, 'utf8');
    const started = performance.now();
    const { renderBlocks } = require(${JSON.stringify(module)});
    const loaded = performance.now();
    renderBlocks(body);
    console.log(JSON.stringify([loaded - started, performance.now() - loaded]));`;
  /** @type {number[][]} */
  const runs = Array.from({ length: 15 }, () =>
    JSON.parse(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout),
  );
  return { load: medianAt(runs, 0), 'first render': medianAt(runs, 1) };
}

function report(/** @type {string} */ title, /** @type {Readonly<Record<string, number | string>>} */ values) {
  console.log(title);
  for (const [name, value] of Object.entries(values)) {
    console.log(`  ${name}: ${typeof value === 'number' ? round(value) : value}`);
  }
}
