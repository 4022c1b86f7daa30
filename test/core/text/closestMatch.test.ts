import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closestMatch } from '../../../src/core/text/closestMatch.ts';
import { editDistance } from '../../../src/core/text/editDistance.ts';

test('the edit distance counts letters inserted, deleted, replaced or swapped', () => {
  const table: readonly (readonly [a: string, b: string, distance: number])[] = [
    ['herald', 'herald', 0],
    ['herald', 'heralds', 1],
    ['herald', 'herld', 1],
    ['herald', 'herold', 1],
    ['herald', 'hearld', 1],
    ['herald', 'hreadl', 2],
    ['', 'abc', 3],
  ];
  for (const [a, b, distance] of table) {
    assert.equal(editDistance(a, b, 10), distance, `${a} and ${b}`);
    assert.equal(editDistance(b, a, 10), distance, `${b} and ${a}`);
  }
  assert.ok(editDistance('herald', 'tribune', 2) > 2);
});

test('the closest match is a candidate with few typos, whatever its case', () => {
  const candidates = ['title', 'date', 'description'];
  assert.equal(closestMatch('tilte', candidates), 'title');
  assert.equal(closestMatch('Descripton', candidates), 'description');
  assert.equal(closestMatch('image', candidates), undefined);
  assert.equal(closestMatch('title', []), undefined);
});
