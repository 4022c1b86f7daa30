import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fragmentOf, hostOf, initialOf, mayBeSamePage, pageKeyOf, pageSpan } from '../../../src/core/urls/url.ts';

test('a host is between the scheme and the path, without www', () => {
  const hosts = {
    'https://www.herald.example/a': 'herald.example',
    'http://Herald.example?a=1': 'herald.example',
    'HTTPS://herald.example:8080': 'herald.example',
    'https://news.herald.example#top': 'news.herald.example',
    'herald.example/a': undefined,
    'https://': undefined,
    'Some words.': undefined,
    '': undefined,
  };
  for (const [address, host] of Object.entries(hosts)) assert.equal(hostOf(address), host, address);
});

test('addresses of one page have the same key, whatever their scheme, www, tracking, escapes, fragment and final slash', () => {
  const page = pageKeyOf('https://herald.example/a_b');
  for (const address of [
    'http://herald.example/a_b',
    'https://www.herald.example/a_b/',
    'https://HERALD.example/a\\_b',
    'https://herald.example/a_b?utm_source=feed',
    'https://herald.example/a_b/?utm_source=feed&amp;fbclid=1#now',
    'https://herald.example/a_b/index.html',
    'https://herald.example/a_b?',
  ]) {
    assert.equal(pageKeyOf(address), page, address);
    const text = `https://herald.example/a_b ${address}`;
    const other = pageSpan(text, { from: 27, to: text.length });
    assert.ok(mayBeSamePage(text, pageSpan(text, { from: 0, to: 26 }), other), address);
    assert.equal(initialOf(text, other), 'h'.charCodeAt(0), address);
  }
  for (const address of ['', 'https://', 'https://?a', '#a', 'https://\\-a', '&amp;'])
    assert.equal(initialOf(address, pageSpan(address, { from: 0, to: address.length })), undefined, address);
});

test('addresses of different pages have different keys', () => {
  const page = pageKeyOf('https://herald.example/a?id=1');
  for (const address of [
    'https://herald.example/a',
    'https://herald.example/a?id=2',
    'https://herald.example/A?id=1',
    'https://post.example/a?id=1',
  ]) {
    assert.notEqual(pageKeyOf(address), page, address);
  }
});

test('the escapes of a fragment are resolved', () => {
  assert.equal(fragmentOf('https://herald.example/a#link\\_1'), 'link_1');
  assert.equal(fragmentOf('https://herald.example/a'), '');
});
