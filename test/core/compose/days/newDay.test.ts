import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type NewDayRefusal,
  type NewDayRequest,
  type PlannedDay,
  planInsertedDay,
  planNewDay,
} from '../../../../src/core/compose/days/newDay.ts';
import { frontMatterText, newDayText } from '../../../../src/core/compose/days/newDayText.ts';
import type { Epoch } from '../../../../src/core/dates/epochs.ts';
import { findTimeZone } from '../../../../src/core/dates/timeZone.ts';
import type { Day } from '../../../../src/core/entry/day.ts';
import { DEFAULT_CONVENTIONS } from '../../../../src/core/newsroom/conventions.ts';

const TERMS: readonly Epoch[] = [
  { from: '2017-01-20', day: 1 },
  { from: '2021-01-20', day: 1 },
];

test('a new day is a draft with its number, its date and one section to start in', () => {
  const made = begun(planNewDay(request({ date: '2025-09-01' })));
  assert.deepEqual(
    [made.path, made.day, made.title, made.date],
    ['_drafts/day-1686.markdown', 1686, 'Day 1686', '2025-09-01 09:30:00 -07:00'],
  );
  const { text, cursor } = newDayText(made);
  assert.equal(
    `${text.slice(0, cursor)}‸${text.slice(cursor)}`,
    '---\ntitle: Day 1686\ndate: 2025-09-01 09:30:00 -07:00\n---\n\nTK/ ‸',
  );
});

test('where each entry has a folder of its own, a new one is named like the others', () => {
  const conventions = {
    ...DEFAULT_CONVENTIONS,
    count: 'none',
    title: null,
    fileName: { pattern: 'index.md', digits: 1 },
  } as const;
  const folders = { posts: '_posts', drafts: '_drafts', entries: ['log/*/*.md'] };
  const pathAmong = (names: readonly string[]) => {
    const days = names.map((name): Day => dayAt(`log/${name}/index.md`));
    return begun(planNewDay(request({ date: '2031-02-01', days, epochs: [], conventions, folders }))).path;
  };
  assert.equal(pathAmong(['20310130', '20310131']), 'log/20310201/index.md');
  assert.equal(pathAmong(['2031-01-30-rain', '2031-01-31-fog']), 'log/2031-02-01/index.md');
  assert.equal(pathAmong(['rain', 'fog']), 'log/2031-02-01/index.md');
});

test('the next number of a log whose entries mostly have no dates is that after the highest', () => {
  const conventions = { ...DEFAULT_CONVENTIONS, count: 'entries' } as const;
  const numbered = (number: number, date?: string): Day => ({ ...dayAt(`log/day-${number}.md`), number, date });
  const days = [numbered(1), numbered(2, '2031-01-05'), numbered(3), numbered(4)];
  assert.equal(begun(planNewDay(request({ date: '2031-02-01', days, epochs: [], conventions }))).day, 5);
});

test('a published day is in the posts folder and has its date in the file name', () => {
  const made = begun(planNewDay(request({ date: '2025-09-01', published: true })));
  assert.equal(made.path, '_posts/2025-09-01-day-1686.markdown');
  const folders = { posts: 'log/_posts', drafts: 'log/_drafts' };
  assert.equal(begun(planNewDay(request({ date: '2025-09-01', folders }))).path, 'log/_drafts/day-1686.markdown');
});

test("file names follow the newsroom's pattern, those of drafts without the date", () => {
  const conventions = { ...DEFAULT_CONVENTIONS, fileName: { pattern: '{date}-no-{day}.md', digits: 1 } };
  assert.equal(begun(planNewDay(request({ conventions }))).path, '_drafts/no-1686.md');
  assert.equal(begun(planNewDay(request({ conventions, published: true }))).path, '_posts/2025-09-01-no-1686.md');
  const made = begun(planInsertedDay({ ...request({ date: '2025-08-30', conventions }), path: '_drafts/no-1686.md' }));
  assert.deepEqual([made.title, made.date], ['Day 1686', '2025-09-01 09:30:00 -07:00']);
});

test('every day from 2017 to 2031 has the number and the offset of an independent computation', () => {
  const clock = new Intl.DateTimeFormat('en-US', { timeZone: 'America/Los_Angeles', timeZoneName: 'longOffset' });
  const first = [Date.UTC(2017, 0, 20), Date.UTC(2021, 0, 20)];
  for (let noon = Date.UTC(2017, 0, 20, 20); noon < Date.UTC(2032, 0, 1); noon += 86_400_000) {
    // Noon or one o'clock in Los Angeles, far from any change of the clocks.
    const date = new Date(noon).toISOString().slice(0, 10);
    const offset = clock.format(noon).slice(-6);
    const number = Math.floor((noon - (first.findLast((start) => start <= noon) ?? 0)) / 86_400_000) + 1;
    const made = begun(planNewDay(request({ date, time: '12:30:15', published: true })));
    assert.equal(made.date, `${date} 12:30:15 ${offset}`);
    assert.equal(made.path, `_posts/${date}-day-${number}.markdown`);
  }
});

test('leap days, clock changes and new counts', () => {
  const table: readonly (readonly [date: string, time: string, day: number, stamp: string])[] = [
    ['2020-02-29', '09:30', 1136, '2020-02-29 09:30:00 -08:00'],
    ['2020-03-01', '09:30', 1137, '2020-03-01 09:30:00 -08:00'],
    ['2021-01-19', '23:59:59', 1461, '2021-01-19 23:59:59 -08:00'],
    ['2021-01-20', '00:00', 1, '2021-01-20 00:00:00 -08:00'],
    ['2025-01-20', '09:30', 1462, '2025-01-20 09:30:00 -08:00'],
    ['2025-03-09', '01:59', 1510, '2025-03-09 01:59:00 -08:00'],
    ['2025-03-09', '02:30', 1510, '2025-03-09 03:30:00 -07:00'],
    ['2025-11-02', '01:30', 1748, '2025-11-02 01:30:00 -07:00'],
    ['2025-11-02', '12:00', 1748, '2025-11-02 12:00:00 -08:00'],
  ];
  for (const [date, time, day, stamp] of table) {
    const made = begun(planNewDay(request({ date, time })));
    assert.deepEqual([made.day, made.date], [day, stamp]);
  }
});

test('if the skipped hour ends on the next day, the entry has the number and file name of the next day', () => {
  const made = begun(
    planNewDay(request({ date: '2024-03-30', time: '23:30', zone: zone('America/Nuuk'), published: true })),
  );
  assert.equal(made.date, '2024-03-31 00:30:00 -01:00');
  assert.equal(made.path, '_posts/2024-03-31-day-1167.markdown');
});

test('days without an entry are counted, and wrong numbers of neighbours are ignored', () => {
  const days = [entry('2025-08-28', 1682), entry('2025-08-29', 1690)];
  assert.equal(begun(planNewDay(request({ date: '2025-09-01', days }))).day, 1686);
});

test('a date is taken by a post or a draft', () => {
  for (const there of [
    entry('2025-09-01', 1686),
    entry('2025-09-01', 1685),
    draft('2025-09-01', 1686),
    draft(undefined, 1686),
    draft('2025-08-31', 1686),
  ]) {
    for (const published of [false, true]) {
      const refusal = refused(planNewDay(request({ date: '2025-09-01', days: [FIRST, there], published })));
      assert.equal(refusal.reason, 'taken');
      assert.equal(refusal.reason === 'taken' && refusal.path, there.path);
      assert.ok(refusal.message.includes(there.path), refusal.message);
    }
  }
});

test('a number is only taken within its own count', () => {
  const days = [FIRST, entry('2021-08-31', 224), entry('2021-09-01', 226)];
  assert.equal(begun(planNewDay(request({ date: '2017-09-01', days }))).day, 225);
  const refusal = refused(planNewDay(request({ date: '2021-09-02', day: 226, days })));
  assert.equal(
    refusal.message,
    'Day 226 already exists: _posts/2021-09-01-day-226.markdown, although its date is that of Day 225.',
  );
});

test('tomorrow’s draft, prepared this evening, leaves today free', () => {
  const days = [FIRST, draft('2025-08-31', 1686)];
  assert.equal(begun(planNewDay(request({ date: '2025-08-31', days }))).path, '_drafts/day-1685.markdown');
});

test('a review without a number leaves its date free', () => {
  const days = [FIRST, { ...entry('2025-09-01', undefined), path: '_posts/2025-09-01-last-week.markdown' }];
  assert.equal(begun(planNewDay(request({ date: '2025-09-01', days }))).day, 1686);
});

test('an existing file is never overwritten, even if its name differs in case', () => {
  const old = { ...draft('2020-01-04', 1080), path: '_drafts/Day-1080.markdown' };
  const refusal = refused(planNewDay(request({ date: '2024-01-04', days: [FIRST, old] })));
  assert.deepEqual(refusal, {
    ok: false,
    reason: 'taken',
    message: '_drafts/Day-1080.markdown already exists.',
    path: '_drafts/Day-1080.markdown',
  });
  assert.ok(planNewDay(request({ date: '2024-01-04', days: [FIRST, old], published: true })).ok);
});

test('a date before the first entry is refused with the first entry’s date', () => {
  assert.deepEqual(refused(planNewDay(request({ date: '2017-01-19', day: 5, days: [FIRST] }))), {
    ok: false,
    reason: 'before-first',
    message: '2017-01-19 is before the first entry, 2017-01-20.',
    first: '2017-01-20',
  });
  const refusal = refused(planNewDay(request({ date: '2016-05-05' })));
  assert.equal(refusal.message, '2016-05-05 is before the first counted day, 2017-01-20.');
});

test('an entry or two tell the number if they agree, so that it is asked for only once', () => {
  const title = (...days: readonly Day[]) => begun(planNewDay(request({ date: '2031-03-09', epochs: [], days }))).title;
  assert.equal(title(entry('2031-03-01', 12)), 'Day 20');
  assert.equal(title(draft('2031-03-08', 1)), 'Day 2');
  assert.equal(title(entry('2031-03-01', 12), draft('2031-03-02', 13), entry('2031-02-30', 99)), 'Day 20');
});

test('without any numbered entry, or if they disagree, the number must be given', () => {
  const suggested = (days: readonly Day[]): number | undefined => {
    const refusal = refused(planNewDay(request({ date: '2031-03-09', epochs: [], days })));
    assert.ok(refusal.reason === 'no-epoch');
    return refusal.suggestedNumber;
  };
  assert.equal(suggested([]), 1);
  assert.equal(suggested([entry('2031-03-01', 12), entry('2031-03-03', 13)]), undefined);

  const made = begun(planNewDay(request({ date: '2031-03-09', epochs: [], day: 1 })));
  assert.equal(made.path, '_drafts/day-1.markdown');
});

test('a given number overrides that of the date', () => {
  assert.equal(begun(planNewDay(request({ date: '2025-09-01', day: 1700 }))).title, 'Day 1700');
  for (const day of [-1, 1.5, Number.NaN]) {
    assert.equal(refused(planNewDay(request({ date: '2025-09-01', day }))).reason, 'invalid-day');
  }
});

test('an invalid date or time is refused by name', () => {
  assert.equal(refused(planNewDay(request({ date: '2025-02-29' }))).message, '2025-02-29 is not a valid date.');
  assert.equal(refused(planNewDay(request({ time: '25:00' }))).reason, 'invalid-date');
});

test('an empty file gets the number and date in its name', () => {
  const table: readonly (readonly [path: string, title: string, date: string])[] = [
    ['_drafts/day-1686.markdown', 'Day 1686', '2025-09-01 09:30:00 -07:00'],
    ['_drafts/day-1080.md', 'Day 1080', '2024-01-04 09:30:00 -08:00'],
    ['_posts/2025-11-03-day-1749.markdown', 'Day 1749', '2025-11-03 09:30:00 -08:00'],
    ['_posts/2020-01-04-Day-1080.markdown', 'Day 1080', '2020-01-04 09:30:00 -08:00'],
    ['_drafts/notes.markdown', 'Day 1684', '2025-08-30 09:30:00 -07:00'],
  ];
  for (const [path, title, date] of table) {
    const made = begun(planInsertedDay({ ...request({ date: '2025-08-30' }), path }));
    assert.deepEqual([made.path, made.title, made.date], [path, title, date]);
    assert.equal(frontMatterText(made), `---\ntitle: ${title}\ndate: ${date}\n---\n\n`);
  }
});

test('an empty file does not take its own day, but another entry does', () => {
  const path = '_drafts/day-1686.markdown';
  const own: Day = { path, draft: true, date: undefined, time: undefined, offset: undefined, number: 1686 };
  assert.ok(planInsertedDay({ ...request({ days: [FIRST, own] }), path }).ok);
  const refusal = refused(planInsertedDay({ ...request({ days: [FIRST, own, entry('2025-09-01', 1686)] }), path }));
  assert.equal(refusal.reason, 'taken');
});

test('without a count the number comes from the file name', () => {
  const made = begun(
    planInsertedDay({ ...request({ date: '2031-03-09', epochs: [] }), path: '_drafts/day-7.markdown' }),
  );
  assert.deepEqual([made.title, made.date], ['Day 7', '2031-03-09 09:30:00 -07:00']);
});

const FIRST = entry('2017-01-20', 1);

function request(changes: Partial<NewDayRequest>): NewDayRequest {
  return {
    date: '2025-09-01',
    time: '09:30',
    zone: zone('America/Los_Angeles'),
    epochs: TERMS,
    days: [],
    published: false,
    folders: { posts: '_posts', drafts: '_drafts' },
    conventions: DEFAULT_CONVENTIONS,
    ...changes,
  };
}

function entry(date: string, number: number | undefined): Day {
  const path = `_posts/${date}-day-${number}.markdown`;
  return { path, draft: false, date, time: '09:00:00', offset: '-08:00', number };
}

function draft(date: string | undefined, number: number): Day {
  return { path: `_drafts/day-${number}.markdown`, draft: true, date, time: '09:00:00', offset: '-08:00', number };
}

function begun(result: PlannedDay | NewDayRefusal): PlannedDay {
  assert.ok(result.ok, JSON.stringify(result));
  return result;
}

function refused(result: PlannedDay | NewDayRefusal): NewDayRefusal {
  assert.ok(!result.ok, JSON.stringify(result));
  return result;
}

function zone(name: string) {
  const found = findTimeZone(name);
  assert.ok(found);
  return found;
}

function dayAt(path: string): Day {
  return { path, draft: false, date: undefined, offset: undefined, time: undefined, number: undefined };
}
