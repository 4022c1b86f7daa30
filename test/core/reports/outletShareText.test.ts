import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutletShare } from '../../../src/core/archive/outletShares.ts';
import {
  outletShareComparison,
  outletShareLabel,
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

test('a row starts with the count, and only what is cited more than once has a bar', () => {
  const labels = (...counts: readonly number[]) => {
    const shares = counts.map((count) => share(count, 0, 'new'));
    return shares.map((outlet) => outletShareLabel(outlet, { shares }));
  };
  assert.deepEqual(labels(4, 2, 1), ['4 ▰▰▰▰▰ Harbor Radio', '2 ▰▰▰▱▱ Harbor Radio', '1 Harbor Radio']);
  assert.deepEqual(labels(1, 1), ['1 Harbor Radio', '1 Harbor Radio']);
  assert.deepEqual(labels(12, 1), ['12 ▰▰▰▰▰ Harbor Radio', '\u20071 Harbor Radio'], 'the counts are aligned');
});

test('a row goes on with the comparison and the usual count', () => {
  assert.equal(outletShareComparison(share(4, 0.125, 'more'), KNOWN), '↑ usually 1');
  assert.equal(outletShareComparison(share(1, 0.5, 'less'), KNOWN), '↓ usually 4');
  assert.equal(outletShareComparison(share(2, 0.25, 'similar'), KNOWN), 'usually 2');
  assert.equal(outletShareComparison(share(1, 0.01, 'similar'), KNOWN), 'rarely');
  assert.equal(outletShareComparison(share(1, 0, 'new'), KNOWN), 'new');
});

test('without an archive no outlet is called new', () => {
  assert.equal(outletShareComparison(share(2, 0, 'new'), UNKNOWN), '25%');
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
