// Measures rendering: the whole archive, compared with markdown-it with its typographer; a key in the largest entry; and the first
// preview. `node bench/render.mjs`. Needs the corpus (DAYBOOK_CORPUS or ../shared/corpus).
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import MarkdownIt from 'markdown-it';
import { buildForNode } from './buildForNode.mjs';
import { median, medianOfColumn, quantile } from './statistics.mjs';

/** @typedef {typeof import('../src/core/render/renderBody.ts')} Renderer */
/** @typedef {{ render: (body: string) => string, seconds: number[] }} Contender a renderer and its measured times */

const corpus = process.env['DAYBOOK_CORPUS'] ?? resolve('../shared/corpus');
const folder = mkdtempSync(resolve('out-bench-'));
const bundle = join(folder, 'body.cjs');
const learnBundle = join(folder, 'learnSiteUrl.cjs');
const round = (/** @type {number} */ value) => Number(value.toFixed(3));

try {
  await buildForNode({
    entryPoints: ['src/core/render/renderBody.ts'],
    outfile: bundle,
  });
  await buildForNode({
    entryPoints: ['src/core/newsroom/learnSiteUrl.ts'],
    outfile: learnBundle,
  });
  const require = createRequire(import.meta.url);
  /** @type {Renderer} */
  const { createBlockRenderer, renderBlocks, renderBody } = require(bundle);
  /** @type {typeof import('../src/core/newsroom/learnSiteUrl.ts')} */
  const { learnSiteUrl } = require(learnBundle);
  const bodies = readBodies(renderBody, learnSiteUrl);
  const peer = new MarkdownIt('commonmark', { typographer: true }).enable(['smartquotes', 'replacements']);
  /** @type {Contender} */
  const ours = { render: (body) => renderBody(body), seconds: [] };
  /** @type {Contender} */
  const theirs = { render: (body) => peer.render(body), seconds: [] };
  measureAlternating([ours, theirs], bodies);
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
  assert.ok(middle && largest, 'the corpus has no entries');
  for (const [name, body] of Object.entries({ median: middle, largest })) {
    report(`${name} entry, ${body.length} characters, ms`, {
      ours: percentiles(() => ours.render(body)),
      typographer: percentiles(() => theirs.render(body)),
    });
  }

  const render = createBlockRenderer();
  render(largest);
  report('a key in the largest entry, ms', measureKeys(largest, render, renderBlocks));
  report('first preview, ms', measureFirstPreview(bundle));
} finally {
  rmSync(folder, { recursive: true });
}

/** Reads the bodies of all entries and asserts that each renders as expected. */
function readBodies(
  /** @type {Renderer['renderBody']} */ renderBody,
  /** @type {typeof import('../src/core/newsroom/learnSiteUrl.ts').learnSiteUrl} */ learnSiteUrl,
) {
  const lines = gunzipSync(readFileSync(join(corpus, 'expected/rendered.jsonl.gz')))
    .toString()
    .trim()
    .split('\n');
  /** @type {{ name: string, html: string }[]} */
  const rendered = lines.map((line) => JSON.parse(line));
  const expected = new Map(rendered.map(({ name, html }) => [name, html]));
  const names = readdirSync(join(corpus, '_posts'));
  const readText = (/** @type {string} */ name) => readFileSync(join(corpus, '_posts', name), 'utf8');
  const siteUrl = learnSiteUrl(names.map((name) => ({ path: name, readText: () => readText(name) })));
  assert.ok(siteUrl, 'the entries do not show the address of their site');
  return names.map((name) => {
    const text = readText(name);
    const body = text.replace(/^---\n[\s\S]*?\n---[ \t]*(?:\n|$)/, '');
    assert.equal(renderBody(body, { siteUrl }), expected.get(name), name);
    return body;
  });
}

/** Lets the contenders render all bodies in turn, and records the user CPU time of each in seconds. */
function measureAlternating(/** @type {readonly Contender[]} */ contenders, /** @type {readonly string[]} */ bodies) {
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
 * Types a sentence, key by key, at several places in the body. Compares rendering changed blocks with rendering all blocks.
 *
 * @param {string} body
 * @param {ReturnType<Renderer['createBlockRenderer']>} render
 * @param {Renderer['renderBlocks']} renderAll
 */
function measureKeys(body, render, renderAll) {
  const sentence = ' He said "no" to **that**.';
  /** @type {number[]} */
  const incremental = [];
  /** @type {number[]} */
  const full = [];
  for (let twentieth = 1; twentieth < 20; twentieth++) {
    const offset = Math.floor((body.length * twentieth) / 20);
    for (let typed = 1; typed <= sentence.length; typed++) {
      const text = body.slice(0, offset) + sentence.slice(0, typed) + body.slice(offset);
      let started = performance.now();
      const blocks = render(text);
      incremental.push(performance.now() - started);
      started = performance.now();
      const allBlocks = renderAll(text);
      full.push(performance.now() - started);
      assert.deepEqual(blocks, allBlocks);
    }
  }
  return {
    'changed blocks': `p50 ${round(quantile(incremental, 0.5))}, p99 ${round(quantile(incremental, 0.99))}`,
    'all blocks': `p50 ${round(quantile(full, 0.5))}, p99 ${round(quantile(full, 0.99))}`,
  };
}

/** Measures loading the renderer and rendering the first entry, in a new process each time. */
function measureFirstPreview(/** @type {string} */ module) {
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
  return { load: medianOfColumn(runs, 0), 'first render': medianOfColumn(runs, 1) };
}

function report(/** @type {string} */ title, /** @type {Readonly<Record<string, number | string>>} */ values) {
  console.log(title);
  for (const [name, value] of Object.entries(values)) {
    console.log(`  ${name}: ${typeof value === 'number' ? round(value) : value}`);
  }
}
