import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownOutlets } from '../../../src/core/outlets/knownOutlets.ts';
import { type CitedOutlet, learnOutlets } from '../../../src/core/outlets/outlets.ts';
import { hostOf } from '../../../src/core/urls/url.ts';

test('outlets are known without an archive', () => {
  const outlets = learnOutlets();
  assert.equal(outlets.at('cnbc.com')?.name, 'CNBC');
  assert.equal(outlets.at('cnbc.com')?.certain, true);
  assert.deepEqual(outlets.homesOf('Slate'), ['slate.com']);
  assert.equal(outlets.at('herald.example'), undefined);
});

test('a part of a host belongs to its outlet, though not for certain', () => {
  const { at } = learnOutlets();
  assert.equal(at('apps.npr.org')?.name, 'NPR');
  assert.equal(at('apps.npr.org')?.certain, false);
});

test('where anybody publishes nobody is the outlet', () => {
  const outlets = learnOutlets(cited(100, 'Herald', 'https://twitter.com/herald'));
  for (const host of ['twitter.com', 'mobile.twitter.com', 'jane.substack.com', 'youtu.be', 'web.archive.org']) {
    assert.equal(outlets.at(host), undefined, host);
  }
});

test('a host may have any name and any length', () => {
  const { at } = learnOutlets(cited(9, 'Herald', 'https://constructor/a'));
  assert.equal(at('constructor')?.name, 'Herald');
  assert.equal(learnOutlets().at('toString'), undefined);
  assert.equal(learnOutlets().at('__proto__'), undefined);
  assert.equal(hostOf(`https://${'a.'.repeat(100_000)}example`), undefined);
});

test('an archive teaches its outlets, with the evidence', () => {
  const { at, homesOf } = learnOutlets([
    ...cited(199, 'Herald', 'https://www.herald.example/a'),
    ...cited(1, 'Valley Post', 'https://herald.example/a'),
    ...cited(4, 'Rare', 'https://rare.example/a'),
    ...['A', 'B', 'C', 'D', 'E', 'F'].flatMap((name) => cited(1, name, 'https://mixed.example/a')),
  ]);
  const { name, cited: all, named, certain } = at('herald.example') ?? {};
  assert.deepEqual({ name, all, named, certain }, { name: 'Herald', all: 200, named: 199, certain: true });
  assert.deepEqual(homesOf('Herald'), ['herald.example']);
  assert.equal(at('rare.example'), undefined);
  assert.equal(at('mixed.example'), undefined);
});

test("an archive's own way to write a name goes before the known one", () => {
  const { at } = learnOutlets(cited(30, 'The New York Times', 'https://www.nytimes.com/a'));
  assert.equal(at('nytimes.com')?.name, 'The New York Times');
});

test('a misspelling does not become a name by being frequent', () => {
  const { at } = learnOutlets([
    ...cited(8, 'Mediaite', 'https://www.mediaite.com/a'),
    ...cited(30, 'Mediate', 'https://www.mediaite.com/b'),
  ]);
  assert.equal(at('mediaite.com')?.name, 'Mediaite');
  assert.ok(!at('mediaite.com')?.names.includes('Mediate'));
});

test('a second name that the archive uses on purpose is honest', () => {
  const { at } = learnOutlets([
    ...cited(80, 'Herald', 'https://herald.example/a'),
    ...cited(20, 'City Desk', 'https://herald.example/b'),
  ]);
  assert.deepEqual(at('herald.example')?.names, ['Herald', 'City Desk']);
});

test('a name has the spelling that the archive mostly gives it', () => {
  const { spellingOf } = learnOutlets([
    ...cited(3, 'Strength in Numbers', 'https://a.example/a'),
    ...cited(1, 'Strength In Numbers', 'https://b.example/a'),
  ]);
  assert.equal(spellingOf('Strength In Numbers', 'b.example'), 'Strength in Numbers');
  assert.equal(spellingOf('Strength in Numbers', 'b.example'), undefined);
  assert.equal(spellingOf('Strength In Numbers', 'x.com'), undefined);
});

test('no known host is one where anybody publishes, and each has one name', () => {
  const { certain, usual, others, shared } = knownOutlets;
  for (const host of [...Object.keys(certain), ...Object.keys(usual)]) assert.ok(!shared.has(host), host);
  for (const host of Object.keys(certain)) assert.equal(usual[host], undefined, host);
  for (const [host, names] of Object.entries(others)) {
    const name = certain[host] ?? usual[host];
    assert.ok(name !== undefined && !names.includes(name), host);
  }
});

function cited(count: number, outlet: string, address: string): CitedOutlet[] {
  return Array.from({ length: count }, () => ({ outlet, address }));
}
