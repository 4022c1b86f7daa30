import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchorsOf, definitelyHasAnchor, startsWithAnchor, summarize } from '../../../src/core/archive/entrySummary.ts';
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

test('a summary has the title, the tags, and the text and citations of every item', () => {
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

test('every item has an anchor, and a list item a second one in case it holds a paragraph', () => {
  assert.deepEqual(anchorsOf(summarize(parseEntry(TEXT))), [
    '1-the-mayor’s-ferry-sank-she-swam-he',
    'schools-open-herald',
    'schools-open-herald-1',
    '✏️-notables',
    'plain-words',
  ]);
});

test('the anchors are unknown if raw HTML may hold one', () => {
  assert.equal(anchorsOf(summarize(parseEntry('1/ **Head**.\n\n<div id="x">\n\n</div>\n'))), undefined);
});

test('an anchor is found in the text of its item alone', () => {
  const text = "1/ **The mayor resigned on Tuesday**. Text.\n\n* **The mayor's ferry sank**. The council resigned.\n";
  assert.ok(definitelyHasAnchor(text, '1-the-mayor-resigned-on-tuesday-text'));
  assert.ok(definitelyHasAnchor(text, 'the-mayor’s-ferry-sank-the-council-r'));
  assert.ok(!definitelyHasAnchor(text, 'the-mayors-ferry-sank-the-council-re'));
  assert.ok(!definitelyHasAnchor(text, 'the-council-resigned'));
  assert.ok(!definitelyHasAnchor(text, '2-the-mayor-resigned-on-tuesday-text'));
  assert.ok(startsWithAnchor(text, '1-the-mayor-resigned-on-tuesday-text'));
  assert.ok(!startsWithAnchor(text, 'the-mayor’s-ferry-sank-the-council-r'));
});

test('most anchors are found in the text of their item alone, and never a wrong one', { skip: noCorpus }, () => {
  let foundCount = 0;
  let anchorCount = 0;
  for (const { text } of corpusEntries().slice(0, 300)) {
    const anchors = anchorsOf(summarize(parseEntry(text))) ?? [];
    for (const anchor of anchors) if (definitelyHasAnchor(text, anchor)) foundCount++;
    anchorCount += anchors.length;
    for (const anchor of anchors) assert.ok(!definitelyHasAnchor(text, `${anchor.slice(0, 30)}x`), anchor);
  }
  assert.ok(foundCount > anchorCount * 0.9, `${foundCount} of ${anchorCount}`);
});
