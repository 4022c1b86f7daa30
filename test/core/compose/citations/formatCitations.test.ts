import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatCitationGroup, parseWebAddress } from '../../../../src/core/compose/citations/formatCitations.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { KNOWN_OUTLETS } from '../../../../src/core/outlets/knownOutlets.ts';
import { moreOutlets } from '../../../../src/core/outlets/moreOutlets.ts';
import { nameFromHost } from '../../../../src/core/outlets/nameFromHost.ts';
import { learnOutlets } from '../../../../src/core/outlets/outlets.ts';
import { textOf } from '../../../../src/core/text/text.ts';
import { canonicalUrl } from '../../../../src/core/urls/canonicalUrl.ts';

const outlets = learnOutlets();

test('addresses become a group with outlet names, without tracking parameters and repeated pages', () => {
  assert.equal(
    formatCitationGroup(
      [
        'https://www.reuters.com/world/a/?utm_source=feed',
        'https://www.npr.org/b',
        'https://reuters.com/world/a',
        'https://valleyherald.example/c#now',
        'https://valleyherald.example/c#then',
      ],
      outlets,
    ),
    '([Reuters](https://www.reuters.com/world/a/) / [NPR](https://www.npr.org/b) / [Valley Herald](https://valleyherald.example/c#now) / [Valley Herald](https://valleyherald.example/c#then))',
  );
  assert.equal(formatCitationGroup([], outlets), '');
});

test('the address of a copy is replaced by that of the page if it is certain', () => {
  for (const [copy, page] of [
    [
      'https://www.google.com/amp/s/amp.cnn.com/cnn/2031/01/04/a/index.html',
      'https://www.cnn.com/2031/01/04/a/index.html',
    ],
    ['https://amp.cnn.com/cnn/2031/01/04/a/index.html', 'https://www.cnn.com/2031/01/04/a/index.html'],
    [
      'https://www-herald-example.cdn.ampproject.org/c/s/www.herald.example/a.html',
      'https://www.herald.example/a.html',
    ],
    [
      'https://www.google.com/url?sa=t&url=https%3A%2F%2Fherald.example%2Fa%3Fid%3D1&usg=x',
      'https://herald.example/a?id=1',
    ],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fherald.example%2Fa%3Ffbclid%3Dx&h=y', 'https://herald.example/a'],
    ['https://herald.example/news/the-mayor-has-resigned/amp/', 'https://herald.example/news/the-mayor-has-resigned/'],
    [
      'https://herald.example/news/the-mayor-has-resigned/amp?x=1',
      'https://herald.example/news/the-mayor-has-resigned/?x=1',
    ],
    ['https://herald.example/a?amp=1', 'https://herald.example/a'],
    ['https://herald.example/a?id=1&outputType=amp#b', 'https://herald.example/a?id=1#b'],
    ['https://www.politico.com/amp/news/2031/04/03/a-1', 'https://www.politico.com/news/2031/04/03/a-1'],
    ['https://www.vox.com/platform/amp/2031/7/5/1/a', 'https://www.vox.com/2031/7/5/1/a'],
    ['https://www.nytimes.com/2031/01/04/us/a.amp.html', 'https://www.nytimes.com/2031/01/04/us/a.html'],
    ['https://www.bbc.com/news/world-1.amp', 'https://www.bbc.com/news/world-1'],
    ['https://mobile.reuters.com/article/amp/idUS1', 'https://www.reuters.com/article/idUS1'],
    ['https://m.huffpost.com/us/entry/a_1', 'https://www.huffpost.com/entry/a_1'],
    ['https://mobile.twitter.com/a/status/1?s=20', 'https://twitter.com/a/status/1'],
    ['https://en.m.wikipedia.org/wiki/A_(b)', 'https://en.wikipedia.org/wiki/A_(b)'],
  ] as const) {
    assert.equal(canonicalUrl(copy), page);
    assert.equal(canonicalUrl(page), page);
  }
});

test('an address that only looks like a copy is kept', () => {
  for (const address of [
    'https://m.herald.example/a',
    'https://amp.herald.example/a',
    'https://herald.example/amp/a',
    'https://herald.example/guitar-amp',
    'https://herald.example/band/amp/',
    'https://herald.example/a?ampere=3',
    'https://web.archive.org/web/2031/https://www.google.com/url?q=https://herald.example/a',
    'https://www.google.com/url?q=nothing',
    'https://www.google.com/url?q=%E0%A4',
    'https://www.google.com/search?q=https://herald.example',
    'no address',
    '',
  ]) {
    assert.equal(canonicalUrl(address), address);
  }
});

test("a newsroom's own tracking parameters override the built-in ones", () => {
  const address = 'https://herald.example/a?from=mail&utm_source=feed&id=1';
  assert.equal(canonicalUrl(address), 'https://herald.example/a?from=mail&id=1');
  assert.equal(canonicalUrl(address, ['from', '!utm_source']), 'https://herald.example/a?utm_source=feed&id=1');
});

test('a link with any characters in its address stays whole and points there', () => {
  for (const [address, written] of [
    ['https://herald.example/a_(b)', 'https://herald.example/a_(b)'],
    ['https://herald.example/a)b', 'https://herald.example/a%29b'],
    ['https://herald.example/a(b', 'https://herald.example/a%28b'],
    ['https://herald.example/a)(b', 'https://herald.example/a%29%28b'],
    ['https://herald.example/a b\u00a0c', 'https://herald.example/a%20b%C2%A0c'],
    ['https://herald.example/a[1]`b`', 'https://herald.example/a%5B1%5D%60b%60'],
    ['https://herald.example/a_b*c*_d~e', 'https://herald.example/a_b*c*_d~e'],
    ['https://herald.example/a\\_b\\', 'https://herald.example/a\\_b%5C'],
    ['https://herald.example/a\\(b', 'https://herald.example/a\\(b'],
    ['https://herald.example/{{a}}{%b%}', 'https://herald.example/%7B{a}}%7B%b%}'],
  ] as const) {
    const group = formatCitationGroup([address, 'https://www.npr.org/b'], outlets);
    assert.equal(group, `([Herald](${written}) / [NPR](https://www.npr.org/b))`);
    const entry = parseEntry(`1/ **Head**. Text. ${group}`);
    const links = entry.blocks[0]?.links.map(({ form, address: at }) => `${form} ${textOf(entry.text, at)}`);
    assert.deepEqual(links, [`whole ${written}`, 'whole https://www.npr.org/b']);
  }
});

test('a word is read as an address only if it is nothing else', () => {
  assert.equal(parseWebAddress('https://herald.example/a'), 'https://herald.example/a');
  assert.equal(parseWebAddress('<http://herald.example>'), 'http://herald.example');
  assert.equal(parseWebAddress('HTTPS://Herald.example:8080?a'), 'HTTPS://Herald.example:8080?a');
  assert.equal(parseWebAddress('www.herald.example/a'), 'https://www.herald.example/a');
  assert.equal(parseWebAddress('https://bücher.example/ä'), 'https://bücher.example/ä');
  for (const word of [
    'herald.example/a',
    'https://',
    'https://herald',
    'https://herald.example/a b',
    'https://me@herald.example',
    'https://.example',
    'https://herald..example',
    'ftp://herald.example',
    'mailto:me@herald.example',
    'javascript:alert(1)',
    'Herald',
    '',
  ]) {
    assert.equal(parseWebAddress(word), undefined, word);
  }
});

test('an unknown host yields a presentable name', () => {
  for (const [host, name] of [
    ['example-times.com', 'Example Times'],
    ['valleyherald.example', 'Valley Herald'],
    ['theborderledger.com', 'The Border Ledger'],
    ['northdakotadailymonitor.com', 'North Dakota Daily Monitor'],
    ['news.harborvoice.co.uk', 'Harbor Voice'],
    ['wxyz.com', 'WXYZ'],
    ['wxyztv.com', 'WXYZ-TV'],
    ['abc12harbor.com', 'ABC 12 Harbor'],
    ['xqz.gov', 'XQZ'],
    ['harbor.gov', 'Harbor.gov'],
    ['harbor', 'Harbor'],
    ['127.0.0.1', '0'],
    ['', ''],
  ] as const) {
    assert.equal(nameFromHost(host), name, host);
  }
});

test('a suggested name comes from the archive, or else from the built-in list, or else from the host', () => {
  const cited = (outlet: string, address: string, count = 1) =>
    Array.from({ length: count }, () => ({ outlet, address }));
  const { suggestName } = learnOutlets([
    ...cited('The Vale Herald', 'https://valeherald.example/a'),
    ...cited('Rooters', 'https://www.reuters.com/a', 3),
    ...cited('The New York Times', 'https://www.nytimes.com/a', 30),
    ...cited('Jane Doe', 'https://janedoe.substack.com/p/a', 2),
    ...cited('A tweet', 'https://x.com/a', 3),
  ]);
  assert.equal(suggestName('https://www.valeherald.example/b'), 'The Vale Herald');
  assert.equal(suggestName('https://live.valeherald.example/b'), 'The Vale Herald');
  assert.equal(suggestName('https://www.reuters.com/b'), 'Reuters');
  assert.equal(suggestName('https://www.nytimes.com/b'), 'The New York Times');
  assert.equal(suggestName('https://www.nytimes.com/athletic/1/b'), 'The Athletic');
  assert.equal(suggestName('https://janedoe.substack.com/p/b'), 'Jane Doe');
  assert.equal(suggestName('https://other.substack.com/p/b'), 'Substack');
  assert.equal(suggestName('https://x.com/b'), 'X');
  assert.equal(suggestName('https://constructor.example/b'), 'Constructor');
  assert.equal(suggestName('nowhere'), undefined);
});

test('the list of further outlets has no known hosts and no names that follow from the host', () => {
  for (const [host, name] of moreOutlets()) {
    const { certain, usual, sharedHosts: shared } = KNOWN_OUTLETS;
    assert.equal(certain[host] ?? usual[host], undefined, host);
    if (!host.includes('/') && !shared.has(host)) assert.notEqual(nameFromHost(host), name, host);
    assert.match(host, /^[a-z\d-]+(?:\.[a-z\d-]+)+(?:\/[a-z]+)?$/);
    assert.match(name, /^\S(?:.*\S)?$/);
  }
});
