import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchesGlobs } from '../../../src/core/files/globs.ts';

/** Checks which paths match a glob. */
function check(glob: string, matching: readonly string[], others: readonly string[]): void {
  for (const path of matching) assert.ok(matchesGlobs(path, [glob]), `${glob} matches ${path}`);
  for (const path of others) assert.ok(!matchesGlobs(path, [glob]), `${glob} does not match ${path}`);
}

test('a star matches any characters of a name, a question mark one', () => {
  check('notes/*.md', ['notes/a.md', 'notes/2031-01-30.md'], ['notes/a/b.md', 'notes/.md', 'notes/.a.md', 'a.md']);
  check('day-?.md', ['day-1.md'], ['day-.md', 'day-12.md', 'day-/.md']);
  check('*a*b*.md', ['ab.md', 'xaxbx.md', 'aab.md'], ['ba.md', 'a.md']);
  check('a**b.md', ['ab.md', 'axxb.md'], ['a/b.md']);
});

test('two stars match any number of folders, hidden ones excepted', () => {
  check('**/*.md', ['a.md', 'a/b.md', 'a/b/c.md'], ['.git/a.md', 'a/.b/c.md', 'a.markdown']);
  check('notes/**', ['notes/a.md', 'notes/a/b.md'], ['a/notes/b.md', 'notes/.a/b.md', 'notes/.a']);
  check('a/**/b/**/c.md', ['a/b/c.md', 'a/x/b/y/z/c.md', 'a/b/b/c.md'], ['a/c.md', 'a/b/c/d.md']);
  check('**/b/*.md', ['b/a.md', 'a/b/c.md', 'b/b/c.md'], ['a/b/c/d.md']);
  check('.notes/*.md', ['.notes/a.md'], ['notes/a.md']);
});

test('brackets match one of their characters, braces one of their alternatives', () => {
  check('[a-c]?.md', ['ax.md', 'c1.md'], ['dx.md']);
  check('[!a-c].md', ['d.md'], ['a.md', '.md']);
  check('[]x].md', ['].md', 'x.md'], ['[].md']);
  check(
    '{notes,log/{2031,2032}}/*.{md,markdown}',
    ['notes/a.md', 'log/2032/a.markdown'],
    ['log/a.md', 'log/2033/a.md'],
  );
  check('day{,-draft}.md', ['day.md', 'day-draft.md'], ['day-.md']);
});

test('other characters stand for themselves, and so do brackets and braces that are not closed', () => {
  check('Notes (old)/a+b $1^.md', ['Notes (old)/a+b $1^.md'], ['Notes old/a+b $1^.md', 'Notes (old)/aab $1^.md']);
  check('[a.md', ['[a.md'], ['a.md']);
  check('{a,b.md', ['{a,b.md'], ['a,b.md', 'b.md']);
});

test('a hostile glob takes no longer than any other', () => {
  const path = `notes/${'a'.repeat(240)}/${'a/'.repeat(500)}x`;
  const globs = [
    'notes/(a+)+b',
    `notes/${'*a'.repeat(90)}b`,
    `${'**/a/'.repeat(39)}b`,
    `notes/${'{a,aa}'.repeat(30)}b`,
    `${'{'.repeat(90)}a,b${'}'.repeat(90)}`,
    '['.repeat(60_001),
    '{'.repeat(60_001),
    '!(a|aa)+(b)'.repeat(10),
  ];
  const start = performance.now();
  for (const glob of globs) assert.equal(matchesGlobs(path, [glob]), false, glob.slice(0, 40));
  assert.equal(
    matchesGlobs(
      path,
      Array.from({ length: 10_000 }, (_, index) => `*a*a*a*a*${index}{b,c}`),
    ),
    false,
  );
  assert.ok(performance.now() - start < 1000, `${performance.now() - start} ms`);
});
