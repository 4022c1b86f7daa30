import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { numberedSnippets } from '../../src/core/languageFeatures/snippetCompletions.ts';
import { rules } from '../../src/core/lint/rules/index.ts';

const readme = readFileSync('README.md', 'utf8');

test('the README lists exactly the existing rules, with their severities in drafts and published entries', () => {
  const rows = [...readme.matchAll(/^\| `([a-z-]+)` \| .* \| (\w+) \| (\w+) \|$/gm)].map((row) => row.slice(1));
  assert.deepEqual(rows.sort(), rules.map(({ id, severity }) => [id, severity.draft, severity.published]).sort());
});

test('the README lists exactly the existing snippets', () => {
  const snippets: { prefix: string }[] = Object.values(JSON.parse(readFileSync('snippets/entry.json', 'utf8')));
  const listed = readme
    .split('\n')
    .filter((line) => line.startsWith('| `db-'))
    .flatMap((line) => [...line.matchAll(/`(db-[a-z0-9-]+)`/g)].map(([, prefix]) => prefix));
  assert.deepEqual(listed.sort(), [...snippets, ...numberedSnippets].map(({ prefix }) => prefix).sort());
});
