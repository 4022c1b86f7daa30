import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CitedOutlet } from '../../../src/core/outlets/citedNames.ts';
import { KNOWN_OUTLETS } from '../../../src/core/outlets/knownOutlets.ts';
import { learnOutlets } from '../../../src/core/outlets/outlets.ts';
import { hostOf } from '../../../src/core/urls/url.ts';

test('well-known outlets are known without an archive', () => {
  const outlets = learnOutlets();
  assert.equal(outlets.forHost('cnbc.com')?.name, 'CNBC');
  assert.equal(outlets.forHost('cnbc.com')?.isCertain, true);
  assert.deepEqual(outlets.hostsOf('Slate'), ['slate.com']);
  assert.equal(outlets.forHost('herald.example'), undefined);
});

test('a subdomain belongs to the outlet of its parent domain, but not for certain', () => {
  const { forHost } = learnOutlets();
  assert.equal(forHost('apps.npr.org')?.name, 'NPR');
  assert.equal(forHost('apps.npr.org')?.isCertain, false);
});

test('a host where anyone can publish has no outlet', () => {
  const outlets = learnOutlets(cited(100, 'Herald', 'https://twitter.com/herald'));
  for (const host of ['twitter.com', 'mobile.twitter.com', 'jane.substack.com', 'youtu.be', 'web.archive.org']) {
    assert.equal(outlets.forHost(host), undefined, host);
  }
});

test('a host may have any name and any length', () => {
  const { forHost } = learnOutlets(cited(9, 'Herald', 'https://constructor/a'));
  assert.equal(forHost('constructor')?.name, 'Herald');
  assert.equal(learnOutlets().forHost('toString'), undefined);
  assert.equal(learnOutlets().forHost('__proto__'), undefined);
  assert.equal(hostOf(`https://${'a.'.repeat(100_000)}example`), undefined);
});

test('the order in which an archive is read decides nothing, even where names are cited equally often', () => {
  const citations = [
    ...cited(6, 'HERALD', 'https://herald.example/a'),
    ...cited(6, 'Herald', 'https://herald.example/b'),
    ...cited(2, 'Harbor Valley Wire', 'https://wire.example/a'),
    ...cited(2, 'Harbor Wire', 'https://wire.example/b'),
  ];
  for (const order of [citations, citations.toReversed(), citations.toSorted(() => -1)]) {
    const outlets = learnOutlets(order);
    assert.equal(outlets.suggestName('https://herald.example/new'), 'Herald');
    assert.equal(outlets.usualSpelling('HERALD', 'herald.example'), 'Herald');
    assert.equal(outlets.usualSpelling('Herald', 'herald.example'), undefined);
    assert.equal(outlets.suggestName('https://wire.example/new'), 'Harbor Wire');
  }
});

test('outlets are learned from an archive, with their number of citations', () => {
  const { forHost, hostsOf } = learnOutlets([
    ...cited(199, 'Herald', 'https://www.herald.example/a'),
    ...cited(1, 'Valley Post', 'https://herald.example/a'),
    ...cited(4, 'Rare', 'https://rare.example/a'),
    ...['A', 'B', 'C', 'D', 'E', 'F'].flatMap((name) => cited(1, name, 'https://mixed.example/a')),
  ]);
  const { name, citationCount, acceptedCount, isCertain } = forHost('herald.example') ?? {};
  assert.deepEqual([name, citationCount, acceptedCount, isCertain], ['Herald', 200, 199, true]);
  assert.deepEqual(hostsOf('Herald'), ['herald.example']);
  assert.equal(forHost('rare.example'), undefined);
  assert.equal(forHost('mixed.example'), undefined);
});

test("an archive's usual name takes precedence over the known one", () => {
  const { forHost } = learnOutlets(cited(30, 'The New York Times', 'https://www.nytimes.com/a'));
  assert.equal(forHost('nytimes.com')?.name, 'The New York Times');
});

test('a misspelling is not learned, however frequent', () => {
  const { forHost } = learnOutlets([
    ...cited(8, 'Mediaite', 'https://www.mediaite.com/a'),
    ...cited(30, 'Mediate', 'https://www.mediaite.com/b'),
  ]);
  assert.equal(forHost('mediaite.com')?.name, 'Mediaite');
  assert.ok(!forHost('mediaite.com')?.names.includes('Mediate'));
});

test('a second name that the archive uses often is accepted', () => {
  const { forHost } = learnOutlets([
    ...cited(80, 'Herald', 'https://herald.example/a'),
    ...cited(20, 'City Desk', 'https://herald.example/b'),
  ]);
  assert.deepEqual(forHost('herald.example')?.names, ['Herald', 'City Desk']);
});

test('the usual spelling of a name is the most frequent one', () => {
  const { usualSpelling } = learnOutlets([
    ...cited(3, 'Strength in Numbers', 'https://a.example/a'),
    ...cited(1, 'Strength In Numbers', 'https://b.example/a'),
  ]);
  assert.equal(usualSpelling('Strength In Numbers', 'b.example'), 'Strength in Numbers');
  assert.equal(usualSpelling('Strength in Numbers', 'b.example'), undefined);
  assert.equal(usualSpelling('Strength In Numbers', 'x.com'), undefined);
});

test('no known host is one where anyone can publish, and each has a single name', () => {
  const { certain, usual, alternatives, sharedHosts } = KNOWN_OUTLETS;
  for (const host of [...Object.keys(certain), ...Object.keys(usual)]) assert.ok(!sharedHosts.has(host), host);
  for (const host of Object.keys(certain)) assert.equal(usual[host], undefined, host);
  for (const [host, names] of Object.entries(alternatives)) {
    const name = certain[host] ?? usual[host];
    assert.ok(name !== undefined && !names.includes(name), host);
  }
});

function cited(count: number, outlet: string, address: string): CitedOutlet[] {
  return Array.from({ length: count }, () => ({ outlet, address }));
}
