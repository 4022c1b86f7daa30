import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openArchiveIndex } from '../../../../src/core/archive/archiveIndex.ts';
import { planNewDay } from '../../../../src/core/compose/days/newDay.ts';
import { showsNextDay } from '../../../../src/core/compose/days/showsNextDay.ts';
import { addDays } from '../../../../src/core/dates/calendar.ts';
import type { Day } from '../../../../src/core/entry/day.ts';
import { DEFAULT_FOLDERS } from '../../../../src/core/files/folders.ts';
import { fileToRead, newestDateIn, readingOrder } from '../../../../src/core/files/readingOrder.ts';
import { type Newsroom, newsroomOf } from '../../../../src/core/newsroom/newsroom.ts';
import type { PartialArchive } from '../../../../src/core/newsroom/partialArchive.ts';
import { daysOf, type LogEntry } from '../../../support/profiledLog.ts';

test('once the newest years of a log have been read, its next entry is planned as from the whole archive', () => {
  for (const [name, log] of Object.entries(LOGS)) {
    const whole = newsroomFrom(log);
    const last = whole.days.at(-1)?.date ?? '';
    const nextDates = [addDays(last, 1), addDays(last, 7), `${Number(last.slice(0, 4)) + 1}-01-08`];
    const sizes = decidingSizes(log);
    assert.ok(sizes.length > 0 && (sizes[0] ?? 0) < log.length / 2, `${name} is decided early: ${sizes}`);
    for (const size of sizes) {
      const part = newsroomFrom(log.slice(-size));
      for (const date of nextDates) assert.deepEqual(plan(part, date), plan(whole, date), `${name}, ${size}, ${date}`);
    }
  }
});

test('while an entry of the newest year or the year before may be missing, nothing is decided', () => {
  const log = LOGS['numbers of each year'];
  const [first = 0] = decidingSizes(log);
  assert.equal(daysOf(log.slice(-first))[0]?.date?.slice(0, 4), '2029');
  assert.equal(daysOf(log).at(-1)?.date?.slice(0, 4), '2031');
});

test('while an entry without a date may be missing, nothing is decided', () => {
  assert.equal(showsNextDay(partOf(LOGS['days'], 900, undefined)), false);
  assert.equal(showsNextDay(partOf(LOGS['days'], 900, '2010-01-01')), true);
});

test('few entries decide nothing, nor does a log whose count is unclear or has paused for a year', () => {
  assert.equal(showsNextDay(partOf(LOGS['days'].slice(-99), 99, '')), false);
  const unclear = Array.from({ length: 800 }, (_, index) => dayOf(addDays('2029-01-01', index), (index * 7919) % 1000));
  assert.equal(showsNextDay(partOf(unclear, 790, '2010-01-01')), false);
  const paused = LOGS['days'].filter(([fileName]) => !fileName.startsWith('2030'));
  assert.equal(showsNextDay(partOf(paused, 500, '2010-01-01')), false);
});

test('a complete archive decides, whatever it holds', () => {
  assert.equal(showsNextDay({ ...partOf([], 0, ''), isComplete: true }), true);
});

const LOGS = {
  days: Array.from({ length: 2400 }, (_, index) => dayOf(addDays('2025-01-01', index), index + 1)),
  'days of several terms': Array.from({ length: 3000 }, (_, index) =>
    dayOf(addDays('2023-01-20', index), (index % 1461) + 1),
  ),
  issues: Array.from({ length: 900 }, (_, index) => {
    const date = addDays('2023-01-02', 3 * index + (index % 2)) ?? '';
    return [`${date}-issue-${index + 1}.md`, `title: Issue ${index + 1}\ndate: ${date}`] as const;
  }),
  'numbers of each year': Array.from({ length: 900 }, (_, index) => {
    const date = addDays('2024-01-01', 3 * index) ?? '';
    const number = Math.floor((dayOfYear(date) - 1) / 3) + 1;
    const year = date.slice(0, 4);
    return [`${date}-${year}-${number}.md`, `title: ${year}/${number}\ndate: ${date}`] as const;
  }),
} satisfies Record<string, readonly LogEntry[]>;

function dayOf(date: string | undefined, number: number): LogEntry {
  return [`${date}-day-${number}.markdown`, `title: Day ${number}\ndate: ${date} 09:00:00 -05:00`];
}

function dayOfYear(date: string): number {
  return Math.floor((Date.parse(date) - Date.parse(`${date.slice(0, 4)}-01-01`)) / 86_400_000) + 1;
}

/** The numbers of newest entries, in steps of 50, that decide. */
function decidingSizes(log: readonly LogEntry[]): number[] {
  const order = readingOrder(log.map(([fileName]) => fileToRead(`_posts/${fileName}`, DEFAULT_FOLDERS, false)));
  const sizes = Array.from({ length: Math.floor((log.length - 1) / 50) }, (_, index) => 50 * (index + 1));
  return sizes.filter((size) => showsNextDay(partOf(log, size, newestDateIn(order.slice(size)))));
}

/** What is known of a log once its newest `size` entries have been read. */
function partOf(log: readonly LogEntry[], size: number, newestUnread: string | undefined): PartialArchive {
  const newsroom = newsroomFrom(log.slice(log.length - size));
  return { newsroom, archive: openArchiveIndex(), isComplete: false, newestUnread };
}

const cache = new Map<LogEntry, Day>();

function newsroomFrom(log: readonly LogEntry[]): Newsroom {
  const days = log.map((entry) => {
    const day = cache.get(entry) ?? daysOf([entry])[0];
    assert.ok(day);
    cache.set(entry, day);
    return day;
  });
  return newsroomOf(days, { timezone: undefined, epochs: [], systemZone: () => 'America/New_York' });
}

function plan(newsroom: Newsroom, date = '') {
  const { days } = newsroom;
  return planNewDay({
    ...{ date, time: '09:00', zone: newsroom.zone(), epochs: newsroom.epochs(), days },
    ...{ published: false, folders: DEFAULT_FOLDERS, conventions: newsroom.conventions() },
  });
}
