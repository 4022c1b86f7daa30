import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type NewDayRefusal, type PlannedDay, planNewDay } from '../../src/core/compose/days/newDay.ts';
import { dayNumber, type Epoch, learnEpochs } from '../../src/core/dates/epochs.ts';
import { type InferredTimeZone, inferTimeZone, offsetsByArchive } from '../../src/core/dates/inferTimeZone.ts';
import type { Day } from '../../src/core/entry/day.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { readDay } from '../../src/core/entry/readDay.ts';
import { DEFAULT_CONVENTIONS } from '../../src/core/newsroom/conventions.ts';
import { corpusEntries, noCorpus } from '../support/corpus.ts';

const options = { skip: noCorpus };
let days: readonly Day[] = [];
let epochs: readonly Epoch[] = [];
let inferred: InferredTimeZone | undefined;

describe("the archive's calendar", () => {
  before(() => {
    if (noCorpus) return;
    days = corpusEntries().map(({ path, text }) => readDay(parseEntry(text), path, false));
    epochs = learnEpochs(days);
    inferred = inferTimeZone(days);
  });

  test('the archive has two counts of days', options, () => {
    assert.deepEqual(epochs, [
      { from: '2017-01-20', day: 1 },
      { from: '2021-01-20', day: 1 },
    ]);
  });

  test('all entries except an imported one have the number of their date', options, () => {
    const wrong = days.filter(({ date = '', number }) => dayNumber(date, epochs) !== number);
    assert.deepEqual(
      wrong.map(({ date }) => date),
      ['2017-05-21'],
    );
  });

  test('the time zone is inferred, whatever zone is preferred, and every entry has its offset', options, () => {
    assert.ok(inferred);
    assert.equal(inferred.zone.name, 'America/Los_Angeles');
    assert.equal(inferred.witnesses, days.length);
    assert.deepEqual([...inferred.offsets].sort(), ['-07:00', '-08:00']);
    assert.equal(inferTimeZone(days, 'UTC')?.zone.name, 'America/Los_Angeles');
    for (const { date = '', time = '', offset = '', path } of days) {
      assert.ok(offsetsByArchive(date, time, inferred)?.includes(offset), path);
    }
  });

  for (const [date, time, day, stamp] of [
    ['2025-09-01', '09:30', 1686, '2025-09-01 09:30:00 -07:00'],
    ['2020-01-04', '09:37', 1080, '2020-01-04 09:37:00 -08:00'],
    ['2021-01-16', '12:00', 1458, '2021-01-16 12:00:00 -08:00'],
    ['2021-01-23', '12:00', 4, '2021-01-23 12:00:00 -08:00'],
    ['2025-01-18', '12:00', 1460, '2025-01-18 12:00:00 -08:00'],
    ['2025-01-25', '12:00', 1467, '2025-01-25 12:00:00 -08:00'],
    ['2024-03-02', '12:00', 1138, '2024-03-02 12:00:00 -08:00'],
    ['2025-03-09', '01:30', 1510, '2025-03-09 01:30:00 -08:00'],
    ['2025-03-09', '02:30', 1510, '2025-03-09 03:30:00 -07:00'],
    ['2025-03-09', '12:00', 1510, '2025-03-09 12:00:00 -07:00'],
    ['2025-11-02', '01:30', 1748, '2025-11-02 01:30:00 -07:00'],
    ['2025-11-02', '12:00', 1748, '2025-11-02 12:00:00 -08:00'],
  ] as const) {
    test(`a new entry for ${date} at ${time} is Day ${day}`, options, () => {
      const plan = planDay(date, time);
      assert.ok(plan.ok, JSON.stringify(plan));
      assert.deepEqual([plan.day, plan.date, plan.path], [day, stamp, `_drafts/day-${day}.markdown`]);
    });
  }

  test('no new entry can have the date of an existing one', options, () => {
    for (const { date = '', path } of days) {
      const refusal = planDay(date, '12:00');
      assert.ok(!refusal.ok && refusal.reason === 'taken');
      assert.equal(refusal.path, path);
      assert.ok(refusal.message.includes(path));
    }
  });

  test('there is no day before the first entry', options, () => {
    const refusal = planDay('2017-01-19', '12:00');
    assert.equal(!refusal.ok && refusal.message, '2017-01-19 is before the first entry, 2017-01-20.');
  });

  test('eight wrong numbers in a row, anywhere, do not change the counts', options, () => {
    for (let from = 0; from < days.length; from += 97) {
      for (const by of [-1, 1]) {
        const wrongDays = days.map((day, index) =>
          index >= from && index < from + 8 ? { ...day, number: (day.number ?? 0) + by } : day,
        );
        assert.deepEqual(learnEpochs(wrongDays), epochs);
      }
    }
  });
});

function planDay(date: string, time: string): PlannedDay | NewDayRefusal {
  assert.ok(inferred);
  const folders = { posts: '_posts', drafts: '_drafts' };
  return planNewDay({
    date,
    time,
    zone: inferred.zone,
    epochs,
    days,
    published: false,
    folders,
    conventions: DEFAULT_CONVENTIONS,
  });
}
