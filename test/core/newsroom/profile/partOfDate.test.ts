import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../../../src/core/dates/calendar.ts';
import type { Day } from '../../../../src/core/entry/day.ts';
import { learnProfile } from '../../../../src/core/newsroom/profile/profile.ts';
import { type LogEntry, profileOf } from '../../../support/profiledLog.ts';

test('the day of a date in a title is no number', () => {
  for (const titleOf of [
    (day: number) => `January ${day}, 2031`,
    (day: number) => `Log of ${day}. Januar`,
    (day: number) => `${day} janv. 2031`,
    (day: number) => `1月${day}日`,
    (day: number) => `Notes 3101${String(day).padStart(2, '0')}`,
  ]) {
    const { count, title } = profileOf(log(8, (index, date) => [`${date}-log.md`, `title: ${titleOf(index + 6)}`]));
    assert.deepEqual([count.value.kind, title.value], ['none', null], titleOf(6));
  }
  const { title } = profileOf(log(8, (index, date) => [`${date}-log.md`, `title: Mai ${index + 20}`]));
  assert.equal(title.value?.prefix, 'Mai ', 'a series whose numbers are not those of the dates');
});

test('the order of a log with few dates is that of its numbers', () => {
  const days = Array.from({ length: 12 }, (_, index) => undated(`log/day-${index + 1}.md`, `Part ${index + 1}`));
  const dated = days.map((day, index) => (index === 2 ? { ...day, date: '2031-01-05', dateText: '2031-01-05' } : day));
  const { count, date } = learnProfile(dated, { epochs: [], timezone: undefined, systemZone: 'Europe/Paris' });
  assert.deepEqual([count.value.newest?.number, date.value], [12, { place: 'none' }]);
});

test('a few dates with an offset do not give a log its zone, and an offset that never changes gives no certain one', () => {
  const mostlyBare = log(10, (index, date) => [
    `${date}-day-${index}.md`,
    `title: Day ${index}\ndate: ${date} 09:00:00${index < 2 ? ' +0530' : ''}`,
  ]);
  assert.deepEqual(
    [profileOf(mostlyBare).zone.value.name, profileOf(mostlyBare).zone.strength],
    ['America/New_York', 'guess'],
  );
  const winter = (count: number) =>
    log(count, (index, date) => [`${date}-day-${index}.md`, `title: Day ${index}\ndate: ${date} 09:00:00 +01:00`]);
  assert.equal(profileOf(winter(200)).zone.strength, 'likely');
});

test('titles with the number of the file in no known form are not said to have none', () => {
  const words = ['The flood', 'A vote', 'Two mayors', 'Cold feet', 'Rain', 'Fog'];
  const { title, count } = profileOf(
    log(6, (index, date) => [
      `${date}-day-${index + 1}.md`,
      `title: "${words[index]} - part ${index + 1} of it all${index}"`,
    ]),
  );
  assert.deepEqual([title.strength, title.value, count.value.newest?.number], ['unknown', null, 6]);
});

test('the dates of file names may lack zeros', () => {
  const { fileName, date, count } = profileOf(
    log(8, (index) => [`2031-1-${index + 5}-day-${index + 1}.md`, `title: Day ${index + 1}`]),
  );
  assert.deepEqual(
    [fileName.value?.pattern, date.value, count.value.newest],
    ['{date}-day-{day}.md', { place: 'fileName' }, { number: 8, date: '2031-01-12' }],
  );
});

function log(count: number, entry: (index: number, date: string) => LogEntry): readonly LogEntry[] {
  return Array.from({ length: count }, (_, index) => entry(index, addDays('2031-01-06', index) ?? ''));
}

function undated(path: string, title: string): Day {
  const nothing = { date: undefined, offset: undefined, time: undefined, number: undefined };
  return { path, draft: false, title, keys: ['title'], ...nothing };
}
