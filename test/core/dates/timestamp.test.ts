import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offsetKindOf, toLocal } from '../../../src/core/dates/localTimestamp.ts';
import { isRealTimestamp, offsetMs, parseTimestamp } from '../../../src/core/dates/timestamp.ts';
import { findTimeZone, offsetsOn } from '../../../src/core/dates/timeZone.ts';

test('a timestamp has a date, a time, an offset and a form', () => {
  for (const [written, date, time, offset, form] of [
    ['2031-01-31 09:30:00 -08:00', '2031-01-31', '09:30:00', '-08:00', 'regular seconds colon'],
    ['2031-01-31 09:30:00-08:00', '2031-01-31', '09:30:00', '-08:00', 'regular seconds colon'],
    ['2031-01-31 09:30:00.5 -08:00', '2031-01-31', '09:30:00', '-08:00', 'regular seconds colon'],
    ['2031-01-31 09:30:00 -0800', '2031-01-31', '09:30:00', '-08:00', 'regular seconds compact'],
    ['2031-01-31T17:30:00Z', '2031-01-31', '17:30:00', '+00:00', 'regular T seconds Z'],
    ['2031-01-31 09:30', '2031-01-31', '09:30:00', undefined, 'regular minutes none'],
    ['2031-01-31', '2031-01-31', '00:00:00', undefined, 'regular none none'],
    ['2031/1/31 9:30 -8:00', '2031-01-31', '09:30:00', '-08:00', 'minutes colon'],
    [' 2031-1-31t9.30.15 utc', '2031-01-31', '09:30:15', '+00:00', 'T seconds Z'],
    ['2031-01-31 09: 30 \u22120800', '2031-01-31', '09:30:00', '-08:00', 'minutes colon'],
  ] as const) {
    const timestamp = parseTimestamp(written);
    assert.ok(timestamp, written);
    assert.deepEqual([timestamp.date, timestamp.time, timestamp.offset], [date, time, offset], written);
    const { isRegular, separator, time: timeForm, offset: offsetForm } = timestamp.form;
    const parts = [isRegular ? 'regular' : '', separator.trim(), timeForm, offsetForm].filter((part) => part !== '');
    assert.equal(parts.join(' '), form, written);
    assert.ok(isRealTimestamp(timestamp), written);
  }
  assert.equal(parseTimestamp('Friday'), undefined);
  assert.equal(parseTimestamp('2031-01-31 9:30 -0800')?.offset, '-08:00');
});

test('a date, a time or an offset that does not exist is not real', () => {
  for (const written of ['2031-02-29 09:30:00 -08:00', '2031-01-31 24:30:00 -08:00', '2031-01-31 9:30 -99:00']) {
    const timestamp = parseTimestamp(written);
    assert.ok(timestamp && !isRealTimestamp(timestamp), written);
  }
});

test('a fraction of a second is noticed unless it is zero', () => {
  assert.equal(parseTimestamp('2031-01-31T09:30:00.5Z')?.hasFraction, true);
  assert.equal(parseTimestamp('2031-01-31T09:30:00.000Z')?.hasFraction, false);
});

test('an offset is local, a slip at another time of the year, or foreign', () => {
  const kind = (time: string, offset: string) => offsetKindOf({ date: '2031-01-31', time, offset }, inZone());
  assert.equal(kind('09:30:00', '-08:00'), 'local');
  assert.equal(kind('09:30:00', '-07:00'), 'slip');
  assert.equal(kind('09:30:00', '-09:00'), 'foreign');
  assert.equal(kind('09:30:00', '+00:00'), 'foreign');
  assert.equal(
    offsetKindOf({ date: '2031-01-31', time: '09:30:00', offset: '+00:00' }, () => undefined),
    undefined,
  );
});

test('where the offsets of the other season are not known, one hour is a slip', () => {
  const ofWinter = (date: string) => (date.slice(5, 7) === '01' ? ['-08:00'] : undefined);
  const kind = (offset: string) => offsetKindOf({ date: '2031-01-31', time: '09:30:00', offset }, ofWinter);
  assert.deepEqual(['-08:00', '-07:00', '-09:00', '-05:00'].map(kind), ['local', 'slip', 'slip', 'foreign']);
});

test('the same moment in the zone, also across midnight, a new year and a change of the clocks', () => {
  for (const [date, time, offset, right] of [
    ['2031-01-31', '06:59:59', '+00:00', '2031-01-30 22:59:59 -08:00'],
    ['2031-01-01', '02:00:00', '+00:00', '2030-12-31 18:00:00 -08:00'],
    ['2031-03-09', '10:30:00', '+00:00', '2031-03-09 03:30:00 -07:00'],
    ['2031-11-02', '09:30:00', '+00:00', '2031-11-02 01:30:00 -08:00'],
    ['2031-11-02', '08:30:00', '+00:00', '2031-11-02 01:30:00 -07:00'],
    ['2031-07-01', '09:00:00', '+13:45', '2031-06-30 12:15:00 -07:00'],
  ] as const) {
    const local = toLocal({ date, time, offset }, inZone());
    assert.equal(local && `${local.date} ${local.time} ${local.offset}`, right);
    assert.equal(Date.parse(`${date}T${time}${offset}`), Date.parse(right.replace(' ', 'T').replace(' ', '')));
  }
  assert.equal(
    toLocal({ date: '2031-01-31', time: '06:59:59', offset: '+00:00' }, () => undefined),
    undefined,
  );
});

test('an offset in milliseconds', () => {
  assert.deepEqual(['-08:00', '+05:30', '+00:00'].map(offsetMs), [-28_800_000, 19_800_000, 0]);
});

function inZone() {
  const zone = findTimeZone('America/Los_Angeles');
  assert.ok(zone);
  return (date: string, time: string) => offsetsOn(date, time, zone);
}
