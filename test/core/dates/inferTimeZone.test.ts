import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../../src/core/dates/calendar.ts';
import { inferTimeZone, offsetsByArchive } from '../../../src/core/dates/inferTimeZone.ts';
import { findTimeZone, offsetsOn } from '../../../src/core/dates/timeZone.ts';
import type { Day } from '../../../src/core/entry/day.ts';

for (const name of [
  ...['America/Los_Angeles', 'America/Denver', 'America/Phoenix', 'America/New_York', 'Europe/London', 'Europe/Paris'],
  ...['Asia/Kolkata', 'Asia/Tokyo', 'Australia/Sydney', 'Africa/Casablanca', 'Asia/Jerusalem', 'UTC'],
  ...['Pacific/Chatham', 'Australia/Lord_Howe'],
]) {
  test(`${name} is inferred from three years of entries`, () => {
    const inferred = inferTimeZone(archive(name, '2022-01-03', '2024-12-31', 2));
    assert.equal(inferred?.zone.name, name);
    assert.equal(inferred?.witnesses, 547);
    const wanted = new Set(['2024-01-15', '2024-03-20', '2024-07-15'].flatMap((date) => offsetsAt(name, date)));
    assert.deepEqual(new Set(inferred?.offsets), wanted);
  });
}

test('the preferred zone is used only if it fits', () => {
  const days = archive('America/Los_Angeles', '2024-01-01', '2024-12-31');
  assert.equal(inferTimeZone(days, 'America/Tijuana')?.zone.name, 'America/Tijuana');
  assert.equal(inferTimeZone(days, 'Europe/Berlin')?.zone.name, 'America/Los_Angeles');
  assert.equal(inferTimeZone(days, 'Not/AZone')?.zone.name, 'America/Los_Angeles');
});

test('a few wrong offsets are outvoted, more are not', () => {
  const days = archive('America/Los_Angeles', '2023-01-01', '2024-12-31');
  const withWrongOffsets = (count: number): Day[] =>
    days.map((day, index) => (index % 20 === 7 && index < 20 * count ? { ...day, offset: '+00:00' } : day));
  assert.equal(inferTimeZone(withWrongOffsets(14))?.zone.name, 'America/Los_Angeles');
  assert.equal(inferTimeZone(withWrongOffsets(14))?.witnesses, days.length - 14);
  assert.equal(inferTimeZone(withWrongOffsets(30)), undefined);
});

test('a run of wrong offsets after a clock change is recognized as wrong', () => {
  const days = archive('America/Los_Angeles', '2023-01-01', '2024-12-31').map((day) =>
    day.date && day.date >= '2024-03-10' && day.date < '2024-03-18' ? { ...day, offset: '-08:00' } : day,
  );
  const inferred = inferTimeZone(days);
  assert.equal(inferred?.zone.name, 'America/Los_Angeles');
  assert.equal(inferred?.witnesses, days.length - 8);
});

test('zones whose clocks change on different days are distinguished', () => {
  for (const name of ['Africa/Cairo', 'Europe/Athens', 'Asia/Jerusalem']) {
    assert.equal(
      inferTimeZone(archive(name, '2023-05-01', '2025-05-01'), 'Europe/Kyiv')?.zone.name.replace('Kyiv', 'Athens'),
      name,
    );
  }
});

test('no zone is inferred from offsets that no zone has', () => {
  const offsets = ['-08:00', '+02:00', '+09:00'];
  const days = archive('UTC', '2022-01-01', '2023-12-31');
  assert.equal(inferTimeZone(days.map((day, index) => ({ ...day, offset: offsets[index % 3] }))), undefined);
  assert.equal(
    inferTimeZone(days.map((day) => (day.date && day.date < '2023' ? day : { ...day, offset: '-08:00' }))),
    undefined,
  );
  assert.equal(inferTimeZone([]), undefined);
  assert.equal(inferTimeZone(days.map((day) => ({ ...day, draft: true }))), undefined);
  assert.equal(inferTimeZone(days.map((day) => ({ ...day, offset: 'PST' }))), undefined);
});

test('one entry is enough to write others by, but not to judge them by', () => {
  const inferred = inferTimeZone(archive('America/Los_Angeles', '2025-01-06', '2025-01-06'));
  assert.ok(inferred);
  assert.equal(inferred.zone.name, 'America/Los_Angeles');
  assert.equal(inferred.witnesses, 1);
  assert.equal(offsetsByArchive('2025-01-07', '09:00:00', inferred), undefined);
});

test('ten entries are enough to judge others by, even beside two wrong ones', () => {
  const right = archive('America/Los_Angeles', '2025-01-06', '2025-01-15');
  const wrong = archive('America/Los_Angeles', '2025-01-16', '2025-01-17').map((day) => ({ ...day, offset: '-07:00' }));
  const inferred = inferTimeZone([...right, ...wrong]);
  assert.ok(inferred);
  assert.equal(inferred.witnesses, 10);
  assert.deepEqual(offsetsByArchive('2025-01-16', '09:00:00', inferred), ['-08:00']);
  assert.equal(inferTimeZone([...right.slice(1), ...wrong]), undefined);
});

test('entries of one season are not judged by those of the other', () => {
  const inferred = inferTimeZone(archive('America/Phoenix', '2024-12-01', '2025-02-01'));
  assert.ok(inferred);
  assert.deepEqual(inferred.offsets, ['-07:00']);
  assert.deepEqual(offsetsByArchive('2025-02-03', '09:00:00', inferred), ['-07:00']);
  assert.equal(offsetsByArchive('2025-07-01', '09:00:00', inferred), undefined);
  const both = inferTimeZone(archive('America/Phoenix', '2024-12-01', '2025-07-01'));
  assert.equal(both?.zone.name, 'America/Phoenix');
});

function archive(name: string, from: string, to: string, step = 1): Day[] {
  const days: Day[] = [];
  for (let date: string | undefined = from; date !== undefined && date <= to; date = addDays(date, step)) {
    const time = '09:00:00';
    days.push({
      path: `_posts/${date}.markdown`,
      draft: false,
      date,
      time,
      offset: offsetsAt(name, date)[0],
      number: 1,
    });
  }
  return days;
}

function offsetsAt(name: string, date: string): readonly string[] {
  const zone = findTimeZone(name);
  assert.ok(zone, name);
  return offsetsOn(date, '09:00:00', zone);
}
