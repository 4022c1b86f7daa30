import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, daysBetween } from '../../../../src/core/dates/calendar.ts';
import { countdownLinesIn } from '../../../../src/core/entry/countdownLines.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { type LogEntry, profileOf } from '../../../support/profiledLog.ts';

function checkCountdowns(body: string, ...expected: readonly (readonly [string, number])[]): void {
  const found = countdownLinesIn(parseEntry(`---\ntitle: Day 1\n---\n\n${body}\n`));
  assert.deepEqual(
    found.map(({ phrase, days }) => [phrase, days]),
    expected,
    body,
  );
}

test('countdowns are read in the forms in which they are written', () => {
  checkCountdowns('*The 2031 midterms are in 209 days.*', ['2031 midterms', 209]);
  checkCountdowns('* **The levy election is in 1,209 days**.', ['levy election', 1209]);
  checkCountdowns('**Next**: *A march is on Oct. 18; and the 2031 midterms are in 30 days*.', ['2031 midterms', 30]);
  checkCountdowns('* **The levy election is 12 days away**.', ['levy election', 12]);
  checkCountdowns(
    '*33 days to avoid a strike – 432 days until the levy election.*',
    ['avoid a strike', 33],
    ['levy election', 432],
  );
  checkCountdowns('*The levy election is in 1 day.*', ['levy election', 1]);
});

test('other numbers of days, and code, are no countdowns', () => {
  checkCountdowns('1/ **He waited 18 days**. The trial took 3.5 days, and 12 daytime flights were late.');
  checkCountdowns('`The levy election is in 12 days`');
});

/** Entries from 2031-01-01 on that count down to a date, some with a wrong number. */
function log(
  count: number,
  date: string,
  slips: Readonly<Record<number, number>> = {},
  phrase = 'The levy election is',
): LogEntry[] {
  return Array.from({ length: count }, (_, index): LogEntry => {
    const today = addDays('2031-01-01', index) ?? '';
    const days = (daysBetween(today, date) ?? 0) + (slips[index] ?? 0);
    return [`${today}-day-${index + 1}.md`, `title: Day ${index + 1}\ndate: ${today}`, `*${phrase} in ${days} days.*`];
  });
}

test('several entries that lead to one date name the event, and those that do not are wrong', () => {
  const [event, ...others] = profileOf(log(12, '2031-03-04', { 4: 1, 9: -1 })).countdowns;
  assert.deepEqual(others, []);
  assert.deepEqual(event, {
    value: { phrase: 'levy election', date: '2031-03-04' },
    agree: 10,
    total: 12,
    disagree: ['_posts/2031-01-10-day-10.md', '_posts/2031-01-05-day-5.md'],
    strength: 'likely',
    since: undefined,
  });
});

test('one entry alone names no event', () => {
  assert.deepEqual(profileOf(log(1, '2031-03-04')).countdowns, []);
});

test('the same words may name one event after the other', () => {
  const later = log(6, '2031-03-04').map(([name, ...rest]): LogEntry => [name.replace('2031', '2033'), ...rest]);
  const laterDated = later.map(
    ([name, frontMatter, body]): LogEntry => [name, frontMatter.replaceAll('2031', '2033'), body ?? ''],
  );
  const { countdowns } = profileOf([...log(6, '2031-03-04'), ...laterDated]);
  assert.deepEqual(
    countdowns.map(({ value, agree, total }) => [value.date, agree, total]),
    [
      ['2031-03-04', 6, 6],
      ['2033-03-04', 6, 6],
    ],
  );
});
