import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextFreeDate, usualWeekdays } from '../../../../src/core/compose/days/nextFreeDate.ts';
import { addDays, weekday } from '../../../../src/core/dates/calendar.ts';
import type { Day } from '../../../../src/core/entry/day.ts';

const FRIDAY = '2031-01-31';

function daysOn(weekdays: readonly number[], weeks: number): Day[] {
  const dates = Array.from({ length: weeks * 7 }, (_, ago) => addDays(FRIDAY, -ago) ?? '');
  return dates
    .filter((date) => weekdays.includes(weekday(date) ?? -1))
    .map((date, number) => ({ path: date, draft: false, date, time: undefined, offset: undefined, number }));
}

test('today comes first if it is free, whatever the weekday', () => {
  assert.equal(
    nextFreeDate('2031-02-01', [], () => true),
    '2031-02-01',
  );
});

test('if today is taken, the next free usual weekday comes first', () => {
  const isFree = (date: string) => date !== FRIDAY && date !== '2031-02-03';
  assert.equal(nextFreeDate(FRIDAY, [], isFree), '2031-02-04');
  assert.equal(nextFreeDate(FRIDAY, daysOn([1, 2, 3, 4], 20), isFree), '2031-02-04');
  assert.equal(nextFreeDate(FRIDAY, daysOn([0, 1, 2, 3, 4, 5, 6], 20), isFree), '2031-02-01');
  assert.equal(nextFreeDate(FRIDAY, daysOn([5], 40), isFree), '2031-02-07');
  assert.equal(
    nextFreeDate(FRIDAY, [], () => false),
    undefined,
  );
});

test('the usual weekdays are those of recent entries, without exceptions', () => {
  const long = daysOn([0, 1, 2, 3, 4, 5, 6], 60).filter(({ date = '' }) => date < '2030-06-01');
  const lately = daysOn([1, 2, 3, 4], 34).filter(({ date = '' }) => date >= '2030-06-01');
  const exception = { ...(lately[0] as Day), date: '2031-01-25' };
  assert.deepEqual([...usualWeekdays([...long, ...lately, exception])].sort(), [1, 2, 3, 4]);
  assert.deepEqual([...usualWeekdays(lately.slice(0, 5))], [1, 2, 3, 4, 5]);
});
