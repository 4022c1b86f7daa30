import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../../src/core/dates/calendar.ts';
import {
  findTimeZone,
  isTime,
  isTimeZone,
  localDateTime,
  offsetsOn,
  type TimeZone,
  zonedTimestamp,
} from '../../../src/core/dates/timeZone.ts';

test('a timestamp has the offset in force at that time', () => {
  const table: readonly (readonly [zone: string, date: string, time: string, stamp: string])[] = [
    ['America/Los_Angeles', '2025-09-01', '09:37', '2025-09-01 09:37:00 -07:00'],
    ['America/Los_Angeles', '2020-01-04', '09:37:21', '2020-01-04 09:37:21 -08:00'],
    ['America/Los_Angeles', '2025-03-09', '01:30', '2025-03-09 01:30:00 -08:00'],
    ['America/Los_Angeles', '2025-03-09', '02:30', '2025-03-09 03:30:00 -07:00'],
    ['America/Los_Angeles', '2025-03-09', '12:00', '2025-03-09 12:00:00 -07:00'],
    ['America/Los_Angeles', '2025-11-02', '00:30', '2025-11-02 00:30:00 -07:00'],
    ['America/Los_Angeles', '2025-11-02', '01:30', '2025-11-02 01:30:00 -07:00'],
    ['America/Los_Angeles', '2025-11-02', '02:00', '2025-11-02 02:00:00 -08:00'],
    ['America/Los_Angeles', '2025-11-02', '12:00', '2025-11-02 12:00:00 -08:00'],
    ['Europe/London', '2024-02-29', '23:59:59', '2024-02-29 23:59:59 +00:00'],
    ['Australia/Lord_Howe', '2025-10-05', '02:10', '2025-10-05 02:40:00 +11:00'],
    ['Asia/Kathmandu', '2025-06-01', '06:00', '2025-06-01 06:00:00 +05:45'],
    ['America/Nuuk', '2024-03-30', '23:30', '2024-03-31 00:30:00 -01:00'],
    ['Pacific/Apia', '2011-12-30', '08:00', '2011-12-31 08:00:00 +14:00'],
    ['UTC', '2025-06-01', '06:00', '2025-06-01 06:00:00 +00:00'],
  ];
  for (const [name, date, time, stamp] of table) assert.equal(zonedTimestamp(date, time, zone(name)), stamp, name);
});

test('an invalid date or time has no timestamp and no offset', () => {
  for (const [date, time] of [
    ['2025-02-29', '10:00'],
    ['2025-02-28', '24:00'],
    ['2025-02-28', '10:60'],
    ['2025-02-28', '9:30'],
    ['TK', 'TK'],
  ] as const) {
    assert.equal(zonedTimestamp(date, time, zone('UTC')), undefined);
    assert.deepEqual(offsetsOn(date, time, zone('UTC')), []);
  }
  assert.ok(isTime('23:59') && isTime('00:00:59') && !isTime('12:00:60') && !isTime('noon'));
});

test('a time that occurs twice has two offsets, a skipped time none', () => {
  const losAngeles = zone('America/Los_Angeles');
  assert.deepEqual(offsetsOn('2025-11-02', '00:59:59', losAngeles), ['-07:00']);
  assert.deepEqual(offsetsOn('2025-11-02', '01:00', losAngeles), ['-07:00', '-08:00']);
  assert.deepEqual(offsetsOn('2025-11-02', '01:59:59', losAngeles), ['-07:00', '-08:00']);
  assert.deepEqual(offsetsOn('2025-11-02', '02:00', losAngeles), ['-08:00']);
  assert.deepEqual(offsetsOn('2025-03-09', '01:59:59', losAngeles), ['-08:00']);
  assert.deepEqual(offsetsOn('2025-03-09', '02:00', losAngeles), []);
  assert.deepEqual(offsetsOn('2025-03-09', '03:00', losAngeles), ['-07:00']);
});

test('asking again, for another moment or in another zone, gives the offsets of what is asked for', () => {
  const [losAngeles, newYork] = [zone('America/Los_Angeles'), zone('America/New_York')];
  for (let round = 0; round < 2; round++) {
    assert.deepEqual(offsetsOn('2025-07-01', '12:00:00', losAngeles), ['-07:00']);
    assert.deepEqual(offsetsOn('2025-07-01', '12:00:00', newYork), ['-04:00']);
    assert.deepEqual(offsetsOn('2025-12-01', '12:00:00', losAngeles), ['-08:00']);
    assert.deepEqual(offsetsOn('2025-03-09', '12:00:00', losAngeles), ['-07:00']);
    assert.deepEqual(offsetsOn('2025-03-09', '02:30:00', losAngeles), []);
  }
});

test('offsets agree with timestamps over years and in zones of every kind', () => {
  for (const name of [
    'America/Los_Angeles',
    'Europe/Berlin',
    'America/Nuuk',
    'Africa/Casablanca',
    'Pacific/Kiritimati',
  ]) {
    const timeZone = zone(name);
    for (let date = '2016-12-25'; date < '2026-01-08'; date = addDays(date, 1) ?? '') {
      const time = '13:00:00';
      assert.deepEqual(
        [zonedTimestamp(date, time, timeZone)],
        [`${date} ${time} ${offsetsOn(date, time, timeZone)[0]}`],
      );
    }
    for (const time of ['00:00:00', '12:00:00', '23:59:59']) {
      for (const date of ['2024-12-31', '2025-01-01']) {
        assert.deepEqual(
          [zonedTimestamp(date, time, timeZone)],
          [`${date} ${time} ${offsetsOn(date, time, timeZone)[0]}`],
        );
      }
    }
  }
});

test('only zone names and fixed offsets are time zones', () => {
  for (const name of ['America/Los_Angeles', 'america/los_angeles', 'UTC', 'US/Pacific', '+05:30']) {
    assert.ok(isTimeZone(name), name);
  }
  for (const name of ['', 'Mars/Olympus', 'PDT 7', '2025-01-01T00:00[UTC]', '2025-01-01T00:00Z', 'constructor', '+5']) {
    assert.ok(!isTimeZone(name), name);
    assert.equal(findTimeZone(name), undefined);
  }
});

test('the local date and time are those on the clocks of the zone', () => {
  const instant = Date.UTC(2025, 8, 1, 3, 4, 5, 678);
  assert.deepEqual(localDateTime(instant, zone('America/Los_Angeles')), { date: '2025-08-31', time: '20:04:05' });
  assert.deepEqual(localDateTime(instant + 0.5, zone('Asia/Tokyo')), { date: '2025-09-01', time: '12:04:05' });
  assert.deepEqual(localDateTime(-1, zone('UTC')), { date: '1969-12-31', time: '23:59:59' });
});

function zone(name: string): TimeZone {
  const timeZone = findTimeZone(name);
  assert.ok(timeZone, name);
  return timeZone;
}
