import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, weekday } from '../../../src/core/dates/calendar.ts';
import {
  dateOfDay,
  dayNumber,
  type Epoch,
  firstEntryDate,
  inSameCount,
  learnEpochs,
} from '../../../src/core/dates/epochs.ts';
import type { Day } from '../../../src/core/entry/day.ts';

const TERMS: readonly Epoch[] = [
  { from: '2017-01-20', day: 1 },
  { from: '2021-01-20', day: 1 },
];

test('a date is numbered by the last epoch that has started', () => {
  const table: readonly (readonly [string, number | undefined])[] = [
    ['2017-01-19', undefined],
    ['2017-01-20', 1],
    ['2020-01-04', 1080],
    ['2021-01-19', 1461],
    ['2021-01-20', 1],
    ['2024-01-04', 1080],
    ['2024-02-29', 1136],
    ['2025-01-20', 1462],
  ];
  for (const [date, number] of table) assert.equal(dayNumber(date, TERMS), number, date);
  assert.equal(dayNumber('2020-01-04', []), undefined);
  assert.equal(dayNumber('2025-02-30', TERMS), undefined);
});

test('a number alone names one day in each epoch', () => {
  assert.deepEqual(
    TERMS.map((epoch) => dateOfDay(1080, epoch)),
    ['2020-01-04', '2024-01-04'],
  );
  assert.equal(inSameCount('2020-01-04', '2024-01-04', TERMS), false);
  assert.equal(inSameCount('2021-01-20', '2024-01-04', TERMS), true);
  assert.ok(inSameCount('2025-01-19', '2025-01-21', [...TERMS, { from: '2025-01-20', day: 1462 }]));
});

test('the first entry is the earliest numbered one that is published', () => {
  const days = [
    entry('2017-01-22', 3),
    entry('2017-01-20', 1),
    entry('2016-12-01', 7, { draft: true }),
    entry('2016-11-01', undefined),
  ];
  assert.equal(firstEntryDate(days), '2017-01-20');
  assert.equal(firstEntryDate([]), undefined);
});

test('two epochs are learned from an archive of two terms', () => {
  assert.deepEqual(learnEpochs(archive('2017-01-20', '2025-06-30')), TERMS);
});

test('missing years do not hide an epoch', () => {
  const days = archive('2018-01-01', '2025-06-30').filter(({ date = '' }) => !/^20(?:19|20|23)/.test(date));
  assert.deepEqual(learnEpochs(days), TERMS);
});

test('the order of entries does not matter', () => {
  assert.deepEqual(learnEpochs(archive('2017-01-20', '2022-01-01').reverse()), TERMS);
});

test('three entries start a new epoch, two do not', () => {
  const old = archive('2019-01-01', '2021-01-15');
  const fresh = [entry('2021-01-20', 1), entry('2021-01-21', 2)];
  assert.deepEqual(learnEpochs([...old, ...fresh]), TERMS.slice(0, 1));
  assert.deepEqual(learnEpochs([...old, ...fresh, entry('2021-01-25', 6)]), TERMS);
  assert.deepEqual(learnEpochs(fresh), []);
});

for (const by of [-3, -1, 1, 3]) {
  for (const [where, from] of [
    ['in the middle', 700],
    ['at the end', -8],
    ['at the beginning', 0],
    ['at the beginning of the second term', 1043],
  ] as const) {
    test(`eight wrong numbers in a row ${where}, off by ${by}, start no epoch`, () => {
      const days = archive('2017-01-20', '2025-06-30');
      const at = from < 0 ? days.length + from : from;
      const wrong = days.map((day, index) =>
        index >= at && index < at + 8 ? { ...day, number: Math.max(1, (day.number ?? 0) + by) } : day,
      );
      assert.deepEqual(learnEpochs(wrong), TERMS);
    });
  }
}

test('a young archive whose newest eight entries are wrong keeps its epoch', () => {
  const days = archive('2031-03-03', '2031-03-28').map((day, index) => ({
    ...day,
    number: dayNumber(day.date ?? '', [{ from: '2031-03-03', day: index < 12 ? 1 : 2 }]),
  }));
  assert.deepEqual(learnEpochs(days), [{ from: '2031-03-03', day: 1 }]);
});

test('entries that continue the old count after a term has started are merely wrong', () => {
  const days = archive('2019-01-01', '2021-12-31').map((day) =>
    day.date && day.date >= '2021-01-20' && day.date < '2021-02-01'
      ? entry(day.date, dayNumber(day.date, TERMS.slice(0, 1)))
      : day,
  );
  assert.deepEqual(learnEpochs(days), TERMS);
});

test('an import whose dates are off by a day is outvoted', () => {
  const days = archive('2017-01-20', '2018-12-31').map((day, index) =>
    index < 40 ? { ...day, date: addDays(day.date ?? '', -1) } : day,
  );
  assert.deepEqual(learnEpochs(days), TERMS.slice(0, 1));
});

test('drafts, reviews without a number and entries without a real date have no vote', () => {
  const voteless = [
    ...['2025-03-03', '2025-03-04', '2025-03-05'].map((date, index) => entry(date, index + 1, { draft: true })),
    entry('2025-03-06', undefined),
    entry(undefined, 5),
    entry('2025-02-30', 1),
    entry('2025-02-28', 0),
  ];
  assert.deepEqual(learnEpochs(voteless), []);
  assert.deepEqual(learnEpochs([...archive('2024-01-01', '2025-02-27'), ...voteless]), TERMS.slice(1));
});

test('numbers beyond any calendar start no epoch', () => {
  for (const number of [800_000, 1e300]) {
    const days = archive('2024-01-01', '2024-01-05').map((day) => ({
      ...day,
      number: number + Number(day.date?.slice(8)),
    }));
    assert.deepEqual(learnEpochs(days), []);
  }
});

test('nothing is learned from an archive that numbers entries instead of days', () => {
  const days = archive('2017-01-20', '2019-12-31').map((day, index) => ({ ...day, number: index + 1 }));
  assert.deepEqual(learnEpochs(days), []);
});

test('configured epochs apply without any entries', () => {
  const epochs = [
    { from: '2031-03-01', day: 1 },
    { from: '2030-01-01', day: 1 },
  ];
  assert.deepEqual(learnEpochs([], epochs), epochs.toReversed());
  assert.deepEqual(
    learnEpochs(
      [],
      [
        { from: '2031-02-30', day: 1 },
        { from: '2031-03-01', day: 0.5 },
      ],
    ),
    [],
  );
});

test('a configured epoch is added to the learned ones', () => {
  const days = archive('2017-01-20', '2025-01-15');
  for (const day of [1, 1462]) {
    const configured = { from: '2025-01-20', day };
    assert.deepEqual(learnEpochs(days, [configured]), [...TERMS, configured]);
  }
});

test('a configured epoch replaces a learned one that starts on the same day or soon after', () => {
  const days = archive('2019-01-01', '2022-12-31');
  for (const configured of [
    { from: '2021-01-20', day: 0 },
    { from: '2021-01-18', day: 1 },
  ]) {
    assert.deepEqual(learnEpochs(days, [configured]), [TERMS[0], configured]);
  }
});

test('a configured epoch marks the day on which wrong numbers were corrected', () => {
  const before = archive('2018-01-01', '2018-06-30').map((day) => ({ ...day, number: (day.number ?? 0) + 5 }));
  const days = [...before, ...archive('2018-07-01', '2018-12-31')];
  const configured = { from: '2018-07-01', day: dayNumber('2018-07-01', TERMS) ?? 0 };
  assert.deepEqual(learnEpochs(days, [configured]), [{ from: '2017-01-15', day: 1 }, configured]);
});

test('one wrong number in twelve, anywhere, changes nothing', () => {
  const right = archive('2019-06-01', '2022-06-30');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(right.length - 1), fc.integer({ min: 1, max: 4000 })), {
        maxLength: Math.floor(right.length / 12),
      }),
      (faults) => {
        const days = [...right];
        for (const [at, number] of faults) days[at] = { ...right[at], number } as Day;
        assert.deepEqual(learnEpochs(days), TERMS);
      },
    ),
    { seed: 1080, numRuns: 300 },
  );
});

/** One correctly numbered entry for each weekday from one date to the other. */
function archive(from: string, to: string): Day[] {
  const days: Day[] = [];
  for (let date: string | undefined = from; date !== undefined && date <= to; date = addDays(date, 1)) {
    const workday = (weekday(date) ?? 0) % 6 !== 0;
    if (workday) days.push(entry(date, dayNumber(date, TERMS)));
  }
  return days;
}

function entry(date: string | undefined, number: number | undefined, { draft = false } = {}): Day {
  return { path: `_posts/${date}-day-${number}.markdown`, draft, date, offset: '-08:00', time: '09:00:00', number };
}
