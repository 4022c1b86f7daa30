import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchorOf, anchorsIn, decodeAnchor } from '../../../src/core/entry/anchor.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { renderBody } from '../../../src/core/render/body.ts';
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

test('an anchor is made of the first letters that a reader sees', () => {
  for (const [shown, anchor] of ANCHORS) assert.equal(anchorOf(shown), anchor);
});

test('paragraphs, list items and third-level headings have anchors, and nothing else', () => {
  const html = renderBody(
    '## Two\n\n### Three\n\n1/ **One** & [two](https://herald.example/a).\n\n> Quoted\n\n* A\n* B\n',
  );
  assert.deepEqual(anchorsIn(html), ['three', '1-one-two', 'quoted', 'a', 'b']);
});

test('what stands twice is numbered, also where a list item holds a paragraph', () => {
  assert.deepEqual(anchorsIn('<p>A</p><p>a</p><p>A!</p>'), ['a', 'a-1', 'a-2']);
  assert.deepEqual(anchorsIn('<ul>\n<li>\n<p>B</p>\n</li>\n</ul>'), ['b', 'b-1']);
});

test('an element keeps the id that it has, and others make way for it', () => {
  assert.deepEqual(anchorsIn('<p>A</p><p id="a">B</p><div id=\'c\'></div>'), ['a', 'c', 'a-1']);
});

test('HTML that is none does no harm', () => {
  assert.deepEqual(anchorsIn('</p><p>A &bogus; &#0; &#x110000; &amp; <b <p>B'), ['a-bogus-\uFFFD-\uFFFD-b']);
});

test('an anchor is read as it stands in an address', () => {
  assert.equal(decodeAnchor('4-the-mayor%E2%80%99s'), '4-the-mayor’s');
  assert.equal(decodeAnchor('100%-sure'), '100%-sure');
});

test('of the links to entries of the archive at least 92 of 100 lead to an anchor', { skip: noCorpus }, (context) => {
  const entries = new Map(
    corpusEntries().map(({ path, text }) => [/(\d{4}-\d\d-\d\d)/.exec(path)?.[1], { text, entry: parseEntry(text) }]),
  );
  const known = new Map<string, ReadonlySet<string>>();
  let links = 0;
  let found = 0;
  for (const { text } of entries.values()) {
    for (const [, year, month, day, fragment = ''] of text.matchAll(LINK)) {
      const date = `${year}-${month}-${day}`;
      const target = entries.get(date);
      if (!target) continue;
      const anchors = known.get(date) ?? new Set(anchorsIn(renderBody(target.text.slice(target.entry.body.from))));
      known.set(date, anchors);
      links++;
      if (anchors.has(decodeAnchor(fragment))) found++;
    }
  }
  context.diagnostic(`${found} of ${links}`);
  assert.ok(links > 1000 && found >= links * 0.92, `${found} of ${links}`);
});

const LINK = /\]\(https?:\/\/[^/\s]+\/(\d{4})\/(\d\d)\/(\d\d)\/day-\d+\/?#([^)\n]+)\)/gi;
