import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sitePathCandidates } from '../../../src/core/files/sitePaths.ts';

test('a file of the site may be at the root, in the folder of the site, or in what generators copy', () => {
  assert.deepEqual(sitePathCandidates('uploads/a.png'), [
    'uploads/a.png',
    'static/uploads/a.png',
    'public/uploads/a.png',
  ]);
  assert.ok(sitePathCandidates('blog/uploads/a.png', '/blog').includes('uploads/a.png'));
  assert.ok(!sitePathCandidates('blogs/uploads/a.png', '/blog').includes('s/uploads/a.png'));
});
