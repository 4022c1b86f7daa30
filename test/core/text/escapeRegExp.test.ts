import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeRegExp } from '../../../src/core/text/escapeRegExp.ts';

test('an escaped text matches itself and nothing else', () => {
  const text = '\\^$.*+?()[]{}|a-b/c';
  assert.match(text, new RegExp(`^${escapeRegExp(text)}$`));
  assert.doesNotMatch('axb', new RegExp(`^${escapeRegExp('a.b')}$`));
});
