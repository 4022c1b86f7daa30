import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchorOf, anchorsIn, decodeAnchor } from '../../../src/core/entry/anchor.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { renderBody } from '../../../src/core/render/renderBody.ts';
import { corpusEntries, noCorpus } from '../../support/corpus.ts';

const ANCHORS: readonly (readonly [string, string])[] = [
  ['1/ The mayor resigned', '1-the-mayor-resigned'],
  ['  poll/ 51% of voters – again – stay  ', 'poll-51-of-voters-–-again-–-stay'],
  ["The mayor's 'no'", 'the-mayors-no'],
  ['The mayor’s “no”', 'the-mayor’s-“no”'],
  ['#1, a+b = $2: (c/d) [e] {f} ~g ^h *i', '1-a-b-2-c-d-e-f-g-h-i'],
  ['3/ A headline that is much longer than an anchor', '3-a-headline-that-is-much-longer-tha'],
  ['4/ A headline whose anchor’s end is a - dash', '4-a-headline-whose-anchor’s-end-is-a'],
  ['5/\u00A0No break', '5-\u00A0no-break'],
  ['✏️ Notables.', '✏️-notables'],
  [' ... ', ''],
];

test('an anchor consists of the first letters that readers see', () => {
  for (const [shown, anchor] of ANCHORS) assert.equal(anchorOf(shown), anchor);
});

test('only paragraphs, list items and third-level headings have anchors', () => {
  const html = renderBody(
    '## Two\n\n### Three\n\n1/ **One** & [two](https://herald.example/a).\n\n> Quoted\n\n* A\n* B\n',
  );
  assert.deepEqual(anchorsIn(html), ['three', '1-one-two', 'quoted', 'a', 'b']);
});

test('elements with the same text get numbered anchors, even a paragraph inside a list item', () => {
  assert.deepEqual(anchorsIn('<p>A</p><p>a</p><p>A!</p>'), ['a', 'a-1', 'a-2']);
  assert.deepEqual(anchorsIn('<ul>\n<li>\n<p>B</p>\n</li>\n</ul>'), ['b', 'b-1']);
});

test('an element keeps its id, and no other anchor uses it', () => {
  assert.deepEqual(anchorsIn('<p>A</p><p id="a">B</p><div id=\'c\'></div>'), ['a', 'c', 'a-1']);
});

test('invalid HTML is harmless', () => {
  assert.deepEqual(anchorsIn('</p><p>A &bogus; &#0; &#x110000; &amp; <b <p>B'), ['a-bogus-\uFFFD-\uFFFD-b']);
});

test('the anchor in an address is decoded', () => {
  assert.equal(decodeAnchor('4-the-mayor%E2%80%99s'), '4-the-mayor’s');
  assert.equal(decodeAnchor('100%-sure'), '100%-sure');
});

test('at least 92 % of the links to entries of the archive lead to an existing anchor', {
  skip: noCorpus,
}, (context) => {
  const entries = new Map(
    corpusEntries().map(({ path, text }) => [/(\d{4}-\d\d-\d\d)/.exec(path)?.[1], { text, entry: parseEntry(text) }]),
  );
  const anchorsByDate = new Map<string, ReadonlySet<string>>();
  let links = 0;
  let existing = 0;
  for (const { text } of entries.values()) {
    for (const [, year, month, day, fragment = ''] of text.matchAll(LINK)) {
      const date = `${year}-${month}-${day}`;
      const target = entries.get(date);
      if (!target) continue;
      const anchors =
        anchorsByDate.get(date) ?? new Set(anchorsIn(renderBody(target.text.slice(target.entry.body.from))));
      anchorsByDate.set(date, anchors);
      links++;
      if (anchors.has(decodeAnchor(fragment))) existing++;
    }
  }
  context.diagnostic(`${existing} of ${links}`);
  assert.ok(links > 1000 && existing >= links * 0.92, `${existing} of ${links}`);
});

const LINK = /\]\(https?:\/\/[^/\s]+\/(\d{4})\/(\d\d)\/(\d\d)\/day-\d+\/?#([^)\n]+)\)/gi;
