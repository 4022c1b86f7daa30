import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PlannedDay, planNewDay } from '../../../../src/core/compose/days/newDay.ts';
import { newDayText } from '../../../../src/core/compose/days/newDayText.ts';
import { findTimeZone } from '../../../../src/core/dates/timeZone.ts';
import type { Day } from '../../../../src/core/entry/day.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { readDay } from '../../../../src/core/entry/readDay.ts';
import { DEFAULT_FOLDERS } from '../../../../src/core/files/folders.ts';
import { lint } from '../../../../src/core/lint/lint.ts';
import { type Newsroom, newsroomOf, ruleContextOf } from '../../../../src/core/newsroom/newsroom.ts';
import { LOG_FORMS, type LogForm } from '../../../support/logForms.ts';
import { daysOf } from '../../../support/profiledLog.ts';

const LENGTHS = [1, 2, 3, 11];

for (const form of LOG_FORMS) {
  for (const length of LENGTHS) {
    if (length === 1 && form.counts[0] !== form.counts[1]) continue; // a single entry cannot show how it is counted
    test(`${form.name}: after ${length}, a new entry is what the writer would write next`, () => {
      const { plan, front } = next(form, length);
      const [fileName, frontMatter] = form.entry(length);
      const words = /(?<=: |- )[A-Z][\w ]+(?="?$)/m.exec(frontMatter)?.[0] ?? '';
      // What the writer has yet to find stands as TK.
      const expected = form.title === null ? frontMatter.replace(/(?<=^title: ).*/, 'TK') : frontMatter;
      const isWorded = form.title === null || form.title.includes('…');
      assert.equal(front, isWorded ? expected.replace(words, 'TK') : expected);
      assert.equal(plan.path, `_posts/${withoutTitle(form, fileName)}`);
    });
  }

  for (const length of LENGTHS) {
    test(`${form.name}: of ${length} and a new one, none has an error or a warning`, () => {
      const { plan, days, newsroom } = next(form, length);
      const { text } = newDayText(plan);
      const drafted = readDay(parseEntry(text), '_drafts/new.md', true);
      const all = newsroomFor([...days, drafted]);
      assert.deepEqual(problems(text, all, '_drafts/new.md', 'draft'), []);
      for (const [index, { path }] of days.entries()) {
        const [, frontMatter] = form.entry(index);
        assert.deepEqual(problems(`---\n${frontMatter}\n---\n\n${BODY}`, newsroom, path, 'published'), []);
      }
    });
  }
}

const BODY = '1/ **The mayor resigns**. She left. ([Harbor Radio](https://harbor.example/mayor))\n';

/** The entry that is planned after the first entries of a log, on the day and at the time of the one that really comes next. */
function next(form: LogForm, length: number) {
  const days = daysOf(Array.from({ length }, (_, index) => form.entry(index)));
  const newsroom = newsroomFor(days);
  const [fileName, frontMatter] = form.entry(length);
  const time = /(\d\d:\d\d)(:\d\d)?/.exec(frontMatter)?.[1] ?? '09:00';
  const plan = planNewDay({
    date: fileName.slice(0, 10),
    time: form.zone.endsWith('utc') ? '22:30' : time, // 03:30 in UTC
    zone: newsroom.zone(),
    epochs: newsroom.epochs(),
    days: newsroom.days,
    conventions: newsroom.conventions(),
    published: true,
    folders: DEFAULT_FOLDERS,
  });
  assert.ok(plan.ok, JSON.stringify(plan));
  return { plan, days, newsroom, front: frontMatterOf(plan) };
}

function frontMatterOf(plan: PlannedDay): string {
  return /(?<=^---\n).*?(?=\n---\n)/s.exec(newDayText(plan).text)?.[0] ?? '';
}

/** The name of a file without the words of the title, which a new entry does not have yet. */
function withoutTitle({ fileName }: LogForm, name: string): string {
  if (!fileName.includes('{title}')) return name;
  const [start = ''] = /^\d{4}-\d\d-\d\d(?:-day-\d+)?/.exec(name) ?? [];
  return `${start}${name.slice(name.lastIndexOf('.'))}`;
}

function newsroomFor(days: readonly Day[]): Newsroom {
  const systemZone = 'America/New_York';
  assert.ok(findTimeZone(systemZone));
  return newsroomOf(days, { timezone: undefined, epochs: [], systemZone: () => systemZone });
}

function problems(text: string, newsroom: Newsroom, path: string, stage: 'draft' | 'published'): readonly string[] {
  return lint(parseEntry(text), ruleContextOf(newsroom, path, stage))
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule, message }) => `${rule}: ${message}`);
}
