import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openNames } from '../../../src/core/archive/internedNames.ts';
import { pageNumbers } from '../../../src/core/archive/pageIndex.ts';
import { anchorsOf, plainlyHas, summarize } from '../../../src/core/archive/summary.ts';
import { decodeSummary, encodeSummary } from '../../../src/core/archive/summaryCodec.ts';
import { tagsIn } from '../../../src/core/archive/tags.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { corpusEntries, noCorpus } from '../../support/corpus.ts';

const TEXT = `---
title: Day 11
tags:
- harbor
- "city hall"
---

1/ **The mayor's ferry sank**. She swam. ([Herald](https://www.herald.example/ferry/) / [KXYZ](https://kxyz.example/1?utm_source=x))

---

* **Schools** open. ([Herald](https://herald.example/schools))

### ✏️ Notables.

Plain words.
`;

test('a summary has the title, the tags, and every item with what it says and cites', () => {
  const { title, tags, items } = summarize(parseEntry(TEXT));
  assert.deepEqual([title, tags], ['Day 11', ['harbor', 'city hall']]);
  assert.deepEqual(
    items.map(({ kind, label, headline, lead }) => [kind, label, headline, lead]),
    [
      ['section', '1/', 'The mayor’s ferry sank', '1/ The mayor’s ferry sank. She swam. (Herald / KXYZ)'],
      ['bullet', '', 'Schools', 'Schools open. (Herald)'],
      ['heading', '', '', '✏️ Notables.'],
      ['paragraph', '', '', 'Plain words.'],
    ],
  );
  for (const { from, kind } of items)
    assert.equal(parseEntry(TEXT).blocks.find((block) => block.from === from)?.kind, kind);
  assert.deepEqual(
    items.flatMap(({ citations }) => citations.map(({ host, outlet }) => `${outlet} at ${host}`)),
    ['Herald at herald.example', 'KXYZ at kxyz.example', 'Herald at herald.example'],
  );
});

test('anchors are told of every place, twice where a list item may hold a paragraph', () => {
  assert.deepEqual(anchorsOf(summarize(parseEntry(TEXT))), [
    '1-the-mayor’s-ferry-sank-she-swam-he',
    'schools-open-herald',
    'schools-open-herald-1',
    '✏️-notables',
    'plain-words',
  ]);
});

test('where raw HTML may hold an anchor none are known', () => {
  assert.equal(anchorsOf(summarize(parseEntry('1/ **Head**.\n\n<div id="x">\n\n</div>\n'))), undefined);
});

const ONE_PAGE: readonly (readonly [string, string])[] = [
  ['https://www.herald.example/a/', 'http://herald.example/a'],
  ['https://HERALD.example/a', 'https://herald.example/a#top'],
  ['https://herald.example/a\\_b', 'https://herald.example/a_b?utm_source=x'],
  ['https://herald.example/a/index.html', 'https://herald.example/a'],
];

test('two addresses of one page have one number, and others have others', () => {
  for (const [a, b] of ONE_PAGE) assert.equal(numberOf(a), numberOf(b), `${a} ${b}`);
  const others = [
    'https://herald.example/a',
    'https://herald.example/b',
    'https://herald.example/A',
    'https://a.example/a',
  ];
  assert.equal(new Set(others.map(numberOf)).size, others.length);
  assert.equal(numberOf('/a/b'), undefined);
});

test('pages of an archive do not share a number', { skip: noCorpus }, () => {
  const pages = new Map<number, string>();
  for (const { text } of corpusEntries()) {
    for (const [, address = ''] of text.matchAll(/\]\((https:\/\/[\w./-]*[\w-])\)/g)) {
      const number = numberOf(address) ?? -1;
      const page = address.replace(/^https:\/\/(?:www\.)?/, '').replace(/\/index\.html$/, '');
      const other = pages.get(number) ?? page;
      assert.equal(other.toLowerCase(), page.toLowerCase());
      pages.set(number, page);
    }
  }
  assert.ok(pages.size > 20_000);
});

test('what is packed comes out again', { skip: noCorpus }, () => {
  const names = openNames();
  const packed = corpusEntries().map(({ text }) => {
    const summary = summarize(parseEntry(text));
    return [summary, encodeSummary(summary, names)] as const;
  });
  for (const [summary, bytes] of packed) assert.deepEqual(decodeSummary(bytes, names), summary);
});

test('bytes that were never packed do no harm', () => {
  const names = openNames();
  const bytes = encodeSummary(summarize(parseEntry(TEXT)), names);
  for (let at = 0; at < bytes.length; at++) {
    const broken = Uint8Array.from(bytes);
    broken[at] = 255;
    decodeSummary(broken, names);
    decodeSummary(bytes.subarray(0, at), names);
  }
});

test('tags are read as YAML and as a line of words', () => {
  for (const value of ['- a\n- "b c"\n- \n- a', "[a, 'b c', ]"]) assert.deepEqual(tagsIn(value), ['a', 'b c'], value);
  assert.deepEqual(tagsIn(' a  b '), ['a', 'b']);
  assert.deepEqual(tagsIn(''), []);
});

function numberOf(address: string): number | undefined {
  return pageNumbers([address])[0];
}

test('an item that plainly has an anchor is found without reading the entry, and none that has not', () => {
  const text = "1/ **The mayor resigned on Tuesday**. Text.\n\n* **The mayor's ferry sank**. The council resigned.\n";
  assert.ok(plainlyHas(text, '1-the-mayor-resigned-on-tuesday-text'));
  assert.ok(plainlyHas(text, 'the-mayor’s-ferry-sank-the-council-r'));
  assert.ok(!plainlyHas(text, 'the-mayors-ferry-sank-the-council-re'));
  assert.ok(!plainlyHas(text, 'the-council-resigned'));
  assert.ok(!plainlyHas(text, '2-the-mayor-resigned-on-tuesday-text'));
});

test('what an entry plainly has it has', { skip: noCorpus }, () => {
  let plain = 0;
  let all = 0;
  for (const { text } of corpusEntries().slice(0, 300)) {
    const anchors = anchorsOf(summarize(parseEntry(text))) ?? [];
    for (const anchor of anchors) if (plainlyHas(text, anchor)) plain++;
    all += anchors.length;
    for (const anchor of anchors) assert.ok(!plainlyHas(text, `${anchor.slice(0, 30)}x`), anchor);
  }
  assert.ok(plain > all * 0.9, `${plain} of ${all}`);
});
