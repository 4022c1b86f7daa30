import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planNewDay } from '../../../../src/core/compose/days/newDay.ts';
import { addDays } from '../../../../src/core/dates/calendar.ts';
import { DEFAULT_FOLDERS } from '../../../../src/core/files/folders.ts';
import { newsroomOf } from '../../../../src/core/newsroom/newsroom.ts';
import { daysOf, type LogEntry, profileOf } from '../../../support/profiledLog.ts';

const WEEKS = weeks('2029-12-31', 60, (week, year) => `Harbor ${year}-W${week}`); // from 2030-W01 to 2031-W08

test('a count of the weeks of a year goes on with the week, and with the year in title and file name', () => {
  assert.deepEqual(next(WEEKS, '2031-02-24'), ['_posts/2031-02-24-2031-w9.md', 'Harbor 2031-W9']);
  assert.deepEqual(next(WEEKS, '2032-01-12'), ['_posts/2032-01-12-2032-w3.md', 'Harbor 2032-W3']);
  assert.deepEqual(next(WEEKS, '2031-12-29'), ['_posts/2031-12-29-2032-w1.md', 'Harbor 2032-W1'], 'the first Thursday');
});

test('a number within the year begins with 1 in the next one', () => {
  const log = ['2030-03-01', '2030-06-01', '2030-09-01', '2031-02-01', '2031-05-01'].map((date, index): LogEntry => {
    const name = `${date.slice(0, 4)}/${index < 3 ? index + 1 : index - 2}`;
    return [`${date}-${name.replace('/', '-')}.md`, `title: ${name}\ndate: ${date}`];
  });
  assert.deepEqual(next(log, '2031-08-01'), ['_posts/2031-08-01-2031-3.md', '2031/3']);
  assert.deepEqual(next(log, '2032-02-01'), ['_posts/2032-02-01-2032-1.md', '2032/1']);
});

test('a count that goes on over the years still does, with the year that its titles have', () => {
  const log = Array.from({ length: 30 }, (_, index): LogEntry => {
    const date = addDays('2030-07-01', 7 * index) ?? '';
    return [`${date}-issue-${index + 1}.md`, `title: Issue ${index + 1} (${date.slice(0, 4)})\ndate: ${date}`];
  });
  assert.deepEqual(next(log, '2032-01-05'), ['_posts/2032-01-05-issue-31.md', 'Issue 31 (2032)']);
});

test('the entries of all years are of one series, and each is taken only in its own year', () => {
  const { unnumbered, title, count } = profileOf(WEEKS);
  assert.deepEqual([unnumbered, title.agree, title.total, count.value.kind], [0, 60, 60, 'weeks']);
  const late = WEEKS.filter(([fileName]) => !fileName.includes('2031-w1.')); // no first week in 2031
  assert.equal(next(late, '2031-02-20'), 'Harbor 2031-W8 already exists: _posts/2031-02-17-2031-w8.md.');
});

function weeks(start: string, count: number, titleOf: (week: number, year: string) => string): readonly LogEntry[] {
  return Array.from({ length: count }, (_, index): LogEntry => {
    const date = addDays(start, 7 * index) ?? '';
    const [year, week] = index < 52 ? ['2030', index + 1] : ['2031', index - 51];
    return [`${date}-${year}-w${week}.md`, `title: ${titleOf(Number(week), `${year}`)}\ndate: ${date}`];
  });
}

function next(log: readonly LogEntry[], date: string): readonly [path: string, title: string] | string {
  const days = daysOf(log);
  const newsroom = newsroomOf(days, { timezone: undefined, epochs: [], systemZone: () => 'America/New_York' });
  const plan = planNewDay({
    date,
    time: '09:00',
    zone: newsroom.zone(),
    epochs: newsroom.epochs(),
    days: newsroom.days,
    conventions: newsroom.conventions(),
    published: true,
    folders: DEFAULT_FOLDERS,
  });
  return plan.ok ? [plan.path, plan.title] : plan.message;
}
