import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { archivedPrefix, externalLinks } from '../../../src/core/linkCheck/externalLinks.ts';
import { lint } from '../../../src/core/lint/lint.ts';
import { newsroomOf, ruleContextOf } from '../../../src/core/newsroom/newsroom.ts';

test('the external links of an entry have no escapes and fragments, and exclude its own site', () => {
  const text = [
    '1/ **Storm**. See [Day 3](https://log.example/2031/01/30/day-3/#1) and [a table](/tables/). ([A](https://a.example/x\\_y#part) /',
    '[B](http://b.example/?a=1&amp;b=2) / [A](https://a.example/x\\_y) / [C](https://c.example/a b) / [D](mailto:d@d.example))',
  ].join(' ');
  const links = externalLinks(parseEntry(text), 'https://www.log.example');
  assert.deepEqual(
    links.map(({ address, spans }) => [address, ...spans.map(({ from, to }) => text.slice(from, to))]),
    [
      ['https://a.example/x_y', 'https://a.example/x\\_y#part', 'https://a.example/x\\_y'],
      ['http://b.example/?a=1&b=2', 'http://b.example/?a=1&amp;b=2'],
    ],
  );
});

test('hosts on the own machine and in the local network are excluded', () => {
  const localAddresses = [
    'localhost/a',
    'localhost:8080/a',
    '127.0.0.1/a',
    '192.168.1.1:80/a',
    '[::1]/a',
    'printer/a',
    'nas.local/a',
    'nas.lan:1/a',
    'nas.localdomain/a',
    'nas.home.arpa/a',
    'NAS.Fritz.Box/a',
    'wiki.corp/a',
    'wiki.local./a',
    'user@herald.example/a',
    'user:password@herald.example/a',
    'herald.example@127.0.0.1/a',
    '2130706433/a',
    '0x7f000001/a',
    '0177.0.0.01/a',
    '127.1/a',
    '127.0.0.0x1/a',
    '%31%32%37.0.0.1/a',
    '①②⑦.⓪.⓪.①/a',
    '127。0。0。1/a',
    '１２７.0.0.1/a',
    'local\u00adhost/a',
    'ｌocalhost/a',
    '[::ffff:7f00:1]/a',
    '[fe80::1]:80/a',
    '127.0.0.1.nip.io/a',
    'herald.example\\@127.0.0.1/a',
    '/127.0.0.1/a',
    '%/a',
  ];
  const externalAddresses = (addresses: readonly string[]) => {
    const links = addresses.map((address) => `[A](http://${address})`).join(' / ');
    return externalLinks(parseEntry(`1/ **Storm**. It rained. (${links})`), undefined).map(({ address }) => address);
  };
  assert.deepEqual(externalAddresses(localAddresses), []);
  const publicAddresses = [
    'local.example:8080/a',
    'xn--a.xn--p1ai',
    'новости.рф/a',
    '4chan.example',
    'www.1und1.example./',
  ];
  assert.deepEqual(
    externalAddresses(publicAddresses),
    publicAddresses.map((address) => `http://${address}`),
  );
});

test('a link to an archived copy, with the name of its outlet, is no problem', () => {
  const entryWith = (prefix: string) =>
    `1/ **Storm hits**. It rained. ([Reuters](${prefix}https://www.reuters.com/storm))\n`;
  const context = ruleContextOf(
    newsroomOf([], { timezone: 'UTC', epochs: [], systemZone: () => 'UTC' }),
    '_drafts/day-1.markdown',
    'draft',
  );
  const problems = (text: string) => lint(parseEntry(text), context, {}).map(({ rule }) => rule);
  assert.equal(archivedPrefix('2031-01-30'), 'https://web.archive.org/web/20310130/');
  assert.deepEqual(problems(entryWith(archivedPrefix('2031-01-30'))), problems(entryWith('')));
  assert.deepEqual(problems(entryWith(archivedPrefix(undefined))), problems(entryWith('')));
});
