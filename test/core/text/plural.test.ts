import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plural, pluralNoun } from '../../../src/core/text/plural.ts';

test('a noun is singular after one alone', () => {
  assert.deepEqual(
    [0, 1, 2].map((count) => plural(count, 'word')),
    ['0 words', '1 word', '2 words'],
  );
  assert.deepEqual(
    [1, 2].map((count) => plural(count, 'entry', 'entries')),
    ['1 entry', '2 entries'],
  );
  assert.equal(pluralNoun(2, 'entry', 'entries'), 'entries');
});
