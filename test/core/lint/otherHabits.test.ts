import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day } from '../../../src/core/entry/day.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { readDay } from '../../../src/core/entry/readDay.ts';
import { fixAll } from '../../../src/core/lint/fix.ts';
import { lint } from '../../../src/core/lint/lint.ts';
import { citationSeparator } from '../../../src/core/lint/rules/citationSeparator.ts';
import { date as dateRule } from '../../../src/core/lint/rules/date.ts';
import { editorResidue } from '../../../src/core/lint/rules/editorResidue.ts';
import { table } from '../../../src/core/lint/rules/table.ts';
import { newsroomOf, ruleContextOf } from '../../../src/core/newsroom/newsroom.ts';
import { checkNothingReported, findings } from '../../support/checkRule.ts';
import { ruleContext } from '../../support/ruleContext.ts';

// What writers of other logs do on purpose is no fault, and no fix touches it.

test('initials in bold are no bold text without a space after it', () => {
  for (const text of [
    '**C**ommon **V**ulnerability and **E**xposures.',
    'Stands for **S**oftware **B**ill **O**f **M**aterials.',
    '**P**HP, **m**ySQL, **Re**dis and **W**INE **I**s **N**ot it.',
    '就是科学（**S**cience）、技术（**T**echnology）。',
  ])
    checkNothingReported(text);
});

test('paragraphs that an entry without labels numbers in its own way are no damaged labels', () => {
  for (const [first, second] of [
    ['1、', '2、'],
    ['（1）', '（2）'],
    ['1) ', '2) '],
  ])
    checkNothingReported(`${first}**The pier**\n\nIt burned.\n\n${second}**The mayor**\n\nShe left.`);
});

test('names of code and lists in braces get no space', () => {
  for (const text of [
    'Use io.BufferedReader to peek at the stream.',
    'Works with future.BatchJobs in a new release.',
    'Touched lib{std,core,debug,rustuv,collections,native,regex,green,sync,term} and more.',
    'Better messages for \'..\' patterns, and for ("..") as well.',
  ])
    checkNothingReported(text);
  assert.equal(fixed('He stopped at noon.McCarthy left.'), 'He stopped at noon. McCarthy left.');
});

test('words after the last citation of a group are never removed by a fix', () => {
  const text = '1/ **Head**. It burned. ([NPR](https://www.npr.org/a) / [CNN](https://www.cnn.com/b) contributed)';
  assert.ok(fixed(text).includes('contributed'));
  for (const { fix, message } of findings(citationSeparator, text)) assert.equal(fix, undefined, message);
});

test('two asterisks that each stand before a word are no italic text', () => {
  checkNothingReported('The types *const () and *mut () are safe now.');
});

test('a color that a writer chose stays; one that an editor pasted does not', () => {
  assert.deepEqual(findings(editorResidue, 'The <span style="color: red">**Red**</span> team.'), []);
  assert.equal(findings(editorResidue, 'The <span style="color: rgb(0, 0, 0)">red</span> team.').length, 1);
});

test('Liquid in quotes inside an expression closes nothing', () => {
  const text = 'Write {{ "{% raw " }}%} and {{ "{% endraw " }}%} around it.';
  assert.deepEqual(
    lint(parseEntry(text), ruleContext()).filter(({ severity }) => severity === 'error'),
    [],
  );
});

test('a description without a full stop is a fault only in a log of items, or of a quote', () => {
  const front = (description: string) =>
    `---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\ndescription: ${description}\n---\n\n`;
  checkNothingReported(`${front('News of the harbor')}The pier burned.`);
  assert.match(fixed(`${front('News of the harbor')}1/ **Head**. Text.`), /description: News of the harbor\.\n/);
  assert.match(fixed(`${front(`'"It was late"'`)}"It was late," he said.`), /'"It was late\."'/);
});

test('tables are no fault where no site of Jekyll is', () => {
  const text = '| Party | Seats |\n| --- | --- |\n| Harbor | 12 |';
  assert.equal(findings(table, text).length, 1);
  assert.deepEqual(findings(table, text, { ...ruleContext(), path: 'content/2031/week-1.md' }), []);
});

test('nothing is missing from front matter that the log does without', () => {
  const bare = days('', 6);
  assert.deepEqual(messages('# Week 7\n\nIt rained.', '_posts/2031-02-20-week-7.md', bare), []);
  const undated = Array.from({ length: 6 }, (_, index) =>
    readDay(parseEntry(`---\ntitle: Part ${index}\n---\n`), `log/part-${index}.md`, false),
  );
  assert.deepEqual(messages('---\ntitle: Part 7\n---\n\nIt rained.', 'log/part-7.md', undated), []);
  assert.deepEqual(messages('---\ntitle: A\n---\n\nIt rained.', '_posts/2031-1-5-a.md', days('title: A', 6)), []);
  // A file without a date in `_posts` is not published at all.
  assert.deepEqual(messages('---\ntitle: A\n---\n\nIt rained.', '_posts/a.md', days('title: A', 6)), [
    'warning: The date is missing.',
  ]);
});

test('where several dates are in other forms, or differ from the names of their files, one more is no error', () => {
  const log = (dates: readonly string[]) =>
    dates.map((value, index) =>
      readDay(parseEntry(`---\ntitle: A\ndate: ${value}\n---\n`), `_posts/2031-01-${index + 10}-a.md`, false),
    );
  const usual = Array.from({ length: 20 }, (_, index) => `2031-01-${index + 10} 09:00 +0100`);
  const severities = (value: string, ownDays: readonly Day[]) => {
    const newsroom = newsroomOf(ownDays, { timezone: undefined, epochs: [], systemZone: () => 'Europe/Paris' });
    const context = ruleContextOf(newsroom, '_posts/2031-02-01-a.md', 'published');
    return findings(dateRule, `---\ntitle: A\ndate: ${value}\n---\n`, context).map(
      ({ severity }) => severity ?? 'error',
    );
  };
  const mixed = usual.map((value, index) => (index % 5 === 0 ? value.replace(' 09', ' 9') : value));
  assert.deepEqual(severities('2031-02-01 8:30 +0100', log(usual)), ['error']);
  assert.deepEqual(severities('2031-02-01 8:30 +0100', log(mixed)), ['info']);
  assert.deepEqual(severities('2031-02-01 8::30 +0100', log(mixed)), ['error']);
  assert.deepEqual(severities('2031-02-01', log(usual.slice(0, 8))), ['info'], 'a few entries');
  assert.deepEqual(severities('2031-02-01', log(usual)), ['error']);
  const moved = usual.map((value, index) => (index % 5 === 0 ? value.replace('2031-01', '2031-03') : value));
  assert.deepEqual(severities('2031-02-08 08:30 +0100', log(usual)), ['error']);
  assert.deepEqual(severities('2031-02-08 08:30 +0100', log(moved)), ['info']);
});

function fixed(text: string): string {
  return fixAll(text, ruleContext()).text;
}

function days(frontMatter: string, count: number): readonly Day[] {
  return Array.from({ length: count }, (_, index) => {
    const text = frontMatter === '' ? 'It rained.' : `---\n${frontMatter}\n---\n`;
    return readDay(parseEntry(text), `_posts/2031-01-${index + 10}-a.md`, false);
  });
}

function messages(text: string, path: string, ownDays: readonly Day[]): readonly string[] {
  const newsroom = newsroomOf(ownDays, { timezone: undefined, epochs: [], systemZone: () => 'Europe/Paris' });
  return lint(parseEntry(text), ruleContextOf(newsroom, path, 'published'))
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ severity, message }) => `${severity}: ${message}`);
}
