import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DEFAULT_FILE_NAME_PATTERN,
  draftFileName,
  parseFileNameByPattern,
  postFileName,
  renameForDay,
} from '../../../src/core/files/fileNamePattern.ts';

const PATTERNS: readonly (readonly [pattern: string, post: string, draft: string])[] = [
  [DEFAULT_FILE_NAME_PATTERN, '2031-01-31-day-12.markdown', 'day-12.markdown'],
  ['{date}-{day}.md', '2031-01-31-12.md', '12.md'],
  ['day-{day}.{date}.md', 'day-12.2031-01-31.md', 'day-12.md'],
  ['{date}_(log)_{day}.md', '2031-01-31_(log)_12.md', '(log)_12.md'],
  ['log-{day}.md', 'log-12.md', 'log-12.md'],
];

test('a post is named after its date and number, a draft after its number alone, and both names can be read again', () => {
  for (const [pattern, post, draft] of PATTERNS) {
    assert.deepEqual(
      [
        postFileName(pattern, { date: '2031-01-31', number: 12 }),
        draftFileName(pattern, { date: '2031-01-31', number: 12 }),
      ],
      [post, draft],
    );
    const date = pattern.includes('{date}') ? '2031-01-31' : undefined;
    assert.deepEqual(parseFileNameByPattern(post, pattern), { date, number: 12 });
    assert.deepEqual(parseFileNameByPattern(draft, pattern), { date: undefined, number: 12 });
    assert.equal(
      renameForDay(post, pattern, '2031-03-12', 52),
      postFileName(pattern, { date: '2031-03-12', number: 52 }),
    );
    assert.equal(
      renameForDay(draft, pattern, '2031-03-12', 52),
      draftFileName(pattern, { date: '2031-03-12', number: 52 }),
    );
  }
});

test('file names in the default form are recognized whatever the pattern', () => {
  for (const pattern of ['{date}-{day}.md', '{day}.md', 'issue {day}.md']) {
    assert.deepEqual(parseFileNameByPattern('2031-01-31-Day-12.markdown', pattern), { date: '2031-01-31', number: 12 });
    assert.deepEqual(parseFileNameByPattern('day-12.md', pattern), { date: undefined, number: 12 });
  }
});

test('a file name without a number may still have a date', () => {
  for (const pattern of [DEFAULT_FILE_NAME_PATTERN, '{date}-{day}.md', '{day}.md']) {
    assert.deepEqual(parseFileNameByPattern('notes.md', pattern), { date: undefined, number: undefined });
    assert.deepEqual(parseFileNameByPattern('2031-01-31-last-week.md', pattern), {
      date: '2031-01-31',
      number: undefined,
    });
    assert.equal(renameForDay('notes.md', pattern, '2031-03-12', 52), 'notes.md');
    assert.equal(renameForDay('2031-01-31-last-week.md', pattern, '2031-03-12', 52), '2031-03-12-last-week.md');
  }
});

test('a rename for another day keeps the rest of the file name', () => {
  assert.equal(
    renameForDay('2031-01-31-Day-12-late.md', DEFAULT_FILE_NAME_PATTERN, '2031-03-12', 52),
    '2031-03-12-Day-52-late.md',
  );
});

test('a hostile pattern takes no longer than any other', () => {
  const name = `${'1'.repeat(240)}a.md`;
  const start = performance.now();
  for (const pattern of [`${'{day}'.repeat(90)}b.md`, `${'{title}1'.repeat(60)}b{day}.md`])
    parseFileNameByPattern(name, pattern);
  assert.ok(performance.now() - start < 1000, `${performance.now() - start} ms`);
});

test('a placeholder without a value is left out with the sign before it, and a draft of nothing but words has its date', () => {
  const date = '2031-01-31';
  assert.equal(postFileName('{date}-{title}.md', { date, title: 'the-flood' }), '2031-01-31-the-flood.md');
  assert.equal(postFileName('{date}-day-{day}-{title}.md', { date, number: 12 }), '2031-01-31-day-12.md');
  assert.equal(postFileName('{year}_{day}.md', { date, number: '007' }), '2031_007.md');
  assert.equal(draftFileName('{date}-{title}.md', { date }), '2031-01-31.md');
  assert.equal(draftFileName('{date}-{title}.md', { date, title: 'the-flood' }), 'the-flood.md');
  assert.equal(renameForDay('2031-issue-12.md', '{year}-issue-{day}.md', '2032-01-05', 60), '2032-issue-60.md');
});

test('a name of which nothing would be left is the date', () => {
  assert.equal(postFileName('{title}.md', { date: '2031-01-31' }), '2031-01-31.md');
  assert.equal(draftFileName('{date}-{title}.md', { date: '2031-01-31' }), '2031-01-31.md');
});
