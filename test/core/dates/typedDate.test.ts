import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTypedDate } from '../../../src/core/dates/typedDate.ts';

/** A Wednesday. */
const TODAY = '2026-03-11';

function read(typed: string, today = TODAY): string | undefined {
  const result = readTypedDate(typed, today);
  return result?.kind === 'date' ? result.date : result && `no ${result.text}`;
}

test('words name the days around today, and three letters are enough', () => {
  assert.equal(read('today'), '2026-03-11');
  assert.equal(read(' Tomorrow '), '2026-03-12');
  assert.equal(read('tom'), '2026-03-12');
  assert.equal(read('yesterday'), '2026-03-10');
  assert.equal(read('tomorrow', '2026-12-31'), '2027-01-01');
});

test('a weekday is the next one after today', () => {
  assert.equal(read('thursday'), '2026-03-12');
  assert.equal(read('Mon'), '2026-03-16');
  assert.equal(read('tuesday'), '2026-03-17');
  assert.equal(read('wednesday'), '2026-03-18');
});

test('a signed number counts from today', () => {
  assert.equal(read('+2'), '2026-03-13');
  assert.equal(read('+0'), '2026-03-11');
  assert.equal(read('-11'), '2026-02-28');
});

test('a month and a day are in the nearest year', () => {
  assert.equal(read('3/23'), '2026-03-23');
  assert.equal(read('mar 23'), '2026-03-23');
  assert.equal(read('Sept. 5'), '2026-09-05');
  assert.equal(read('1/2', '2026-12-30'), '2027-01-02');
  assert.equal(read('12/31', '2026-01-02'), '2025-12-31');
  assert.equal(read('2/29', '2027-06-01'), '2028-02-29');
});

test('a whole date is that date', () => {
  assert.equal(read('2026-03-23'), '2026-03-23');
  assert.equal(read('2026-3-5'), '2026-03-05');
  assert.equal(read('3/23/2024'), '2024-03-23');
  assert.equal(read('3/23/24'), '2024-03-23');
  assert.equal(read('July 4, 2027'), '2027-07-04');
});

test('a date that no calendar has is said to be none', () => {
  assert.equal(read('2026-02-30'), 'no 2026-02-30');
  assert.equal(read('13/45'), 'no 13/45');
  assert.equal(read('feb 30'), 'no feb 30');
  assert.equal(read('2/29'), 'no 2/29');
});

test('anything else is no date', () => {
  for (const typed of ['', 'to', '2026', '2026-0', '178', 'Day 64', 'storm', '+', 'mayor 3', '+2 days', 'marchers 3'])
    assert.equal(read(typed), undefined, typed);
});
