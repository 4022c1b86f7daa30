import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, daysBetween, isDate, weekday, withWeekday } from '../../../src/core/dates/calendar.ts';

test('only real dates in full are accepted', () => {
  for (const date of ['2024-02-29', '2000-02-29', '2025-12-31', '0001-01-01']) assert.ok(isDate(date), date);
  for (const text of [
    ...['2025-02-29', '1900-02-29', '2025-04-31', '2025-13-01', '2025-00-10', '2025-01-00', '2025-01-32'],
    ...['2025-1-1', '2025/01/01', '20250101', ' 2025-01-01', '2025-01-01 ', '٢٠٢٥-٠١-٠١', '', 'TK', '-025-01-01'],
  ]) {
    assert.ok(!isDate(text), text);
  }
});

test('adding days and counting between dates agree with an independent calendar', () => {
  for (let year = 1896; year <= 2104; year++) {
    const start = `${year}-01-01`;
    for (let day = 0; day < 366; day += 1) {
      const instant = new Date(Date.UTC(year, 0, 1 + day));
      const date = instant.toISOString().slice(0, 10);
      assert.equal(addDays(start, day), date);
      assert.equal(daysBetween(start, date), day);
      assert.equal(weekday(date), instant.getUTCDay());
    }
  }
  assert.equal(addDays('2024-03-01', -1), '2024-02-29');
  assert.equal(daysBetween('2021-01-20', '2017-01-20'), -1461);
});

test('a text that is not a date has no neighbours and no weekday', () => {
  assert.equal(addDays('2025-02-30', 1), undefined);
  assert.equal(addDays('9999-12-31', 1), undefined);
  assert.equal(addDays('2025-01-01', Number.NaN), undefined);
  assert.equal(daysBetween('2025-01-01', 'tomorrow'), undefined);
  assert.equal(weekday(''), undefined);
});

test('a date is displayed with its weekday', () => {
  assert.equal(withWeekday('2025-09-05'), 'Fri 2025-09-05');
  assert.equal(withWeekday('2025-02-30'), '2025-02-30');
});
