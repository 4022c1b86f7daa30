import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Engine } from '../../../../src/core/engines/engine.ts';
import { JEKYLL_KRAMDOWN } from '../../../../src/core/engines/kramdownOptions.ts';
import { createBlockRenderer, renderBlocks, renderBody } from '../../../../src/core/render/renderBody.ts';

const ENGINES: readonly Engine[] = [
  { name: 'kramdown', options: JEKYLL_KRAMDOWN },
  { name: 'kramdown', options: { ...JEKYLL_KRAMDOWN, input: 'kramdown', parseBlockHtml: true } },
];
const [engine] = ENGINES;

/** Checks the blocks of a body: `⟦` and `⟧` mark them, and `•` the lines in which list items start. */
function checkBlocks(marked: string, ...html: string[]): void {
  const body = marked.replace(/[⟦⟧•]/g, '');
  const blocks = renderBlocks(body, { engine });
  const marks = blocks.flatMap(({ from, to, itemOffsets }) => [
    ...(from < to ? [{ at: from, mark: '⟦' }] : []),
    ...itemOffsets.map((at) => ({ at, mark: '•' })),
    ...(from < to ? [{ at: to, mark: '⟧' }] : []),
  ]);
  let remarked = body;
  for (const { at, mark } of marks.reverse()) remarked = remarked.slice(0, at) + mark + remarked.slice(at);
  assert.equal(remarked, marked);
  assert.deepEqual(
    blocks.map((block) => block.html),
    html,
  );
}

test('a block spans its lines', () => {
  checkBlocks(
    '\n⟦a\nb⟧  \n\n⟦•* c\n\n  d⟧\n\n\n⟦---⟧\n⟦### E⟧\n',
    '<p>a\nb</p>\n',
    '<ul>\n  <li>\n    <p>c</p>\n\n    <p>d</p>\n  </li>\n</ul>\n',
    '<hr />\n',
    '<h3 id="e">E</h3>\n',
  );
});

test('items in items, quotations and definitions have their lines', () => {
  checkBlocks(
    '⟦•* a\n•  * b\n\n•    1. c\n•* d⟧\n\n⟦> a\n•> * b\n•>   * c⟧\n\n⟦a\n: b\n\n•  * c⟧',
    '<ul>\n  <li>a\n    <ul>\n      <li>\n        <p>b</p>\n\n        <ol>\n          <li>c</li>\n        </ol>\n      </li>\n    </ul>\n  </li>\n  <li>d</li>\n</ul>\n',
    '<blockquote>\n  <p>a</p>\n  <ul>\n    <li>b\n      <ul>\n        <li>c</li>\n      </ul>\n    </li>\n  </ul>\n</blockquote>\n',
    '<dl>\n  <dt>a</dt>\n  <dd>b\n\n    <ul>\n      <li>c</li>\n    </ul>\n  </dd>\n</dl>\n',
  );
});

test('attribute lists belong to the block that they are for', () => {
  checkBlocks('⟦a\n{: .b}⟧\n\n⟦{: .c}\nd⟧', '<p class="b">a</p>\n', '<p class="c">d</p>\n');
});

test('definitions are no blocks', () => {
  checkBlocks('⟦[a]⟧\n\n[a]: /b\n*[c]: d\n\n⟦c⟧', '<p><a href="/b">a</a></p>\n', '<p><abbr title="d">c</abbr></p>\n');
});

test('what follows an end tag on its line belongs to the same block', () => {
  checkBlocks('⟦<div>a</div> b\nc⟧\n\n⟦d⟧', '<div>a</div>\n<p>b\nc</p>\n', '<p>d</p>\n');
});

test('terms and all their definitions are one block', () => {
  checkBlocks(
    '⟦a\n: b\n\nc\n: d⟧\n\n⟦e⟧',
    '<dl>\n  <dt>a</dt>\n  <dd>b</dd>\n  <dt>c</dt>\n  <dd>d</dd>\n</dl>\n',
    '<p>e</p>\n',
  );
});

test('footnotes are a block without lines at the end', () => {
  const blocks = renderBlocks('a[^b]\n\n[^b]: c\n\nd', { engine });
  assert.deepEqual(
    blocks.map(({ from, to }) => [from, to]),
    [
      [0, 5],
      [16, 17],
      [17, 17],
    ],
  );
  assert.match(blocks[2]?.html ?? '', /^<div class="footnotes"/);
});

test('the items of a table of contents have the line of the list that it replaces', () => {
  const [contents] = renderBlocks('* toc\n{:toc}\n\n# A\n\n# B', { engine });
  assert.deepEqual(contents?.itemOffsets, [0, 0]);
});

test('a definition added elsewhere, or a heading before one with the same text, changes a block', () => {
  const render = createBlockRenderer({ engine });
  const html = (body: string) => render(body).map((block) => block.html);
  assert.deepEqual(html('[a]\n\n# B'), ['<p>[a]</p>\n', '<h1 id="b">B</h1>\n']);
  assert.deepEqual(html('[a]\n\n# B\n\n[a]: /c'), ['<p><a href="/c">a</a></p>\n', '<h1 id="b">B</h1>\n']);
  assert.deepEqual(html('# B\n\n# B'), ['<h1 id="b">B</h1>\n', '<h1 id="b-1">B</h1>\n']);
  assert.deepEqual(html('a\n{: b}\n\n{:b: .c}'), ['<p class="c">a</p>\n']);
});

// biome-ignore format: a list of strings
const PARTS = [
  'a', 'b "c"', '* d', '  * e', '    f', '1. g', '> h', '# I', '# I', 'J\n---', '---', '```', '<div>', '</div>', '<div markdown="1">', '<p>k</p> l',
  '{: .m}', '{:n: .o}', '{: n}', '{:toc}', '* p', '[q]: /r', '[q]', 's[^t]', '[^t]: u', '    v', '*[a]: w', ': x', '| y | z |', '$$ a $$', '^',
  '{::comment}', '{:/}', '{::options auto_ids="false" /}', '\\', '**', '', '', '', '\r',
];
const body = fc
  .array(fc.tuple(fc.constantFrom(...PARTS), fc.constantFrom('\n', '\n', '\n\n', '\r\n', ' ')))
  .map((parts) => parts.flat().join(''));

test('the blocks make up the body, in order', () => {
  for (const engine of ENGINES) {
    fc.assert(
      fc.property(body, (text) => {
        const blocks = renderBlocks(text, { engine });
        assert.equal(blocks.map(({ html }) => html).join(''), renderBody(text, { engine }));
        let at = 0;
        for (const { html, from, to, itemOffsets } of blocks) {
          assert.ok(at <= from && from <= to && to <= text.length);
          if (from < to) assert.equal(itemOffsets.length, html.split(/<li[ >]/).length - 1);
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
});

test('rendering successive versions gives the same as rendering each from scratch', () => {
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
