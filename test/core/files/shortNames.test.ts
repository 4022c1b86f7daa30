import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortNamesOf } from '../../../src/core/files/shortNames.ts';

test('a path is named after its last segment, and after as many more as tell it from the others', () => {
  assert.deepEqual(shortNamesOf(['/home/me/log']), ['log']);
  assert.deepEqual(shortNamesOf(['/sites/a/log', '/sites/b/log', '/sites/notes']), ['a/log', 'b/log', 'notes']);
  assert.deepEqual(shortNamesOf(['/x/a/log/', '/y/a/log', '/y/b/log']), ['x/a/log', 'y/a/log', 'b/log']);
});

test('one path below another keeps its whole name, and equal paths stay equal', () => {
  assert.deepEqual(shortNamesOf(['/log', '/old/log']), ['log', 'old/log']);
  assert.deepEqual(shortNamesOf(['/log', '/log', '/']), ['log', 'log', '']);
});
