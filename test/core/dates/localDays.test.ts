import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planNewDay } from '../../../src/core/compose/days/newDay.ts';
import { addDays } from '../../../src/core/dates/calendar.ts';
import { localDays } from '../../../src/core/dates/localDays.ts';
import { findTimeZone } from '../../../src/core/dates/timeZone.ts';
import type { Day } from '../../../src/core/entry/day.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { readDay } from '../../../src/core/entry/readDay.ts';
import { DEFAULT_CONVENTIONS } from '../../../src/core/newsroom/conventions.ts';
import { newsroomOf, ruleContextOf } from '../../../src/core/newsroom/newsroom.ts';
import { checkNothingReported } from '../../support/checkRule.ts';

const FORMS = [
  '2026-03-23T06:59:59Z',
  '2026-03-23 06:59:59 +00:00',
  '2026-03-23 06:59:59 Z',
  '2026-03-23T06:59:59+0000',
];

test('a moment in UTC has the date that it has in the site’s zone', () => {
  for (const written of FORMS) {
    const days = [day('_posts/2026-03-22-day-22.markdown', written)];
    assert.equal(localDays(days, california)[0]?.date, '2026-03-22', written);
    assert.equal(localDays(days, california)[0]?.time, '06:59:59', written);
  }
});

test('without a zone, the name of the file tells the date of a moment in UTC', () => {
  for (const written of FORMS) {
    assert.equal(localDays([day('_posts/2026-03-22-day-22.markdown', written)], noZone)[0]?.date, '2026-03-22');
    assert.equal(localDays([day('_posts/2026-01-22-day-22.markdown', written)], noZone)[0]?.date, '2026-03-23');
    assert.equal(localDays([day('_drafts/day-22.markdown', written)], noZone)[0]?.date, '2026-03-23');
  }
});

test('an archive in the zone is left as it is, and the zone is not even asked for', () => {
  const days = [
    day('_posts/2026-03-07-day-7.markdown', '2026-03-07 09:30:00 -08:00'),
    day('_posts/2026-03-09-day-9.markdown', '2026-03-09 09:30:00 -0700'),
    day('_posts/2026-03-10-day-10.markdown', '2026-03-10'),
  ];
  assert.equal(
    localDays(days, () => assert.fail()),
    days,
  );
  const slip = [...days, day('_posts/2026-03-11-day-11.markdown', '2026-03-11 09:30:00 +05:30')];
  assert.equal(localDays(slip, california)[3]?.date, '2026-03-10');
  assert.equal(localDays(slip, california)[0], slip[0]);
});

test('an archive written in UTC is counted by the days of the site', () => {
  for (const timezone of ['America/Los_Angeles', undefined]) {
    for (const form of ['T06:59:59Z', ' 06:59:59 +00:00']) {
      const days = Array.from({ length: 22 }, (_, index) => {
        const localDate = `2026-03-${String(index + 1).padStart(2, '0')}`;
        return day(`_posts/${localDate}-day-${index + 1}.markdown`, `${addDays(localDate, 1)}${form}`);
      });
      const newsroom = newsroomOf(days, { timezone, epochs: [], systemZone: () => 'America/Los_Angeles' });
      const plan = planNewDay({
        date: '2026-03-23',
        time: '12:00',
        zone: newsroom.zone(),
        epochs: newsroom.epochs(),
        days: newsroom.days,
        published: true,
        folders: { posts: '_posts', drafts: '_drafts' },
        conventions: DEFAULT_CONVENTIONS,
      });
      assert.equal(plan.ok ? plan.title : plan.message, 'Day 23');
      const text = `---\ntitle: Day 22\ndate: 2026-03-23${form}\n---\n`;
      checkNothingReported(text, ruleContextOf(newsroom, '_posts/2026-03-22-day-22.markdown', 'published'));
      const draft = `---\ntitle: Day 23\ndate: 2026-03-24${form}\n---\n`;
      checkNothingReported(draft, ruleContextOf(newsroom, '_drafts/day-23.markdown', 'draft'));
    }
  }
});

function day(path: string, date: string): Day {
  const number = /day-(\d+)/.exec(path)?.[1];
  return readDay(parseEntry(`---\ntitle: Day ${number}\ndate: ${date}\n---\n`), path, path.startsWith('_drafts'));
}

function california() {
  return findTimeZone('America/Los_Angeles');
}

function noZone() {
  return undefined;
}
