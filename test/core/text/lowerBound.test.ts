import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lowerBound } from '../../../src/core/text/lowerBound.ts';

test('the lower bound is the index of the first value that is not before', () => {
  const values = [1, 3, 3, 7];
  const bounds = [0, 1, 2, 3, 4, 7, 8].map((limit) => lowerBound(values, (value) => value < limit));
  assert.deepEqual(bounds, [0, 0, 1, 1, 3, 3, 4]);
  assert.equal(
    lowerBound<number>([], () => true),
    0,
  );
});
