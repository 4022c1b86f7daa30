import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day } from '../../../src/core/archive/day.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import type { Rule, Stage } from '../../../src/core/lint/rule.ts';
import { date } from '../../../src/core/lint/rules/date.ts';
import { dayNumber } from '../../../src/core/lint/rules/dayNumber.ts';
import { newsroomOf, surroundingsOf } from '../../../src/core/newsroom.ts';
import { applyEdits } from '../../../src/core/text.ts';
import { markRanges, readMarks } from '../../support/marked.ts';

interface Place {
  readonly file?: string;
  readonly stage?: Stage;
  readonly timezone?: string | undefined;
  readonly epochs?: readonly { readonly from: string; readonly day: number }[];
  readonly days?: readonly Day[];
}

/** The rule finds what is marked in the front matter, and fixing it gives the other lines. */
function check(rule: Rule, marked: string, place: Place = {}, fixed?: string): void {
  const { text } = readMarks(`---\n${marked}\n---\n`);
  const findings = [...rule.check(parseEntry(text), placed(place))];
  assert.equal(markRanges(text, findings), `---\n${marked}\n---\n`);
  const edits = findings.flatMap(({ fix }) => fix?.edits ?? []);
  assert.equal(applyEdits(text, edits), fixed === undefined ? text : `---\n${fixed}\n---\n`);
}

function placed({ file = '', stage = 'published', days = [], ...settings }: Place) {
  const newsroom = newsroomOf(days, {
    timezone: 'timezone' in settings ? settings.timezone : 'America/Los_Angeles',
    epochs: settings.epochs ?? [{ from: '2031-01-20', day: 1 }],
    systemZone: () => 'America/Los_Angeles',
  });
  return surroundingsOf(newsroom, file, stage);
}

const at = (day: number | string, stamp = '2031-01-31 09:30:00 -08:00') => `title: Day ${day}\ndate: ${stamp}`;

test('the number is that of the date', () => {
  check(dayNumber, at(12));
  check(dayNumber, at('⟦11⟧'), {}, at(12));
  check(dayNumber, "title: 'Day ⟦13⟧'\ndate: 2031-01-31", {}, "title: 'Day 12'\ndate: 2031-01-31");
});

test('a draft may have the number of the day after, a published entry not', () => {
  check(dayNumber, at(13), { stage: 'draft' });
  check(dayNumber, at('⟦13⟧'), {}, at(12));
  check(dayNumber, at('⟦14⟧'), { stage: 'draft' }, at(12));
});

test('the number of a file published after midnight is that of its name', () => {
  check(dayNumber, at(12, '2031-02-01 00:10:00 -08:00'), { file: '2031-01-31-day-12.markdown' });
});

test('title and file name have one number', () => {
  check(dayNumber, at(12), { file: '2031-01-31-day-12.markdown' });
  check(dayNumber, at('⟦12⟧'), { file: '2031-01-31-day-11.markdown' });
  check(dayNumber, at('⟦12⟧'), { file: 'day-11.markdown', stage: 'draft' });
});

test('no number is judged where no count is known, nor the title of what is no day', () => {
  check(dayNumber, at(99), { epochs: [] });
  check(dayNumber, at(99, '2031-01-19 09:30:00 -08:00'));
  check(dayNumber, 'title: Last week\ndate: 2031-01-31 09:30:00 -08:00');
  check(dayNumber, 'title: Day 99');
  check(dayNumber, 'title: TK\ndate: TK');
});

test('a number starts anew where a count does', () => {
  const epochs = [
    { from: '2027-01-20', day: 1 },
    { from: '2031-01-20', day: 1 },
  ];
  check(dayNumber, at(1461, '2031-01-19 09:30:00 -08:00'), { epochs });
  check(dayNumber, at('⟦1462⟧', '2031-01-20 09:30:00 -08:00'), { epochs }, at(1, '2031-01-20 09:30:00 -08:00'));
});

test('the offset is that of the zone on that day', () => {
  check(date, at(12));
  check(date, at(12, '2031-01-31 09:30:00 ⟦-07:00⟧'), {}, at(12));
  check(date, at(57, '2031-03-17 09:30:00 ⟦-08:00⟧'), {}, at(57, '2031-03-17 09:30:00 -07:00'));
});

test('while the clocks go back, both offsets are right', () => {
  check(date, at(288, '2031-11-02 01:30:00 -07:00'));
  check(date, at(288, '2031-11-02 01:30:00 -08:00'));
  check(date, at(288, '2031-11-02 03:30:00 ⟦-07:00⟧'), {}, at(288, '2031-11-02 03:30:00 -08:00'));
});

test('the zone of the machine judges nobody; that of ten other entries does', () => {
  const wrong = at(12, '2031-01-31 09:30:00 -05:00');
  check(date, wrong, { timezone: undefined });
  check(date, wrong, { timezone: undefined, days: daysIn('-08:00', 9) });
  check(date, wrong.replace('-05:00', '⟦-05:00⟧'), { timezone: undefined, days: daysIn('-08:00', 10) }, at(12));
});

test('a published entry has the date of its file', () => {
  check(date, at(12), { file: '2031-01-31-day-12.markdown' });
  check(
    date,
    at(12, '⟦2031-01-30⟧ 09:30:00 -08:00'),
    { file: '2031-01-31-day-12.markdown' },
    at(12, '2031-01-31 09:30:00 -08:00'),
  );
  check(date, at(12, '⟦2031-01-31⟧ 09:30:00 -08:00'), { file: '2031-01-30-last-week.markdown' });
  check(date, at(12), { file: 'day-12.markdown', stage: 'draft' });
});

test('near misses of the form are mended with what they say, what is no date is only pointed out', () => {
  for (const near of [
    '2031-01-31 9:30:00 -08:00',
    '2031-01-31 09:30 -08:00',
    '2031-01-31 09:30:00 -0800',
    '2031-01-31 09:30:00 −08:00',
    '2031-01-31T09:30:00-08:00',
    '2031/01/31 09:30:00 -8:00',
    '2031-1-31 09:30:00',
    '2031-01-31 09: 30:00 -08:00',
    ',2031-01-31 09:30:00 -08:00',
    '"2031-01-31 09:30:00 -08:00',
    '2031-01-31 09.30',
    '"2031-01-31 09:30:00 -08:00"',
  ]) {
    check(date, at(12, `⟦${near}⟧`), {}, at(12));
  }
  check(date, at(12, '⟦2031-01-31T17:30:00Z⟧'), {}, at(12, '2031-01-31 17:30:00 +00:00'));
  check(date, at(12, '⟦2031-01-31 09:30⟧'), { timezone: undefined });
  for (const none of ['2031-02-29 09:30:00 -08:00', '2031-01-31 24:30:00 -08:00', '2031-13-01', 'Friday', '[1, 2]']) {
    check(date, at(12, `⟦${none}⟧`));
  }
});

test('a date that is still to come is not judged', () => {
  check(date, at(12, 'TK'));
  check(date, 'title: Day 12\ndate:');
  check(date, 'title: Day 12');
});

function daysIn(offset: string, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => ({
    path: `_posts/2031-01-${index + 20}-day-${index + 1}.markdown`,
    draft: false,
    date: `2031-01-${index + 20}`,
    time: '09:30:00',
    offset,
    number: index + 1,
  }));
}
