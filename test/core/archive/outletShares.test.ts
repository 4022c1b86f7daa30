import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openArchiveIndex } from '../../../src/core/archive/archiveIndex.ts';
import { formatPercent, outletSharesOf, shareBar } from '../../../src/core/archive/outletShares.ts';
import { outletUsages } from '../../../src/core/archive/outletUsage.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';

function cite(...outlets: readonly string[]): string {
  const links = outlets.map((outlet, index) => `[${outlet}](https://${outlet.toLowerCase()}.example/${index})`);
  return `1/ **Storm**. It rained. (${links.join(' / ')})`;
}

/** An archive of one entry. */
function usagesOf(text: string) {
  const archive = openArchiveIndex();
  archive.indexEntry(
    parseEntry(`---\ntitle: Day 1\ndate: 2031-01-01\n---\n\n${text}\n`),
    '_posts/2031-01-01-day-1.md',
    false,
  );
  return outletUsages(archive);
}

test('the outlets of an entry are sorted, each with its share and its usual share', () => {
  const usages = usagesOf(
    cite('Herald', 'Herald', 'Herald', 'Herald', 'Herald', 'Herald', 'Wire', 'Post', 'Post', 'Radio'),
  );
  const text = `${cite('Wire', 'Wire', 'Herald')}\n\n${cite('Gazette', 'Post').replace('1/', '2/')}\n`;
  const { total, shares, absent } = outletSharesOf(parseEntry(text), usages);
  assert.equal(total, 5);
  assert.deepEqual(
    shares.map(({ name, citations, share, usualShare: usual, comparison: against }) => [
      name,
      citations.length,
      share,
      usual,
      against,
    ]),
    [
      ['Wire', 2, 0.4, 0.1, 'more'],
      ['Herald', 1, 0.2, 0.6, 'less'],
      ['Post', 1, 0.2, 0.2, 'similar'],
      ['Gazette', 1, 0.2, 0, 'new'],
    ],
  );
  const [wire] = shares;
  assert.deepEqual(
    wire?.citations.map(({ from, to }) => text.slice(from, to)),
    ['[Wire](https://wire.example/0)', '[Wire](https://wire.example/1)'],
  );
  assert.deepEqual(absent, [], 'an entry with five citations would usually cite the radio half a time');
});

test('an outlet is absent if an entry with this many citations would usually cite it', () => {
  const usages = usagesOf(cite('Herald', 'Wire', 'Post', 'Radio'));
  const absentNames = (text: string) => outletSharesOf(parseEntry(text), usages).absent.map(({ name }) => name);
  assert.deepEqual(absentNames(cite('Wire', 'Wire', 'Post', 'Post')), ['Herald', 'Radio']);
  assert.deepEqual(absentNames(cite('Wire', 'Wire', 'Post')), []);
});

test('an entry without citations has no outlets, and an empty archive no usual shares', () => {
  assert.deepEqual(outletSharesOf(parseEntry('1/ **Storm**. It rained.'), usagesOf(cite('Herald'))), {
    total: 0,
    shares: [],
    absent: [],
  });
  const [herald] = outletSharesOf(parseEntry(cite('Herald')), outletUsages(openArchiveIndex())).shares;
  assert.deepEqual([herald?.share, herald?.usualShare, herald?.comparison], [1, 0, 'new']);
});

test('the length of a bar is relative to the largest share, and never zero', () => {
  assert.deepEqual(
    [shareBar(0.5, 0.5), shareBar(0.25, 0.5), shareBar(0.01, 0.5), shareBar(0, 0)],
    ['▰▰▰▰▰', '▰▰▰▱▱', '▰▱▱▱▱', '▰▱▱▱▱'],
  );
});

test('a share is formatted in whole per cent, and a small one is not shown as zero', () => {
  assert.deepEqual([1, 0.124, 0.009, 0].map(formatPercent), ['100%', '12%', 'under 1%', '0%']);
});
