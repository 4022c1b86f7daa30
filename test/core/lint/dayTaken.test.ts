import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day } from '../../../src/core/entry/day.ts';
import { dayTaken } from '../../../src/core/lint/rules/dayTaken.ts';
import { newsroomOf, ruleContextOf } from '../../../src/core/newsroom/newsroom.ts';
import { findings } from '../../support/checkRule.ts';

const DAYS: readonly Day[] = [
  day('2027-01-31', 12),
  day('2031-01-30', 11),
  day('2031-01-31', 12),
  day('2031-02-02', 15), // should be 14
  day('2031-02-09', undefined, '_posts/2031-02-09-last-week.markdown'),
  { ...day('2031-02-12', 24, '_drafts/day-24.markdown'), draft: true },
];

test('a number that another entry of the same count has is taken', () => {
  assert.equal(
    messageFor('_drafts/day-12.markdown', 12, '2031-01-31'),
    'Day 12 is already taken by _posts/2031-01-31-day-12.markdown.',
  );
  assert.equal(
    messageFor('_drafts/day-12.markdown', 12, '2031-01-30'),
    'Day 12 is already taken by _posts/2031-01-31-day-12.markdown.',
  );
});

test('a date that another entry has is taken', () => {
  const days = [day('2031-01-31', 13, '_posts/2031-01-31-day-13.markdown')];
  assert.equal(
    messageFor('_posts/a.markdown', 12, '2031-01-31', days, false),
    '2031-01-31 is already taken by _posts/2031-01-31-day-13.markdown.',
  );
});

test('an entry does not conflict with itself, whether its path or only its name is known', () => {
  assert.equal(messageFor('_posts/2031-01-31-day-12.markdown', 12, '2031-01-31'), undefined);
  assert.equal(messageFor('2031-01-31-day-12.markdown', 12, '2031-01-31'), undefined);
});

test('the same number in another count is accepted', () => {
  assert.equal(messageFor('_posts/2027-01-30-day-11.markdown', 11, '2027-01-30'), undefined);
});

test('entries with a wrong number, weekly reviews and drafts do not take a day', () => {
  assert.equal(messageFor('_posts/2031-02-03-day-15.markdown', 15, '2031-02-03'), undefined);
  assert.equal(messageFor('_posts/2031-02-09-day-21.markdown', 21, '2031-02-09'), undefined);
  assert.equal(messageFor('_posts/2031-02-12-day-24.markdown', 24, '2031-02-12'), undefined);
});

test("a draft of tomorrow's entry may have today's date", () => {
  assert.equal(messageFor('_drafts/day-13.markdown', 13, '2031-01-31'), undefined);
});

test('without an archive, a date or a number nothing is taken', () => {
  assert.equal(messageFor('_drafts/day-12.markdown', 12, '2031-01-31', []), undefined);
  assert.equal(messageFor('_drafts/day-12.markdown', 12, 'TK'), undefined);
  assert.equal(messageFor('_drafts/day-12.markdown', 'TK', '2031-01-31'), undefined);
});

function day(date: string, number: number | undefined, path = `_posts/${date}-day-${number}.markdown`): Day {
  const title = number === undefined ? 'Week in review' : `Day ${number}`;
  return { path, draft: false, date, time: undefined, offset: undefined, number, title };
}

function messageFor(
  path: string,
  number: number | string,
  date: string,
  days = DAYS,
  isCounted = true,
): string | undefined {
  const epochs = isCounted ? ['2027-01-20', '2031-01-20'].map((from) => ({ from, day: 1 })) : [];
  const newsroom = newsroomOf(days, { timezone: undefined, epochs, systemZone: () => 'UTC' });
  const entry = `---\ntitle: Day ${number}\ndate: ${date} 09:30:00 -08:00\n---\n`;
  const [finding] = findings(dayTaken, entry, ruleContextOf(newsroom, path, 'draft'));
  return finding?.message;
}
