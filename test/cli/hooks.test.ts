import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import yaml from 'js-yaml';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
}

const hooks = yaml.load(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly Hook[];

test('the hooks run the built command line, install nothing, and check only entries', () => {
  for (const { entry, language, files } of hooks) {
    assert.match(entry, /^dist\/cli\.js check\b/);
    assert.equal(language, 'script');
    const matches = (path: string) => new RegExp(files).test(path);
    assert.deepEqual(
      ['_posts/2026-01-02-day-1.markdown', 'site/_drafts/day-2.md', 'README.md', '_posts/picture.png'].map(matches),
      [true, true, false, false],
    );
  }
});
