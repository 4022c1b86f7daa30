import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summarize, summaryWithLinks } from '../../../src/core/archive/entrySummary.ts';
import { type InternedNames, openInternedNames } from '../../../src/core/archive/internedNames.ts';
import { decodeSummary, encodeSummary } from '../../../src/core/archive/summaryCodec.ts';
import type { Entry } from '../../../src/core/entry/entry.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { corpusEntries, noCorpus } from '../../support/corpus.ts';

test('a decoded summary equals the encoded one', { skip: noCorpus }, () => {
  const names = openInternedNames();
  const entries = corpusEntries().map(({ text }) => parseEntry(text));
  const encoded = entries.map((entry) => encode(entry, names));
  for (const [index, entry] of entries.entries())
    assert.deepEqual(decodeSummary(encoded[index] ?? new Uint8Array(), names), summarize(entry));
});

test('the outlet of every citation is encoded, however its address is written, and links without a web address are left out', () => {
  const cited = [
    ['Herald', 'https://www.herald.example/a'],
    [' Herald ', 'http://herald.example/b'],
    ['Herald', 'HTTPS://HERALD.example'],
    ['Herald', 'https://www.herald.example/c'],
    ['Herald](https://www', 'https://www.herald.example/d'],
    ['Post', 'https://www.herald.example?a=1/2'],
    ['Post', '/2031/01/30/day-11/'],
    ['Post', ''],
    ['A very long name. '.repeat(9), 'https://herald.example/e'],
    ['Post', `https://${'a.'.repeat(100)}example/f`],
    ['Post', `https://${'a.'.repeat(200)}example/f`],
    ['Post', 'https:///f'],
  ];
  const text = cited.map(([name, address]) => `* **Schools** open. ([${name}](${address}))\n\n`).join('');
  const entry = parseEntry(text.repeat(2));
  const names = openInternedNames();
  const summary = decodeSummary(encode(entry, names), names);
  assert.deepEqual(summary, summarize(entry));
  const outlets = summary.items.flatMap(({ citations }) => citations.map(({ host, outlet }) => `${outlet} at ${host}`));
  assert.equal(outlets.filter((outlet) => outlet === 'Herald at herald.example').length, 2 * 4);
  assert.equal(outlets.filter((outlet) => outlet === 'Post at herald.example').length, 2);
});

const ENTRY = `---
title: Day 11
tags: harbor
---

1/ **The mayor's ferry sank**. She swam. ([Herald](https://herald.example/ferry) / [KXYZ](https://kxyz.example/1))

* **Schools** open. ([Herald](https://herald.example/schools))
`;

test('damaged bytes do not make decoding throw', () => {
  const names = openInternedNames();
  const bytes = encode(parseEntry(ENTRY), names);
  for (let at = 0; at < bytes.length; at++) {
    const damaged = Uint8Array.from(bytes);
    damaged[at] = 255;
    decodeSummary(damaged, names);
    decodeSummary(bytes.subarray(0, at), names);
  }
});

function encode(entry: Entry, names: InternedNames): Uint8Array {
  return encodeSummary(summaryWithLinks(entry), entry.text, names);
}
