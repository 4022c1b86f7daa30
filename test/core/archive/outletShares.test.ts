import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openIndex } from '../../../src/core/archive/archiveIndex.ts';
import { barOf, outletSharesOf, percent } from '../../../src/core/archive/outletShares.ts';
import { outletUsages } from '../../../src/core/archive/outletUsage.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';

function cite(...outlets: readonly string[]): string {
  const links = outlets.map((outlet, index) => `[${outlet}](https://${outlet.toLowerCase()}.example/${index})`);
  return `1/ **Storm**. It rained. (${links.join(' / ')})`;
}

/** An archive of one entry. */
function usesOf(text: string) {
  const archive = openIndex();
  archive.put(parseEntry(`---\ntitle: Day 1\ndate: 2031-01-01\n---\n\n${text}\n`), '_posts/2031-01-01-day-1.md', false);
  return outletUsages(archive);
}

test('the outlets of an entry stand in order, each with its share and the usual one', () => {
  const uses = usesOf(
    cite('Herald', 'Herald', 'Herald', 'Herald', 'Herald', 'Herald', 'Wire', 'Post', 'Post', 'Radio'),
  );
  const text = `${cite('Wire', 'Wire', 'Herald')}\n\n${cite('Gazette', 'Post').replace('1/', '2/')}\n`;
  const { total, shares, absent } = outletSharesOf(parseEntry(text), uses);
  assert.equal(total, 5);
  assert.deepEqual(
    shares.map(({ name, citations, share, usual, against }) => [name, citations.length, share, usual, against]),
    [
      ['Wire', 2, 0.4, 0.1, 'more'],
      ['Herald', 1, 0.2, 0.6, 'less'],
      ['Post', 1, 0.2, 0.2, 'alike'],
      ['Gazette', 1, 0.2, 0, 'new'],
    ],
  );
  const [wire] = shares;
  assert.deepEqual(
    wire?.citations.map(({ from, to }) => text.slice(from, to)),
    ['[Wire](https://wire.example/0)', '[Wire](https://wire.example/1)'],
  );
  assert.deepEqual(absent, [], 'of five citations half a one would be of the radio');
});

test('an outlet that so many citations usually have one of is missed where it is not there', () => {
  const uses = usesOf(cite('Herald', 'Wire', 'Post', 'Radio'));
  const missed = (text: string) => outletSharesOf(parseEntry(text), uses).absent.map(({ name }) => name);
  assert.deepEqual(missed(cite('Wire', 'Wire', 'Post', 'Post')), ['Herald', 'Radio']);
  assert.deepEqual(missed(cite('Wire', 'Wire', 'Post')), []);
});

test('an entry without citations has no sources, and an archive without entries nothing usual', () => {
  assert.deepEqual(outletSharesOf(parseEntry('1/ **Storm**. It rained.'), usesOf(cite('Herald'))), {
    total: 0,
    shares: [],
    absent: [],
  });
  const [herald] = outletSharesOf(parseEntry(cite('Herald')), outletUsages(openIndex())).shares;
  assert.deepEqual([herald?.share, herald?.usual, herald?.against], [1, 0, 'new']);
});

test('a bar is as long as its share of the longest, and never empty', () => {
  assert.deepEqual(
    [barOf(0.5, 0.5), barOf(0.25, 0.5), barOf(0.01, 0.5), barOf(0, 0)],
    ['▰▰▰▰▰', '▰▰▰▱▱', '▰▱▱▱▱', '▰▱▱▱▱'],
  );
});

test('a share is said in whole per cent, and a small one is not nothing', () => {
  assert.deepEqual([1, 0.124, 0.009, 0].map(percent), ['100%', '12%', 'under 1%', '0%']);
});
