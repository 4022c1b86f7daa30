import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { createPageSourceMap } from '../../../../src/core/render/targets/pageSourceMap.ts';
import { createPreviewRenderer } from '../../../../src/core/render/targets/previewPage.ts';

const ENTRY = parseEntry(`---
title: Day 12
date: 2031-01-31 09:30:00 -08:00
todayInOneSentence: Everyone has today and one sentence; the ferry sank.
currentMood: Calm.
---

1/ **The ferry sank**. Text.
`);

test('words that the page adds before a value map to the start of the value', () => {
  const page = createPreviewRenderer(undefined)(ENTRY, { target: 'site', zone: undefined });
  const sourceMap = createPageSourceMap();
  for (const [leadIn, value] of [
    ['Today in One Sentence. ', 'Everyone has today'],
    ['Current mood: ', 'Calm.'],
  ] as const) {
    const block = page.head.find(({ html }) => html.replace(/<[^>]*>/g, '').startsWith(leadIn));
    assert.ok(block, leadIn);
    const from = ENTRY.text.indexOf(value);
    assert.equal(sourceMap.sourceAt(ENTRY, block, 0), from);
    for (const at of [0, 5]) assert.equal(sourceMap.sourceAt(ENTRY, block, leadIn.length + at), from + at);
  }
});

test('a problem in the sentence is marked at its own words', () => {
  const page = createPreviewRenderer(undefined)(ENTRY, { target: 'site', zone: undefined });
  const from = ENTRY.text.indexOf('has today');
  const problem = { from, to: from + 3, rule: 'x', severity: 'warning', message: 'M.' } as const;
  const [mark] = createPageSourceMap().marks(ENTRY, page, [problem]);
  const text = [...page.head, ...page.body][mark?.block ?? -1]?.html.replace(/<[^>]*>/g, '') ?? '';
  assert.equal(text.trimStart().slice(mark?.from, mark?.to), 'has');
});

test('a problem is marked at its own words, not at the same words in code, tags, images, comments or Liquid before it', () => {
  for (const before of [
    'Run `a lead` and',
    'A <b title="a lead here">b</b>',
    'A <span class="a lead">lead</span>',
    'A ![a lead here](b.png)',
    'A <!-- a lead here -->',
    'A {% comment %} a lead here {% endcomment %}',
    'A {% raw %} a lead here {% endraw %}',
    'A [link][a lead here]',
    'A <https://lead.example/lead>',
  ]) {
    const entry = parseEntry(`1/ **Head**. ${before} a lead here.\n\n[a lead here]: https://a.example/lead\n`);
    const page = createPreviewRenderer(undefined)(entry, { target: 'site', zone: undefined });
    const from = entry.text.indexOf('lead here.');
    const problem = { from, to: from + 4, rule: 'x', severity: 'warning', message: 'M.' } as const;
    const [mark] = createPageSourceMap().marks(entry, page, [problem]);
    const text = [...page.head, ...page.body][mark?.block ?? -1]?.html.replace(/<[^>]*>/g, '') ?? '';
    assert.equal(text.slice(mark?.from), 'lead here.\n', before);
    assert.equal(text.slice(mark?.from, mark?.to), 'lead', before);
  }
});
