import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftName, FILE_NAME, namedDay, postName, renamed } from '../../../src/core/files/fileNamePattern.ts';

const PATTERNS: readonly (readonly [pattern: string, post: string, draft: string])[] = [
  [FILE_NAME, '2031-01-31-day-12.markdown', 'day-12.markdown'],
  ['{date}-{day}.md', '2031-01-31-12.md', '12.md'],
  ['day-{day}.{date}.md', 'day-12.2031-01-31.md', 'day-12.md'],
  ['{date}_(log)_{day}.md', '2031-01-31_(log)_12.md', '(log)_12.md'],
  ['log-{day}.md', 'log-12.md', 'log-12.md'],
];

test('a post is named after its date and number, a draft after its number alone, and both can be read again', () => {
  for (const [pattern, post, draft] of PATTERNS) {
    assert.deepEqual([postName(pattern, '2031-01-31', 12), draftName(pattern, 12)], [post, draft]);
    const date = pattern.includes('{date}') ? '2031-01-31' : undefined;
    assert.deepEqual(namedDay(post, pattern), { date, number: 12 });
    assert.deepEqual(namedDay(draft, pattern), { date: undefined, number: 12 });
    assert.equal(renamed(post, pattern, '2031-03-12', 52), postName(pattern, '2031-03-12', 52));
    assert.equal(renamed(draft, pattern, '2031-03-12', 52), draftName(pattern, 52));
  }
});

test('files that are named the usual way are known whatever the pattern', () => {
  for (const pattern of ['{date}-{day}.md', '{day}.md', 'issue {day}.md']) {
    assert.deepEqual(namedDay('2031-01-31-Day-12.markdown', pattern), { date: '2031-01-31', number: 12 });
    assert.deepEqual(namedDay('day-12.md', pattern), { date: undefined, number: 12 });
  }
});

test('a name that is no day’s says at most its date', () => {
  for (const pattern of [FILE_NAME, '{date}-{day}.md', '{day}.md']) {
    assert.deepEqual(namedDay('notes.md', pattern), { date: undefined, number: undefined });
    assert.deepEqual(namedDay('2031-01-31-last-week.md', pattern), { date: '2031-01-31', number: undefined });
    assert.equal(renamed('notes.md', pattern, '2031-03-12', 52), 'notes.md');
    assert.equal(renamed('2031-01-31-last-week.md', pattern, '2031-03-12', 52), '2031-03-12-last-week.md');
  }
});

test('another day keeps the rest of a name as it is written', () => {
  assert.equal(renamed('2031-01-31-Day-12-late.md', FILE_NAME, '2031-03-12', 52), '2031-03-12-Day-52-late.md');
});
