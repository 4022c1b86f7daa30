import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageHashes } from '../../../src/core/archive/pageHash.ts';
import { corpusEntries, noCorpus } from '../../support/corpus.ts';

const SAME_PAGE: readonly (readonly [string, string])[] = [
  ['https://www.herald.example/a/', 'http://herald.example/a'],
  ['https://HERALD.example/a', 'https://herald.example/a#top'],
  ['https://herald.example/a\\_b', 'https://herald.example/a_b?utm_source=x'],
  ['https://herald.example/a/index.html', 'https://herald.example/a'],
  ['https://herald.example/a/index.html#top', 'http://www.herald.example/a'],
  ['https://herald.example/a/#top?x=1&y', 'http://herald.example/a'],
  ['http://HERALD.example/#top', 'https://herald.example'],
];

test('two addresses have the same hash if they lead to the same page', () => {
  for (const [a, b] of SAME_PAGE) assert.equal(hashOf(a), hashOf(b), `${a} ${b}`);
  const distinct = [
    'https://herald.example/a',
    'https://herald.example/b',
    'https://herald.example/A',
    'https://a.example/a',
  ];
  assert.equal(new Set(distinct.map(hashOf)).size, distinct.length);
  assert.equal(hashOf('/a/b'), undefined);
});

test('no two pages of the corpus share a hash', { skip: noCorpus }, () => {
  const pages = new Map<number, string>();
  for (const { text } of corpusEntries()) {
    for (const [, address = ''] of text.matchAll(/\]\((https:\/\/[\w./-]*[\w-])\)/g)) {
      const hash = hashOf(address) ?? -1;
      const page = address.replace(/^https:\/\/(?:www\.)?/, '').replace(/\/index\.html$/, '');
      const other = pages.get(hash) ?? page;
      assert.equal(other.toLowerCase(), page.toLowerCase());
      pages.set(hash, page);
    }
  }
  assert.ok(pages.size > 20_000);
});

function hashOf(address: string): number | undefined {
  return pageHashes([address])[0];
}
