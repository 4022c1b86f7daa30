import { test } from 'node:test';
import type { Day } from '../../../src/core/entry/day.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { readDay } from '../../../src/core/entry/readDay.ts';
import { date } from '../../../src/core/lint/rules/date.ts';
import { newsroomOf, ruleContextOf } from '../../../src/core/newsroom/newsroom.ts';
import {
  checkNothingReported,
  checkReported,
  checkRule,
  checkSilent,
  checkSuggestions,
} from '../../support/checkRule.ts';
import { ruleContext } from '../../support/ruleContext.ts';

test('the offset is that of the time zone on that day; the one of another season is a slip, and the right one is offered', () => {
  checkSilent(date, entry('2031-01-31 09:30:00 -08:00'));
  checkSuggestions(date, entry('2031-01-31 09:30:00 ⟦-07:00⟧'), [entry('2031-01-31 09:30:00 -08:00')]);
  checkSuggestions(date, entry('2031-03-17 09:30:00 ⟦-08:00⟧'), [entry('2031-03-17 09:30:00 -07:00')]);
});

test('in the hour that the clocks repeat, both offsets are right; in the one that they skip, neither is wrong', () => {
  checkSilent(date, entry('2031-11-02 01:30:00 -07:00'));
  checkSilent(date, entry('2031-11-02 01:30:00 -08:00'));
  checkSuggestions(date, entry('2031-11-02 03:30:00 ⟦-07:00⟧'), [entry('2031-11-02 03:30:00 -08:00')]);
  checkSilent(date, entry('2031-03-09 02:30:00 -08:00'));
});

test("the time of another place is rewritten as the site's: the moment stays the same", () => {
  const right = entry('2031-01-30 22:59:59 -08:00');
  checkRule(date, entry('2031-01-31 06:59:59 ⟦+00:00⟧'), right);
  checkRule(date, entry('2031-01-31 02:59:59 ⟦-04:00⟧'), right);
  checkRule(date, entry('⟦2031-01-31T06:59:59Z⟧'), right);
  checkRule(date, entry('⟦2031-01-31 06:59:59 UTC⟧'), right);
  checkRule(date, entry('2031-07-01 06:59:59 ⟦+00:00⟧'), entry('2031-06-30 23:59:59 -07:00'));
});

test('a moment in UTC belongs to the day before in California: neither title nor file name disagree', () => {
  const context = ruleContext('published', '2031-01-31-day-12.markdown');
  const right = entry('2031-01-31 22:59:59 -08:00');
  checkReported(date, entry('⟦2031-02-01T06:59:59Z⟧'), right, context);
  checkReported(date, entry('2031-02-01 06:59:59 ⟦+00:00⟧'), right, context);
  checkReported(date, entry('2031-02-01 02:59:59 ⟦-04:00⟧'), right, context);
});

test("without a configured time zone, the offset is checked if ten other entries show one; the machine's does not count", () => {
  checkSilent(date, entry('2031-01-31 09:30:00 -05:00'), newsroomWith(dates(0)));
  checkSilent(date, entry('2031-01-31 09:30:00 -05:00'), newsroomWith(dates(9)));
  checkRule(date, entry('2031-01-31 09:30:00 ⟦-05:00⟧'), entry('2031-01-31 06:30:00 -08:00'), newsroomWith(dates(10)));
  checkSuggestions(
    date,
    entry('2031-01-31 09:30:00 ⟦-07:00⟧'),
    [entry('2031-01-31 09:30:00 -08:00')],
    newsroomWith(dates(10)),
  );
});

test('a published entry has the date of its file name, which is offered', () => {
  checkSilent(date, entry('2031-01-31 09:30:00 -08:00'), ruleContext('published', '2031-01-31-day-12.markdown'));
  checkSuggestions(
    date,
    entry('⟦2031-01-30⟧ 09:30:00 -08:00'),
    [entry('2031-01-31 09:30:00 -08:00')],
    ruleContext('published', '2031-01-31-day-12.markdown'),
  );
  checkRule(
    date,
    entry('⟦2031-01-31⟧ 09:30:00 -08:00'),
    undefined,
    ruleContext('published', '2031-01-30-last-week.markdown'),
  );
  checkSilent(date, entry('2031-01-31 09:30:00 -08:00'), ruleContext('draft', 'day-12.markdown'));
});

test('a date in nearly the right form is rewritten', () => {
  for (const written of [
    '2031-01-31 9:30:00 -08:00',
    '2031-01-31 09:30 -08:00',
    '2031-01-31 09:30:00 -0800',
    '2031-01-31 09:30:00 −08:00',
    '2031-01-31T09:30:00-08:00',
    '2031/01/31 09:30:00 -8:00',
    '2031-01-31 09: 30:00 -08:00',
    ',2031-01-31 09:30:00 -08:00',
    '"2031-01-31 09:30:00 -08:00',
  ])
    checkRule(date, entry(`⟦${written}⟧`), entry('2031-01-31 09:30:00 -08:00'));
});

test('a date without an offset, which YAML reads as UTC, or with a fraction is not rewritten: the right form is offered', () => {
  const right = [entry('2031-01-31 09:30:00 -08:00')];
  for (const written of [
    '2031-1-31 09:30:00',
    '2031-01-31 09.30',
    '2031-01-31 09:30:00',
    '2031-01-31T09:30:00.5-08:00',
  ])
    checkSuggestions(date, entry(`⟦${written}⟧`), right);
  checkSuggestions(date, entry('⟦2031-01-31⟧'), [entry('2031-01-31 00:00:00 -08:00')]);
  checkSuggestions(date, entry('⟦2031-01-31 09:30⟧'), [], newsroomWith([]));
});

test('quotes around a date, and a missing space before its offset, are accepted', () => {
  for (const written of ["'2031-01-31 09:30:00 -08:00'", '"2031-01-31 09:30:00 -08:00"', '2031-01-31 09:30:00-08:00'])
    checkSilent(date, entry(written));
  checkSuggestions(date, entry('"2031-01-31 09:30:00 ⟦-07:00⟧"'), [entry('"2031-01-31 09:30:00 -08:00"')]);
});

const FORMS: readonly string[] = [
  '2031-02-01 09:30:00 -0800',
  '2031-02-01 09:30:00 -08:00',
  '2031-02-01T09:30:00-08:00',
  '2031-02-01T17:30:00Z',
  '2031-02-01 17:30:00 Z',
  '2031-02-01 17:30:00 +00:00',
  '2031-02-01 09:30:00',
  '2031-02-01 09:30',
  '2031-02-01 09:30 -0800',
  '2031-02-01',
];

test('a form that the log always uses is no fault', () => {
  for (const form of FORMS) {
    const others = Array.from({ length: 12 }, (_, index) => form.replace('02-01', `02-${index + 10}`));
    for (const timezone of [undefined, 'America/Los_Angeles']) {
      checkNothingReported(entry(form), newsroomWith(others, timezone));
      checkNothingReported(entry(form), newsroomWith(others.slice(0, 3), timezone));
    }
  }
});

test('a form that the log does not use is rewritten in the one that it uses', () => {
  const compact = dates(12).map((written) => written.replace('-08:00', '-0800'));
  checkRule(date, entry('⟦2031-01-31 9:30 -08:00⟧'), entry('2031-01-31 09:30:00 -0800'), newsroomWith(compact));
  checkSilent(date, entry('2031-01-31 09:30:00 -08:00'), newsroomWith(compact));
  checkRule(date, entry('⟦2031-01-31 09:30:00 -0800⟧'), entry('2031-01-31 09:30:00 -08:00'), newsroomWith(dates(12)));
  checkSuggestions(date, entry('⟦2031/01/31⟧'), [entry('2031-01-31')], newsroomWith(['2031-01-29', '2031-01-30']));
});

test('authors in several places share neither an offset nor a midnight', () => {
  const others = dates(12).flatMap((written) => [
    written,
    written.replace('-08:00', '+01:00'),
    written.replace('-08:00', '+05:30'),
  ]);
  checkSilent(date, entry('2031-01-31 09:30:00 -05:00'), newsroomWith(others));
  const context = newsroomWith(others, undefined, '_posts/2031-02-01-news.markdown');
  checkSilent(date, entry('2031-01-31 19:30:00 -05:00'), context);
  checkRule(date, entry('⟦2031-01-21⟧ 19:30:00 -05:00'), undefined, context);
});

test('what is not a date is reported and left alone', () => {
  for (const written of ['2031-02-29 09:30:00 -08:00', '2031-01-31 24:30:00 -08:00', '2031-13-01', 'Friday', '[1, 2]'])
    checkRule(date, entry(`⟦${written}⟧`));
});

test('a date on several lines, or in front matter that is not closed, is not edited', () => {
  checkSuggestions(date, entry('⟦2031-01-31\n  9:30 -08:00⟧'), []);
  checkRule(date, '---\ntitle: Day 12\ndate: ⟦2031-01-31 9:30 -08:00⟧\n\n1/ **Head**. Text.\n');
});

test('a missing date, and one still to be written, are ignored', () => {
  checkSilent(date, entry('TK'));
  checkSilent(date, '---\ntitle: Day 12\ndate:\n---\n');
  checkSilent(date, '---\ntitle: Day 12\n---\n');
});

test('only this rule reports a wrong date, and fix-all rewrites it', () => {
  for (const written of ['⟦2031-01-31T09:30:00-08:00⟧', '⟦2031/1/31 09:30:00 -0800⟧'])
    checkReported(date, entry(written), entry('2031-01-31 09:30:00 -08:00'));
  for (const written of [
    '⟦2031-01-31 9:30⟧',
    '2031-01-31 09:30:00 ⟦-07:00⟧',
    '⟦2031-02-30 09:30:00 -08:00⟧',
    '⟦tomorrow⟧',
  ])
    checkReported(date, entry(written));
});

function entry(written: string): string {
  return `---\ntitle: Day 12\ndate: ${written}\n---\n`;
}

/** Dates of this many entries with California's offset. */
function dates(entries: number): readonly string[] {
  return Array.from({ length: entries }, (_, index) => `2031-01-${index + 10} 09:30:00 -08:00`);
}

/** A newsroom with entries of these dates. They have no numbers, so that there is no count. */
function newsroomWith(others: readonly string[], timezone?: string, path = '') {
  const days = others.map((written, index): Day => {
    const other = `---\ntitle: News\ndate: ${written}\ndescription: A.\nimage: /a.jpg\ntodayInOneSentence: A.\n---\n`;
    return { ...readDay(parseEntry(other), `_posts/news-${index}.markdown`, false), keys: ['date'] };
  });
  const settings = { timezone, epochs: [], systemZone: () => 'America/Los_Angeles' };
  return ruleContextOf(newsroomOf(days, settings), path, 'published');
}
