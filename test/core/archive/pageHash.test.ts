import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageHash, pageHashAt } from '../../../src/core/archive/pageHash.ts';
import { pageKeyOf } from '../../../src/core/urls/url.ts';
import { corpusEntries, noCorpus } from '../../support/corpus.ts';

const SAME_PAGE: readonly (readonly [string, string])[] = [
  ['https://www.herald.example/a/', 'http://herald.example/a'],
  ['https://HERALD.example/a', 'https://herald.example/a#top'],
  ['https://herald.example/a\\_b', 'https://herald.example/a_b?utm_source=x'],
  ['https://herald.example/a/index.html', 'https://herald.example/a'],
  ['https://herald.example/a/index.html#top', 'http://www.herald.example/a'],
  ['https://herald.example/a/#top?x=1&y', 'http://herald.example/a'],
  ['http://HERALD.example/#top', 'https://herald.example'],
  ['HTTPS://herald.example/a?id=1&utm_source=x', 'https://www.herald.example/a/?id=1'],
  ['https://herald.example/a?id=1&amp;page=2', 'https://herald.example/a?id=1&page=2'],
  ['https://herald.example/a?', 'https://herald.example/a'],
  ['https://MÜHLE.example/Ä', 'https://mühle.example/Ä'],
  ['https://', 'http://www./'],
];

test('two addresses have the same hash if they lead to the same page', () => {
  for (const [a, b] of SAME_PAGE) {
    assert.equal(pageHash(a), pageHash(b), `${a} ${b}`);
    assert.equal(pageKeyOf(a), pageKeyOf(b), `${a} ${b}`);
  }
  const distinct = [
    'https://herald.example/a',
    'https://herald.example/b',
    'https://herald.example/A',
    'https://a.example/a',
  ];
  assert.equal(new Set(distinct.map(pageHash)).size, distinct.length);
  for (const address of ['', '/a/b', 'herald.example/a', 'https:herald.example'])
    assert.equal(pageHash(address), undefined);
});

test('the text around an address does not change its hash', () => {
  for (const address of SAME_PAGE.flat()) {
    const text = `/index.html ${address}/b?id=1`;
    const from = '/index.html '.length;
    assert.equal(pageHashAt(text, { from, to: from + address.length }), pageHash(address), address);
  }
});

test('no two pages of the corpus share a hash', { skip: noCorpus }, () => {
  const pages = new Map<number, string>();
  for (const { text } of corpusEntries()) {
    for (const [, address = ''] of text.matchAll(/\]\((https:\/\/[\w./-]*[\w-])\)/g)) {
      const hash = pageHash(address) ?? -1;
      const page = address.replace(/^https:\/\/(?:www\.)?/, '').replace(/\/index\.html$/, '');
      const other = pages.get(hash) ?? page;
      assert.equal(other.toLowerCase(), page.toLowerCase());
      pages.set(hash, page);
    }
  }
  assert.ok(pages.size > 20_000);
});
