import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Verdict } from '../../../src/core/linkCheck/response.ts';
import {
  isFresh,
  parseResults,
  type StoredResult,
  serializeResults,
} from '../../../src/core/linkCheck/storedResults.ts';

const NOW = Date.UTC(2031, 0, 30, 12);
const HOUR_MS = 3_600_000;

test('a result stays fresh for a time that depends on its verdict', () => {
  const isFreshAfter = (verdict: Verdict, hours: number) =>
    isFresh({ verdict, reason: 200, checkedAt: NOW - hours * HOUR_MS }, NOW);
  assert.deepEqual(
    [isFreshAfter('available', 6 * 24), isFreshAfter('gone', 23), isFreshAfter('unverified', 0.5)],
    [true, true, true],
  );
  assert.deepEqual(
    [
      isFreshAfter('available', 8 * 24),
      isFreshAfter('gone', 25),
      isFreshAfter('unverified', 2),
      isFreshAfter('available', -1),
    ],
    [false, false, false, false],
  );
});

test('parsed results equal the serialized ones', () => {
  const results = new Map<string, StoredResult>([
    ['https://a.example/1', { verdict: 'gone', reason: 410, checkedAt: NOW }],
    ['https://b.example/1', { verdict: 'unverified', reason: 'timeout', checkedAt: NOW - 1 }],
  ]);
  assert.deepEqual(parseResults(serializeResults(results)), results);
});

test('results that an older version stored are still read', () => {
  const stored =
    '[["a","there",200,1],["b","unsure","not-asked",2],["c","unsure","elsewhere",3],["d","gone",404,4],["e","unsure","loop",5]]';
  assert.deepEqual(
    parseResults(stored),
    new Map<string, StoredResult>([
      ['a', { verdict: 'available', reason: 200, checkedAt: 1 }],
      ['b', { verdict: 'unverified', reason: 'skipped', checkedAt: 2 }],
      ['c', { verdict: 'unverified', reason: 'redirected', checkedAt: 3 }],
      ['d', { verdict: 'gone', reason: 404, checkedAt: 4 }],
      ['e', { verdict: 'unverified', reason: 'loop', checkedAt: 5 }],
    ]),
  );
});

test('malformed text and rows are ignored', () => {
  for (const text of [
    '',
    'null',
    '{',
    '{"a":1}',
    '[1,["a"],["a","loud",200,1],["a","gone","because",1],["a","gone",404,"x"]]',
  ]) {
    assert.equal(parseResults(text).size, 0, text);
  }
});
