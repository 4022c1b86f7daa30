import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planNewDay } from '../../../../src/core/compose/days/newDay.ts';
import { LOG_FORMS, type LogForm, type StartRequest, startLog } from '../../../../src/core/compose/days/startLog.ts';
import { findTimeZone } from '../../../../src/core/dates/timeZone.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { readDay } from '../../../../src/core/entry/readDay.ts';
import { lint } from '../../../../src/core/lint/lint.ts';
import { newsroomOf, ruleContextOf } from '../../../../src/core/newsroom/newsroom.ts';
import { readSettings } from '../../../../src/core/settings/settings.ts';

test('the usual first entry needs no settings', () => {
  const log = started({});
  assert.equal(log.path, '_drafts/day-1.markdown');
  assert.equal(log.text, '---\ntitle: Day 1\ndate: 2031-01-31 09:30:00 -05:00\n---\n\nTK/ ');
  assert.equal(log.cursor, log.text.length);
  assert.deepEqual(log.settings, {});
});

test('what the entry does not show is left to the settings', () => {
  assert.deepEqual(started({ title: 'Issue {number}', count: 'entries', number: 40 }).settings, {});
  assert.deepEqual(started({ count: 'entries' }).settings, { count: 'entries' });
  assert.deepEqual(started({ zone: 'Asia/Tokyo' }).settings, { timezone: 'Asia/Tokyo' });
  assert.deepEqual(started({ zone: 'Asia/Tokyo', configuredZone: 'Asia/Tokyo' }).settings, {});
});

test('an unusual title is remembered as it was given', () => {
  const log = started({ title: 'Despatch no. {number} from home', count: 'weeks', number: 7 });
  assert.match(log.text, /^title: Despatch no\. 7 from home$/m);
  assert.equal(
    nextEntry(log, '2031-02-07', { title: 'Despatch no. {number} from home', count: 'weeks' }).title,
    'Despatch no. 8 from home',
  );
});

test('on a site of another generator the entry is in its folder, which the settings list, and has the extension `.md`', () => {
  const log = started({ entryFolder: 'content/posts' });
  assert.equal(log.path, 'content/posts/2031-01-31-day-1.md');
  assert.deepEqual(log.settings, { entries: ['content/posts/**/*.md', '!**/_index.md'] });
});

for (const form of LOG_FORMS) {
  test(`a log of the form ${form.title ?? 'without numbers'}, counted by ${form.count}, goes on as it was begun, without problems`, () => {
    const log = started(form);
    const newsroom = newsroomAfter(log);
    const problems = lint(parseEntry(log.text), ruleContextOf(newsroom, log.path, 'draft'), {});
    assert.deepEqual(
      problems.filter(
        ({ severity, rule }) => (severity === 'error' || severity === 'warning') && rule !== 'placeholder',
      ),
      [],
    );
    const next = nextEntry(log, '2031-02-07', form);
    const numbers = { calendar: 8, entries: 2, weeks: 2, none: undefined };
    assert.equal(next.day, numbers[form.count]);
    assert.equal(next.title, form.title?.replace('{number}', String(next.day)) ?? 'TK');
  });
}

interface StartOptions extends Partial<Omit<StartRequest, 'zone'>> {
  readonly zone?: string;
}

function started(options: StartOptions) {
  const zone = findTimeZone(options.zone ?? 'America/New_York');
  assert.ok(zone);
  const log = startLog({
    title: 'Day {number}',
    count: 'calendar',
    number: 1,
    date: '2031-01-31',
    time: '09:30:00',
    configuredZone: undefined,
    systemZone: 'America/New_York',
    folders: { posts: '_posts', drafts: '_drafts' },
    ...options,
    zone,
  });
  assert.ok(log.ok);
  return log;
}

/** The newsroom with nothing but the first entry and the settings that were written for it. */
function newsroomAfter({ path, text, settings }: ReturnType<typeof started>) {
  const { title, count, fileName, timezone } = { ...readSettings((name) => settings[name]), fileName: undefined };
  return newsroomOf([readDay(parseEntry(text), path, true)], {
    timezone,
    epochs: [],
    systemZone: () => 'America/New_York',
    conventions: { title, count, fileName },
  });
}

/** What *New Day* proposes next. */
function nextEntry(log: ReturnType<typeof started>, date: string, _form: LogForm) {
  const newsroom = newsroomAfter(log);
  const plan = planNewDay({
    date,
    time: '09:30:00',
    zone: newsroom.zone(),
    conventions: newsroom.conventions(),
    epochs: newsroom.epochs(),
    days: newsroom.days,
    published: false,
    folders: { posts: '_posts', drafts: '_drafts' },
  });
  assert.ok(plan.ok, JSON.stringify(plan));
  return plan;
}
