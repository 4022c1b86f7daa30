import { test } from 'node:test';
import { dayNumber } from '../../../src/core/lint/rules/dayNumber.ts';
import { newsroomOf, ruleContextOf } from '../../../src/core/newsroom/newsroom.ts';
import { checkNothingReported, checkReported, checkRule, checkSilent } from '../../support/checkRule.ts';
import { ruleContext } from '../../support/ruleContext.ts';

test('the number in the title belongs to the date', () => {
  checkSilent(dayNumber, entry(12));
  checkRule(dayNumber, entry('⟦11⟧'), entry(12));
  checkRule(
    dayNumber,
    "---\ntitle: 'Day ⟦13⟧'\ndate: 2031-01-31\n---\n",
    "---\ntitle: 'Day 12'\ndate: 2031-01-31\n---\n",
  );
});

test('a draft may have the number of the next day, a published entry may not', () => {
  checkSilent(dayNumber, entry(13), ruleContext('draft'));
  checkRule(dayNumber, entry('⟦13⟧'), entry(12));
  checkRule(dayNumber, entry('⟦14⟧'), entry(12), ruleContext('draft'));
});

test('no other rule reports a draft written the evening before, or a wrong number', () => {
  const evening = '2031-01-31 21:30:00 -08:00';
  checkNothingReported(entry(13, evening), ruleContext('draft'));
  checkReported(dayNumber, entry('⟦13⟧', evening), entry(12, evening));
  checkReported(dayNumber, entry('⟦14⟧', evening), entry(12, evening), ruleContext('draft'));
});

test('an entry published after midnight may have the number of its file name', () => {
  checkSilent(
    dayNumber,
    entry(12, '2031-02-01 00:10:00 -08:00'),
    ruleContext('published', '2031-01-31-day-12.markdown'),
  );
});

test("the day is that of the site's time zone", () => {
  checkSilent(dayNumber, entry(12, '2031-02-01T06:59:59Z'));
  checkSilent(dayNumber, entry(12, '2031-02-01 02:59:59 -04:00'));
  checkRule(dayNumber, entry('⟦13⟧', '2031-02-01T06:59:59Z'), entry(12, '2031-02-01T06:59:59Z'));
});

test('without a known time zone, a moment in UTC may belong to the day before or after', () => {
  const date = '2031-02-01 06:59:59 +00:00';
  checkSilent(dayNumber, entry(12, date), counting(['2031-01-20']));
  checkSilent(dayNumber, entry(14, '2031-02-01 23:59:59 +00:00'), counting(['2031-01-20']));
  checkRule(dayNumber, entry('⟦11⟧', date), entry(13, date), counting(['2031-01-20']));
});

test('a title may have a subtitle, of which a fix changes only the number', () => {
  checkSilent(dayNumber, entry('12 – The flood'));
  checkRule(dayNumber, entry('⟦13⟧ – The flood'), entry('12 – The flood'));
  checkSilent(dayNumber, entry('99 days of rain'));
});

test('the number in front matter that is not closed, or in a title on two lines, is not edited', () => {
  checkRule(dayNumber, '---\ntitle: Day ⟦13⟧\ndate: 2031-01-31 09:30:00 -08:00\n\n1/ **Head**. Text.\n');
  checkRule(
    dayNumber,
    '---\ntitle:\n  Day ⟦13⟧:\n  The flood\ndate: 2031-01-31 09:30:00 -08:00\n---\n'.replace('⟦13⟧:\n', '13:\n'),
  );
});

test('title and file name have the same number', () => {
  checkSilent(dayNumber, entry(12), ruleContext('published', '2031-01-31-day-12.markdown'));
  checkRule(dayNumber, entry('⟦12⟧'), undefined, ruleContext('published', '2031-01-31-day-11.markdown'));
  checkRule(dayNumber, entry('⟦12⟧'), undefined, ruleContext('draft', 'day-11.markdown'));
});

test('a number is not checked without a count or a date, nor a title without a number', () => {
  checkSilent(dayNumber, entry(99), counting([]));
  checkSilent(dayNumber, entry(99, '2031-01-19 09:30:00 -08:00'));
  checkSilent(dayNumber, '---\ntitle: Last week\ndate: 2031-01-31 09:30:00 -08:00\n---\n');
  checkSilent(dayNumber, '---\ntitle: Day 99\n---\n');
  checkSilent(dayNumber, '---\ntitle: TK\ndate: TK\n---\n');
});

test('numbers start again with each count', () => {
  const context = counting(['2027-01-20', '2031-01-20']);
  const firstDay = '2031-01-20 09:30:00 -08:00';
  checkSilent(dayNumber, entry(1461, '2031-01-19 09:30:00 -08:00'), context);
  checkRule(dayNumber, entry('⟦1462⟧', firstDay), entry(1, firstDay), context);
});

function entry(number: number | string, date = '2031-01-31 09:30:00 -08:00'): string {
  return `---\ntitle: Day ${number}\ndate: ${date}\n---\n`;
}

/** A newsroom whose counts begin on these dates. */
function counting(firstDays: readonly string[]) {
  const epochs = firstDays.map((from) => ({ from, day: 1 }));
  const settings = { timezone: undefined, epochs, systemZone: () => 'UTC' };
  return ruleContextOf(newsroomOf([], settings), '', 'published');
}
