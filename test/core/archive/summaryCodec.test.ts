import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summarize } from '../../../src/core/archive/entrySummary.ts';
import { openInternedNames } from '../../../src/core/archive/internedNames.ts';
import { decodeSummary, encodeSummary } from '../../../src/core/archive/summaryCodec.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { corpusEntries, noCorpus } from '../../support/corpus.ts';

test('a decoded summary equals the encoded one', { skip: noCorpus }, () => {
  const names = openInternedNames();
  const encoded = corpusEntries().map(({ text }) => {
    const summary = summarize(parseEntry(text));
    return [summary, encodeSummary(summary, names)] as const;
  });
  for (const [summary, bytes] of encoded) assert.deepEqual(decodeSummary(bytes, names), summary);
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
  const bytes = encodeSummary(summarize(parseEntry(ENTRY)), names);
  for (let at = 0; at < bytes.length; at++) {
    const damaged = Uint8Array.from(bytes);
    damaged[at] = 255;
    decodeSummary(damaged, names);
    decodeSummary(bytes.subarray(0, at), names);
  }
});
