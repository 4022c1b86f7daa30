import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutletShare } from '../../../src/core/archive/outletShares.ts';
import {
  outletShareRow,
  outletShareSentence,
  outletUsageText,
  usualCountText,
} from '../../../src/core/reports/outletShareText.ts';

const KNOWN = { total: 8, hasArchive: true };
const UNKNOWN = { total: 8, hasArchive: false };

function share(count: number, usual: number, against: OutletShare['comparison']): OutletShare {
  const citations = Array.from({ length: count }, () => ({ from: 0, to: 1 }));
  return {
    name: 'Harbor Radio',
    citations,
    share: count / 8,
    usualShare: usual,
    usage: undefined,
    comparison: against,
  };
}

test('a row starts with the count, followed by the comparison and the usual count', () => {
  assert.equal(outletShareRow(share(4, 0.125, 'more'), KNOWN), '4 ↑ usually 1');
  assert.equal(outletShareRow(share(1, 0.5, 'less'), KNOWN), '1 ↓ usually 4');
  assert.equal(outletShareRow(share(2, 0.25, 'similar'), KNOWN), '2 · usually 2');
  assert.equal(outletShareRow(share(1, 0.01, 'similar'), KNOWN), '1 · rarely');
  assert.equal(outletShareRow(share(1, 0, 'new'), KNOWN), '1 · new');
});

test('without an archive no outlet is called new', () => {
  assert.equal(outletShareRow(share(2, 0, 'new'), UNKNOWN), '2 · 25%');
  assert.equal(outletShareSentence(share(2, 0, 'new'), UNKNOWN), 'Harbor Radio, 2 citations, 25%');
});

test('a sentence has all the figures', () => {
  assert.equal(outletShareSentence(share(1, 0.07, 'similar'), KNOWN), 'Harbor Radio, 1 citation, 13%, usually 7%');
  assert.equal(outletShareSentence(share(2, 0, 'new'), KNOWN), 'Harbor Radio, 2 citations, 25%, for the first time');
  assert.equal(usualCountText(0.3, 5000), 'usually 1,500');
});

test('the usage text says how often and when last', () => {
  const day = { path: '_posts/2031-01-30-day-11.md', draft: false, number: 11, date: '2031-01-30', time: undefined };
  const use = { name: 'Harbor Radio', count: 2300, lastDay: { ...day, offset: undefined }, weight: 1 };
  assert.equal(outletUsageText(use), '2,300 in the archive, the latest on 2031-01-30');
  assert.equal(
    outletUsageText({ ...use, lastDay: { ...use.lastDay, date: undefined } }),
    '2,300 in the archive, the latest on _posts/2031-01-30-day-11.md',
  );
});
