import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutletUsage, OutletUsages } from '../../../src/core/archive/outletUsage.ts';
import { outletSuggestions } from '../../../src/core/languageFeatures/outletSuggestions.ts';

const last = { path: '_posts/a.md', draft: false, number: 1, date: '2031-01-30', time: undefined, offset: undefined };

/** The suggestions for names with these counts, all cited on one host, which is the home of some. */
function offered(counts: Readonly<Record<string, number>>, homes: readonly string[]): string[] {
  const all = Object.entries(counts).map(
    ([name, count]): OutletUsage => ({ name, count, lastDay: last, weight: count }),
  );
  const uses: OutletUsages = {
    all,
    forName: (name) => all.find((use) => use.name === name),
    forHost: (host) => (host === 'herald.example' ? all.filter(({ name }) => name !== 'Elsewhere Herald') : []),
  };
  const outlets = { hostsOf: (name: string) => (homes.includes(name) ? ['herald.example'] : []) };
  return outletSuggestions(uses, outlets).map(({ name }) => name);
}

test('a misspelling of a frequent name is not suggested', () => {
  const counts = { 'Valley Herald': 100, 'Vallye Herald': 3, 'valley herald': 1, '/ Valley Herald': 1, Gazette: 1 };
  assert.deepEqual(offered(counts, ['Valley Herald']), ['Valley Herald', 'Gazette']);
});

test('a name that is used regularly is suggested, however similar it is to another', () => {
  assert.equal(offered({ 'Valley Herald': 100, 'Alley Herald': 6 }, ['Valley Herald']).length, 2);
  assert.equal(offered({ 'Valley Herald': 19, 'Vallye Herald': 1 }, ['Valley Herald']).length, 2);
});

test('an outlet with a host of its own, or cited on another host, is suggested however rare it is', () => {
  assert.equal(offered({ WBAL: 100, WRAL: 1 }, ['WBAL', 'WRAL']).length, 2);
  assert.equal(offered({ 'Elsewhere Heralds': 100, 'Elsewhere Herald': 1 }, ['Elsewhere Heralds']).length, 2);
});
