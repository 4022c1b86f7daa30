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

const corpus = process.env.DAYBOOK_CORPUS ?? resolve('../shared/corpus');
const folder = mkdtempSync(resolve('out-bench-'));
const bundle = join(folder, 'body.cjs');
const round = (value) => Number(value.toFixed(3));

try {
  await buildForNode({
    entryPoints: ['src/core/render/body.ts'],
    outfile: bundle,
  });
  const { createBlockRenderer, renderBlocks, renderBody } = createRequire(import.meta.url)(bundle);
  const bodies = checkedBodies(renderBody);
  const peer = new MarkdownIt('commonmark', { typographer: true }).enable(['smartquotes', 'replacements']);
  const renderPeer = (body) => peer.render(body);

  const [ours, theirs] = inTurns([(body) => renderBody(body), renderPeer], bodies);
  const megabytes = bodies.reduce((sum, body) => sum + body.length, 0) / 1e6;
  report('whole archive', {
    'ours, MB/s': megabytes / ours,
    'typographer, MB/s': megabytes / theirs,
    'times as fast': theirs / ours,
  });

  const bySize = [...bodies].sort((a, b) => a.length - b.length);
  const median = bySize[bySize.length >> 1];
  const largest = bySize.at(-1);
  for (const [name, body] of Object.entries({ median, largest })) {
    report(`${name} entry, ${body.length} characters, ms`, {
      ours: percentiles(() => renderBody(body)),
      typographer: percentiles(() => renderPeer(body)),
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
function checkedBodies(renderBody) {
  const lines = gunzipSync(readFileSync(join(corpus, 'expected/rendered.jsonl.gz')))
    .toString()
    .trim()
    .split('\n');
  const expected = new Map(lines.map((line) => JSON.parse(line)).map(({ name, html }) => [name, html]));
  return readdirSync(join(corpus, '_posts')).map((name) => {
    const text = readFileSync(join(corpus, '_posts', name), 'utf8');
    const body = text.replace(/^---\n[\s\S]*?\n---[ \t]*(?:\n|$)/, '');
    assert.equal(renderBody(body), expected.get(name), name);
    return body;
  });
}

/** The median user CPU seconds that each function takes for all bodies. */
function inTurns(functions, bodies) {
  const times = functions.map(() => []);
  for (let turn = 0; turn < 9; turn++) {
    for (const [index, run] of functions.entries()) {
      const before = process.cpuUsage();
      for (const body of bodies) run(body);
      if (turn > 1) times[index].push(process.cpuUsage(before).user / 1e6);
    }
  }
  return times.map((list) => quantile(list, 0.5));
}

function percentiles(run) {
  const times = [];
  for (let turn = 0; turn < 300; turn++) {
    const started = performance.now();
    run();
    times.push(performance.now() - started);
  }
  return `p50 ${round(quantile(times, 0.5))}, p99 ${round(quantile(times, 0.99))}`;
}

/** Types a sentence, key by key, in places all over the body. */
function keys(body, render, renderAfresh) {
  const sentence = ' He said "no" to **that**.';
  const incremental = [];
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
function firstPreview(module) {
  const draft = join(corpus, 'day-1080.draft.markdown');
  const script = `
    const body = require('node:fs').readFileSync(${JSON.stringify(draft)}, 'utf8');
    const started = performance.now();
    const { renderBlocks } = require(${JSON.stringify(module)});
    const loaded = performance.now();
    renderBlocks(body);
    console.log(JSON.stringify([loaded - started, performance.now() - loaded]));`;
  const runs = Array.from({ length: 15 }, () =>
    JSON.parse(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout),
  );
  const [load, first] = [0, 1].map((index) => runs.map((run) => run[index]));
  return { load: quantile(load, 0.5), 'first render': quantile(first, 0.5) };
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function report(title, values) {
  console.log(title);
  for (const [name, value] of Object.entries(values)) {
    console.log(`  ${name}: ${typeof value === 'number' ? round(value) : value}`);
  }
}
