import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { createBlockRenderer, renderBlocks, renderBody } from '../../src/core/render/renderBody.ts';
import { smartify } from '../../src/core/render/smartify.ts';
import { corpusEntries, corpusLines, corpusSiteUrl, noCorpus } from '../support/corpus.ts';

const options = { skip: noCorpus };

interface Expected {
  readonly name: string;
  readonly html: string;
}

function bodies(): ReadonlyMap<string, string> {
  return new Map(
    corpusEntries().map(({ path, text }) => {
      const { body } = parseEntry(text);
      return [path.slice('_posts/'.length), text.slice(body.from, body.to)];
    }),
  );
}

test('every entry renders as on the site, byte for byte', options, () => {
  const texts = bodies();
  const siteUrl = corpusSiteUrl();
  const expected = corpusLines<Expected>('expected/rendered.jsonl.gz');
  assert.equal(expected.length, texts.size);
  for (const { name, html } of expected) assert.equal(renderBody(texts.get(name) ?? '', { siteUrl }), html, name);
});

test('damaged paragraphs render as on the site, byte for byte', options, () => {
  const expected = corpusLines<{ markdown: string; html: string }>('expected/mutated.jsonl.gz');
  assert.ok(expected.length >= 20_000);
  let codeBlocks = 0;
  for (const { markdown, html } of expected) {
    codeBlocks += html.split('<pre>').length - 1;
    assert.equal(renderBody(markdown), withCodeElements(html));
  }
  assert.equal(codeBlocks, 6);
});

/**
 * Code blocks of the expected HTML have no `code` element. No version and no option of commonmarker writes them so, nor do the plugins
 * that Jekyll has for it; in the reference of other writers, which commonmarker made, all have one.
 */
function withCodeElements(html: string): string {
  return html.replaceAll('<pre>', '<pre><code>').replaceAll('</pre>', '</code></pre>');
}

test('descriptions and sentences are smartified as on the site', options, () => {
  const expected = corpusLines<{ text: string; html: string }>('expected/smartify.jsonl.gz');
  assert.ok(expected.length >= 3_078);
  for (const { text, html } of expected) assert.equal(smartify(text), html);
});

test('the blocks of an entry make up its body, and cover its text', options, () => {
  for (const [name, body] of bodies()) {
    const blocks = renderBlocks(body);
    assert.equal(blocks.map(({ html }) => html).join(''), renderBody(body), name);
    let end = 0;
    let between = '';
    for (const { from, to } of blocks) {
      between += body.slice(end, from);
      end = to;
    }
    assert.match(between + body.slice(end), /^(?:\s|\[\^.*)*$/, `${name}: text outside the blocks`);
  }
});

test('after random edits, incremental rendering equals full rendering', options, () => {
  const texts = [...bodies().values()];
  const pieces = [
    'a',
    ' ',
    '\n',
    '\n\n',
    '*',
    '**',
    '"',
    "'",
    '[',
    '](',
    ')',
    '> ',
    '  ',
    '#',
    '<div>',
    '-',
    '[x]: /y',
    '`',
  ];
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(20),
    put: fc.constantFrom(...pieces),
  });
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 6 }), (body, edits) => {
      const render = createBlockRenderer();
      let text = body;
      render(text);
      for (const { at, cut, put } of edits) {
        const from = Math.floor(at * text.length);
        text = text.slice(0, from) + put + text.slice(from + cut);
        assert.deepEqual(render(text), renderBlocks(text));
      }
    }),
    { seed: 1080, numRuns: 300 },
  );
});
