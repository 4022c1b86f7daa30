import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../../src/core/dates/calendar.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { lint } from '../../../src/core/lint/lint.ts';
import { newsroomOf, ruleContextOf } from '../../../src/core/newsroom/newsroom.ts';
import { daysOf, type LogEntry } from '../../support/profiledLog.ts';

// How the rules on titles, numbers and countdowns judge a log whose entries are not called `Day 12`.

test('a title that is spelled in another way than all others is reported, with the form of the log', () => {
  for (const [title, expected] of [
    ['issue 13', 'Issue 13'],
    ['Issue.13', 'Issue 13'],
    ['Issue13', 'Issue 13'],
    ['ISSUE 13: The flood', 'Issue 13: The flood'],
  ] as const) {
    const [problem] = problems(`title: ${title}\ndate: ${onDay(24)}`, issues());
    assert.equal(problem, expected && `title: The title is "${title}": expected "${expected}".`);
  }
  for (const title of ['Issue 13', 'Issue 13: The flood', 'On harbors', 'Tissue 13', 'Issue 13 of the Herald'])
    assert.deepEqual(problems(`title: ${title}\ndate: ${onDay(24)}`, issues()).filter(isAbout('title')), [], title);
});

test('the first entries do not show a form, so that none is wrong', () => {
  assert.deepEqual(problems(`title: issue 4\ndate: ${onDay(3)}`, issues().slice(0, 3)), []);
});

test('where every entry counts one more, a number that follows none is a warning', () => {
  const found = problems(`title: Issue 15\ndate: ${onDay(24)}`, issues());
  assert.deepEqual(found, ['day-number: The entry before this one is Issue 12: expected Issue 13.']);
  assert.deepEqual(problems(`title: Issue 13\ndate: ${onDay(24)}`, issues()), []);
  assert.deepEqual(problems(`title: Issue 1\ndate: ${onDay(24)}`, issues()).filter(isAbout('day-number')), []);
});

test('a number or a date may return only where the log counts so', () => {
  const log = issues();
  const path = '_drafts/issue-12.md';
  const [taken] = problems(`title: Issue 12\ndate: ${onDay(24)}`, log, path);
  assert.equal(taken, `day-taken: Issue 12 is already taken by _posts/${onDay(22)}-issue-12.md.`);
  assert.deepEqual(problems(`title: Issue 13\ndate: ${onDay(22)}`, log), [], 'a second issue on one day');
});

test('the name of the file must have the number of the title', () => {
  const [problem] = problems(`title: Issue 13\ndate: ${onDay(24)}`, issues(), '_drafts/issue-14.md');
  assert.equal(problem, 'day-number: The title says Issue 13, but the file name says Issue 14.');
});

test('entries from before the log took its form are left alone', () => {
  const old = Array.from({ length: 8 }, (_, index): LogEntry => {
    return [`${onDay(index)}-letter-${index + 1}.md`, `title: Letter ${index + 1}\ndate: ${onDay(index)}`];
  });
  const now = Array.from({ length: 9 }, (_, index) => issue(index + 1, onDay(index + 8)));
  for (const [fileName, frontMatter] of [...old, ...now])
    assert.deepEqual(problems(frontMatter, [...old, ...now], `_posts/${fileName}`), [], fileName);
});

test('a countdown that several entries agree on is judged without any setting', () => {
  const log = Array.from({ length: 6 }, (_, index): LogEntry => {
    const [fileName, frontMatter] = issue(index + 1, onDay(index));
    return [fileName, frontMatter, `*The levy election is in ${60 - index} days.*`];
  });
  const countdown = (days: string) =>
    problems(`title: Issue 7\ndate: ${onDay(6)}`, log, '_drafts/issue-7.md', `*${days}.*`);
  assert.deepEqual(countdown('The levy election is in 54 days'), []);
  assert.deepEqual(countdown('The levy election is in 55 days'), [
    `countdown: Expected 54 days, from ${onDay(6)} to ${onDay(60)}.`,
  ]);
  assert.deepEqual(countdown('The harbor election is in 55 days'), [], 'another event');
  assert.deepEqual(countdown('The levy election is in 420 days'), [], 'the one of another year');
});

function issues(): readonly LogEntry[] {
  return Array.from({ length: 12 }, (_, index) => issue(index + 1, onDay(2 * index)));
}

function issue(number: number, date: string): LogEntry {
  return [`${date}-issue-${number}.md`, `title: Issue ${number}\ndate: ${date}`];
}

/** Some days have no issue. */
function onDay(index: number): string {
  return addDays('2031-01-01', index) ?? '';
}

function isAbout(rule: string): (problem: string) => boolean {
  return (problem) => problem.startsWith(`${rule}:`);
}

function problems(
  frontMatter: string,
  log: readonly LogEntry[],
  path = '_drafts/new.md',
  body = '1/ **The mayor left**.',
) {
  const newsroom = newsroomOf(daysOf(log), { timezone: undefined, epochs: [], systemZone: () => 'America/New_York' });
  const stage = path.startsWith('_posts/') ? 'published' : 'draft';
  return lint(parseEntry(`---\n${frontMatter}\n---\n\n${body}\n`), ruleContextOf(newsroom, path, stage))
    .filter(({ rule }) => ['title', 'day-number', 'day-taken', 'date', 'countdown'].includes(rule))
    .map(({ rule, message }) => `${rule}: ${message}`);
}
