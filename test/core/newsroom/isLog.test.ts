import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openArchiveIndex } from '../../../src/core/archive/archiveIndex.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { isLog, isLogEntry } from '../../../src/core/newsroom/isLog.ts';

const ESSAYS = [
  [
    '_posts/2031-01-01-on-gardens.md',
    'On gardens',
    'I like gardens. [Here](https://garden.example/a) is one.\n\n## Tools\n\n- a spade',
  ],
  [
    '_posts/2031-02-01-ten-tips.md',
    '10 tips for 2031',
    'And/or: either will do (see the [list](https://list.example/)).\n\n1. Dig.',
  ],
  ['_posts/2031-02-02-rome.md', 'Day 3 in Rome', 'We saw the river.'],
  ['_posts/2031-03-01-hello.md', 'Hello again', 'On 1/2 of the days it rains. (It does.)'],
] as const;

test('a blog of essays is no log', () => {
  assert.equal(isLog(archiveOf(ESSAYS)), false);
  for (const [path, title, body] of ESSAYS) assert.equal(isLogEntry(entryOf(title, body), path), false, title);
});

for (const [what, path, title, body] of [
  ['a label', '_posts/2031-04-01-spring.md', 'Spring', '1/ The snow is gone.'],
  ['a placeholder label', '_drafts/spring.md', 'Spring', 'TK/ '],
  [
    'a citation group',
    '_posts/2031-04-01-spring.md',
    'Spring',
    'The snow is gone. ([Herald](https://herald.example/a))',
  ],
  ['a day number', '_posts/2031-04-01-day-12.md', 'Day 12', 'The snow is gone.'],
  ['an issue number', '_posts/2031-04-01-spring.md', 'Issue 12: Spring', 'The snow is gone.'],
  ['a number after a name', '_posts/2031-04-01-spring.md', 'Port Alder Newsletter #12', 'The snow is gone.'],
  ['a number after a German word', '_posts/2031-04-01-tag-12.md', 'Tag 12', 'Der Schnee ist weg.'],
] as const) {
  test(`one entry with ${what} makes a log of it`, () => {
    assert.equal(isLogEntry(entryOf(title, body), path), true);
    assert.equal(isLog(archiveOf([...ESSAYS, [path, title, body]])), true);
  });
}

test('a newsroom without entries is a log that is about to begin', () => {
  assert.equal(isLog(openArchiveIndex()), true);
});

function archiveOf(entries: readonly (readonly [path: string, title: string, body: string])[]) {
  const archive = openArchiveIndex();
  for (const [path, title, body] of entries)
    archive.indexEntry(entryOf(title, body), path, path.startsWith('_drafts/'));
  return archive;
}

function entryOf(title: string, body: string) {
  return parseEntry(`---\ntitle: "${title}"\ndate: 2031-01-31 09:30:00 -08:00\n---\n\n${body}\n`);
}
