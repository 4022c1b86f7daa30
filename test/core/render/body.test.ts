import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createBlockRenderer, renderBlocks, renderBody } from '../../../src/core/render/body.ts';
import { quietTweet } from '../../../src/core/render/liquid.ts';

/** Each block of the body, between `⟦` and `⟧`, gives this HTML. */
function checkBlocks(marked: string, ...html: string[]): void {
  const body = marked.replace(/[⟦⟧]/g, '');
  const blocks = renderBlocks(body);
  let shown = '';
  let at = 0;
  for (const { from, to } of blocks) {
    shown += `${body.slice(at, from)}⟦${body.slice(from, to)}⟧`;
    at = to;
  }
  assert.equal(shown + body.slice(at), marked);
  assert.deepEqual(
    blocks.map((block) => block.html),
    html,
  );
}

test('a block knows its lines', () => {
  checkBlocks(
    '\n⟦1/ **A**.\nb⟧  \n\n⟦* c\n\n  d⟧\n\n\n⟦---⟧\n⟦### E⟧\n',
    '<p>1/ <strong>A</strong>.\nb</p>\n',
    '<ul>\n<li>\n<p>c</p>\n<p>d</p>\n</li>\n</ul>\n',
    '<hr />\n',
    '<h3>E</h3>\n',
  );
});

test('a block knows its lines whatever ends them', () => {
  checkBlocks('⟦a\r\nb⟧\r\n\r\n⟦c⟧\r\r⟦d⟧', '<p>a\nb</p>\n', '<p>c</p>\n', '<p>d</p>\n');
});

test('a block knows its lines behind a tag of several lines', () => {
  const url = 'https://twitter.com/reporter/status/1';
  const [tweet, after] = renderBlocks(`{% twitter ${url}\n\\%}\n\na`, { tweet: quietTweet });
  assert.equal(tweet?.html, `${quietTweet(url)}\n`);
  assert.deepEqual([tweet?.from, tweet?.to], [0, url.length + 15]);
  assert.deepEqual(after, { html: '<p>a</p>\n', from: url.length + 17, to: url.length + 18, items: [] });
});

test('a definition is no block, but serves the others', () => {
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

test('what a change elsewhere defines is seen', () => {
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

test('the blocks are the body, and lie in it one after the other', () => {
  fc.assert(
    fc.property(body, (text) => {
      const blocks = renderBlocks(text);
      assert.equal(blocks.map(({ html }) => html).join(''), renderBody(text));
      let at = 0;
      for (const { html, from, to, items } of blocks) {
        assert.ok(at <= from && from <= to && to <= text.length);
        if (from < to) assert.equal(items.length, html.split('<li>').length - 1);
        for (const item of items) {
          assert.ok(at <= item && item < to);
          at = item;
        }
        at = to;
      }
    }),
    { seed: 1080, numRuns: 2000 },
  );
});

test('rendering version after version gives what rendering each afresh gives', () => {
  fc.assert(
    fc.property(fc.array(body, { minLength: 2, maxLength: 5 }), (versions) => {
      const render = createBlockRenderer();
      for (const text of versions) assert.deepEqual(render(text), renderBlocks(text));
    }),
    { seed: 1080, numRuns: 500 },
  );
});
