import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutletShare } from '../../../src/core/archive/outletShares.ts';
import { rowOf, sentenceOf, useOf, usuallyOf } from '../../../src/core/reports/outletShareText.ts';

const KNOWN = { total: 8, isKnown: true };
const UNKNOWN = { total: 8, isKnown: false };

function share(count: number, usual: number, against: OutletShare['against']): OutletShare {
  const citations = Array.from({ length: count }, () => ({ from: 0, to: 1 }));
  return { name: 'Harbor Radio', citations, share: count / 8, usual, use: undefined, against };
}

test('a row says the count first, then how it differs, then what is usual in so many citations', () => {
  assert.equal(rowOf(share(4, 0.125, 'more'), KNOWN), '4 ↑ usually 1');
  assert.equal(rowOf(share(1, 0.5, 'less'), KNOWN), '1 ↓ usually 4');
  assert.equal(rowOf(share(2, 0.25, 'alike'), KNOWN), '2 · usually 2');
  assert.equal(rowOf(share(1, 0.01, 'alike'), KNOWN), '1 · seldom');
  assert.equal(rowOf(share(1, 0, 'new'), KNOWN), '1 · new');
});

test('without an archive nothing is called new', () => {
  assert.equal(rowOf(share(2, 0, 'new'), UNKNOWN), '2 · 25%');
  assert.equal(sentenceOf(share(2, 0, 'new'), UNKNOWN), 'Harbor Radio, 2 citations, 25%');
});

test('a line of its own says all of it', () => {
  assert.equal(sentenceOf(share(1, 0.07, 'alike'), KNOWN), 'Harbor Radio, 1 citation, 13%, usually 7%');
  assert.equal(sentenceOf(share(2, 0, 'new'), KNOWN), 'Harbor Radio, 2 citations, 25%, for the first time');
  assert.equal(usuallyOf(0.3, 5000), 'usually 1,500');
});

test('what the archive knows of an outlet is how often and when last', () => {
  const day = { path: '_posts/2031-01-30-day-11.md', draft: false, number: 11, date: '2031-01-30', time: undefined };
  const use = { name: 'Harbor Radio', count: 2300, last: { ...day, offset: undefined }, weight: 1 };
  assert.equal(useOf(use), '2,300 in the archive, the latest on 2031-01-30');
  assert.equal(
    useOf({ ...use, last: { ...use.last, date: undefined } }),
    '2,300 in the archive, the latest on _posts/2031-01-30-day-11.md',
  );
});
