import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day } from '../../../src/core/entry/day.ts';
import { newsroomOf } from '../../../src/core/newsroom/newsroom.ts';

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

function dayOn(date: string, draft: boolean, offset: string | undefined): Day {
  return { path: `log/${date}-a.md`, draft, date, time: '09:00:00', offset, number: undefined };
}

function zoneAfter(days: readonly Day[]): string {
  return newsroomOf(days, { timezone: undefined, epochs: [], systemZone: () => 'Europe/Paris' }).zone().name;
}
