import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type DateChoice,
  type DateList,
  type DatePlan,
  dateChoices,
  typedDateChoice,
} from '../../../../src/core/compose/days/dateChoices.ts';
import { daysBetween } from '../../../../src/core/dates/calendar.ts';
import type { Day } from '../../../../src/core/entry/day.ts';

const FIRST = '2026-03-09';

function dayOn(date: string): Day {
  const number = (daysBetween(FIRST, date) ?? 0) + 64;
  return { path: `_posts/${date}.md`, draft: false, date, time: undefined, offset: undefined, number };
}

const DAYS = [FIRST, '2026-03-10', '2026-03-12'].map(dayOn);

function plan(date: string): DatePlan {
  const existing = DAYS.find((day) => day.date === date);
  if (existing) return { ok: false, reason: 'taken', message: `${date} has an entry.`, path: existing.path };
  if (date < FIRST) return { ok: false, reason: 'before-first', message: `${date} is before the first entry.` };
  const { number } = dayOn(date);
  return { ok: true, title: `Day ${number}`, path: `_drafts/day-${number}.md` };
}

const LIST: DateList = { today: '2026-03-11', around: '2026-03-11', initialDate: '2026-03-11', days: DAYS, plan };

function rows(choices: readonly DateChoice[]): string[] {
  return choices.map(({ label, description, isFree }) => `${isFree ? '+' : '-'} ${label}: ${description}`);
}

test('the list shows the days around a date, and marks today and the last entry', () => {
  assert.deepEqual(rows(dateChoices(LIST)).slice(0, 5), [
    '- Mon 2026-03-09: Day 64 exists',
    '- Tue 2026-03-10: Day 65 exists',
    '+ Wed 2026-03-11: Day 66 · today',
    '- Thu 2026-03-12: Day 67 exists · last entry',
    '+ Fri 2026-03-13: Day 68',
  ]);
});

test('today, the last entry and the first free date are in the list even if they are far away', () => {
  const list = { ...LIST, today: '2026-05-01', around: '2026-07-10', initialDate: '2026-05-04' };
  const choices = rows(dateChoices(list));
  assert.deepEqual(choices.slice(0, 4), [
    '- Thu 2026-03-12: Day 67 exists · last entry',
    '+ Fri 2026-05-01: Day 117 · today',
    '+ Mon 2026-05-04: Day 120',
    '+ Tue 2026-07-07: Day 184',
  ]);
  assert.equal(choices.length, 17);
});

test('no row repeats the sentence of another', () => {
  const refuse = (date: string): DatePlan => ({ ok: false, reason: 'no-epoch', message: `No number for ${date}.` });
  for (const list of [LIST, { ...LIST, days: [], plan: refuse }]) {
    const choices = dateChoices(list);
    assert.ok(choices.length > 10);
    for (const { description, detail } of choices) {
      assert.doesNotMatch(description, /\.$/);
      assert.equal(detail, undefined);
    }
  }
});

test('a typed date has a row of its own, with its path or the reason against it', () => {
  const typed = (text: string) => typedDateChoice(text, LIST);
  assert.deepEqual(typed('tomorrow'), {
    date: '2026-03-12',
    label: 'Thu 2026-03-12',
    description: '2026-03-12 has an entry.',
    isFree: false,
  });
  assert.deepEqual(typed('+2'), {
    date: '2026-03-13',
    label: 'Fri 2026-03-13',
    description: 'Day 68',
    detail: '_drafts/day-68.md',
    isFree: true,
  });
  assert.equal(typed('3/1')?.description, '2026-03-01 is before the first entry.');
  assert.deepEqual(typed('2026-02-30'), {
    date: undefined,
    label: '2026-02-30',
    description: 'no such day',
    isFree: false,
  });
  assert.equal(typed('storm'), undefined);
});
