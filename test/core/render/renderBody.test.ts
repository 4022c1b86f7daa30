import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { GFM } from '../../../src/core/engines/commonMarkOptions.ts';
import { DEFAULT_ENGINE, type Engine } from '../../../src/core/engines/engine.ts';
import { JEKYLL_KRAMDOWN } from '../../../src/core/engines/kramdownOptions.ts';
import { tweetLink } from '../../../src/core/render/expandLiquid.ts';
import { createBlockRenderer, renderBlocks, renderBody } from '../../../src/core/render/renderBody.ts';

/** Checks the HTML of each block of the body. `⟦` and `⟧` mark the blocks. */
function checkBlocks(marked: string, ...html: string[]): void {
  const body = marked.replace(/[⟦⟧]/g, '');
  const blocks = renderBlocks(body);
  let remarked = '';
  let at = 0;
  for (const { from, to } of blocks) {
    remarked += `${body.slice(at, from)}⟦${body.slice(from, to)}⟧`;
    at = to;
  }
  assert.equal(remarked + body.slice(at), marked);
  assert.deepEqual(
    blocks.map((block) => block.html),
    html,
  );
}

test('a block spans its lines', () => {
  checkBlocks(
    '\n⟦1/ **A**.\nb⟧  \n\n⟦* c\n\n  d⟧\n\n\n⟦---⟧\n⟦### E⟧\n',
    '<p>1/ <strong>A</strong>.\nb</p>\n',
    '<ul>\n<li>\n<p>c</p>\n<p>d</p>\n</li>\n</ul>\n',
    '<hr />\n',
    '<h3>E</h3>\n',
  );
});

test('a block spans its lines, whatever their line breaks', () => {
  checkBlocks('⟦a\r\nb⟧\r\n\r\n⟦c⟧\r\r⟦d⟧', '<p>a\nb</p>\n', '<p>c</p>\n', '<p>d</p>\n');
});

test('a block spans its lines after a Liquid tag of several lines', () => {
  const url = 'https://twitter.com/reporter/status/1';
  const [tweet, after] = renderBlocks(`{% twitter ${url}\n\\%}\n\na`, { renderTweet: tweetLink });
  assert.equal(tweet?.html, `${tweetLink(url)}\n`);
  assert.deepEqual([tweet?.from, tweet?.to], [0, url.length + 15]);
  assert.deepEqual(after, { html: '<p>a</p>\n', from: url.length + 17, to: url.length + 18, itemOffsets: [] });
});

test('a link definition is not a block, but other blocks use it', () => {
  checkBlocks('⟦[a]⟧\n\n[a]: /b\n\n⟦c⟧', '<p><a href="/b">a</a></p>\n', '<p>c</p>\n');
});

test('footnotes are one block at the end', () => {
  const body = 'a[^1]\n\n[^1]: b\n\nc';
  const blocks = renderBlocks(body);
  assert.deepEqual(
    blocks.map(({ from, to }) => body.slice(from, to)),
    ['a[^1]', 'c', ''],
  );
  assert.match(blocks[2]?.html ?? '', /^<section class="footnotes">/);
});

test('a definition added elsewhere is used', () => {
  const render = createBlockRenderer();
  const html = (body: string) => render(body).map((block) => block.html);
  assert.deepEqual(html('[a]\n\nb'), ['<p>[a]</p>\n', '<p>b</p>\n']);
  assert.deepEqual(html('[a]\n\n[a]: /c'), ['<p><a href="/c">a</a></p>\n']);
  assert.deepEqual(html('[a]\n\nb'), ['<p>[a]</p>\n', '<p>b</p>\n']);
});

const PARTS = [
  '1/ **A "b"**. c. ([D](https://e.f/g) / [H](i))',
  '* j',
  '  * k',
  '1. l',
  '> m',
  '---',
  '### n',
  '    o',
  '```',
  '<div>',
  '</div>',
  '<!-- p',
  '-->',
  '[q]: /r',
  '[q]',
  's[^t]',
  '[^t]: u',
  '{% twitter https://v.w/x %}',
  '{{ site.url }}',
  '\\',
  '',
  '',
  '',
  "'",
  '**',
  '\r',
];
const body = fc
  .array(fc.tuple(fc.constantFrom(...PARTS), fc.constantFrom('\n', '\n\n', '\r\n', ' ')))
  .map((parts) => parts.flat().join(''));

test('the blocks make up the body, in order, with every engine', () => {
  for (const engine of ENGINES) checkBlocksOf(engine);
});

function checkBlocksOf(engine: Engine): void {
  fc.assert(
    fc.property(body, (text) => {
      const blocks = renderBlocks(text, { engine });
      assert.equal(blocks.map(({ html }) => html).join(''), renderBody(text, { engine }));
      let at = 0;
      for (const { html, from, to, itemOffsets } of blocks) {
        assert.ok(at <= from && from <= to && to <= text.length);
        if (from < to) assert.equal(itemOffsets.length, html.split('<li>').length - 1);
        for (const item of itemOffsets) {
          assert.ok(at <= item && item < to);
          at = item;
        }
        at = to;
      }
    }),
    { seed: 1080, numRuns: 2000 },
  );
}

test('rendering successive versions gives the same as rendering each from scratch, with every engine', () => {
  for (const engine of ENGINES) {
    fc.assert(
      fc.property(fc.array(body, { minLength: 2, maxLength: 5 }), (versions) => {
        const render = createBlockRenderer({ engine });
        for (const text of versions) assert.deepEqual(render(text), renderBlocks(text, { engine }));
      }),
      { seed: 1080, numRuns: 500 },
    );
  }
});

const ENGINES: readonly Engine[] = [
  DEFAULT_ENGINE,
  { name: 'commonmark', options: { ...GFM, headingIds: true } },
  { name: 'kramdown', options: JEKYLL_KRAMDOWN },
];
