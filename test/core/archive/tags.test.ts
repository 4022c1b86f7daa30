import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tagsIn } from '../../../src/core/archive/tags.ts';

test('tags may be a YAML list or words on one line', () => {
  for (const value of ['- a\n- "b c"\n- \n- a', "[a, 'b c', ]"]) assert.deepEqual(tagsIn(value), ['a', 'b c'], value);
  assert.deepEqual(tagsIn(' a  b '), ['a', 'b']);
  assert.deepEqual(tagsIn(''), []);
});
