import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../../src/core/dates/calendar.ts';
import type { Day } from '../../../src/core/entry/day.ts';
import { newsroomOf } from '../../../src/core/newsroom/newsroom.ts';
import { daysOf } from '../../support/profiledLog.ts';

test('as long as nothing is published, several drafts show the zone in which the next entry is dated', () => {
  const drafts = ['2031-01-06', '2031-01-07', '2031-01-08'].map((date): Day => dayOn(date, true, '-05:00'));
  assert.equal(zoneAfter(drafts), 'America/New_York');
  assert.equal(zoneAfter([...drafts, dayOn('2031-01-09', false, '+09:00')]), 'Asia/Tokyo');
});

test('where most dates have no offset, new ones are in the zone of the computer', () => {
  const days = Array.from({ length: 9 }, (_, index) =>
    dayOn(`2031-01-0${index + 1}`, false, index === 4 ? '+05:30' : undefined),
  );
  assert.equal(zoneAfter(days), 'Europe/Paris');
});

test('where the newest entries are dated in UTC, so is the next one, in whatever order the entries were read', () => {
  const dates = Array.from({ length: 300 }, (_, index) => addDays('2031-01-01', index));
  const days = daysOf(
    dates.map((date, index) => [
      `${date}-snow.md`,
      `title: Snow\ndate: ${date}T09:00:00${index < 150 ? '-05:00' : 'Z'}`,
    ]),
  );
  assert.equal(zoneAfter(days), 'UTC');
  assert.equal(zoneAfter(days.toReversed()), 'UTC');
});

function dayOn(date: string, draft: boolean, offset: string | undefined): Day {
  return { path: `log/${date}-a.md`, draft, date, time: '09:00:00', offset, number: undefined };
}

function zoneAfter(days: readonly Day[]): string {
  return newsroomOf(days, { timezone: undefined, epochs: [], systemZone: () => 'Europe/Paris' }).zone().name;
}
