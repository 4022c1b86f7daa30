import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../../../src/core/dates/calendar.ts';
import { learnProfile } from '../../../../src/core/newsroom/profile/profile.ts';
import { type LogEntry, profileOf } from '../../../support/profiledLog.ts';

const OPTIONS = { epochs: [], timezone: undefined, systemZone: 'America/New_York' };

test('nothing is known of a log without entries', () => {
  const { entries, count, title, fileName, date, zone, keys, countdowns } = learnProfile([], OPTIONS);
  assert.equal(entries, 0);
  assert.deepEqual(
    [count, title, fileName, date, keys].map(({ strength }) => strength),
    Array(5).fill('unknown'),
  );
  assert.deepEqual(
    [count.value.kind, title.value, fileName.value, date.value, keys.value],
    ['none', null, null, null, []],
  );
  assert.deepEqual([zone.value.name, zone.strength, countdowns], ['America/New_York', 'guess', []]);
});

test('a draft counts only as long as nothing is published', () => {
  const draft = {
    path: '_drafts/tag-1.md',
    draft: true,
    title: 'Tag 1',
    date: '2031-01-01',
    dateText: '2031-01-01',
    time: undefined,
    offset: undefined,
    number: undefined,
  };
  assert.equal(learnProfile([draft], OPTIONS).title.value?.prefix, 'Tag ');
  const published = { ...draft, path: '_posts/2031-01-01-day-1.md', draft: false, title: 'Day 1' };
  assert.deepEqual(learnProfile([draft, published], OPTIONS).title.value?.prefix, 'Day ');
});

test('essays between the numbered entries are neither evidence nor disagreement', () => {
  const log = days(12, (number, date) =>
    number % 3 === 0 ? essay(date, `On bridges in part ${number} of the city`) : day(date, number),
  );
  const { entries, unnumbered, count, title, fileName, date, keys } = profileOf(log);
  assert.deepEqual([entries, unnumbered], [12, 4]);
  for (const fact of [count, title, fileName, date]) {
    assert.deepEqual([fact.agree, fact.total, fact.disagree, fact.strength === 'unknown'], [8, 8, [], false]);
  }
  assert.equal(keys.total, 8);
});

test('a second, smaller series next to the first is no part of it', () => {
  const log = days(21, (number, date) => (number % 7 === 0 ? essay(date, `Week ${number / 7}`) : day(date, number)));
  const { unnumbered, title, count } = profileOf(log);
  assert.deepEqual([unnumbered, title.value?.prefix, title.agree, title.total], [3, 'Day ', 18, 18]);
  assert.deepEqual([count.value.kind, count.agree, count.total], ['calendar', 18, 18]);
});

test('where the log changed its title, the newest form is the form', () => {
  const log = days(13, (number, date) => (number <= 10 ? day(date, number) : essay(date, `Issue ${number}`)));
  const { title } = profileOf(log);
  assert.deepEqual([title.value?.prefix, title.agree, title.total, title.since], ['Issue ', 3, 3, '2031-01-11']);
});

test('where the log changed its count, the newest count is the count', () => {
  const log = days(16, (number, date) =>
    number <= 8 ? day(date, number) : day(addDays('2031-01-08', 3 * (number - 8)) ?? '', number),
  );
  const { count } = profileOf(log);
  assert.equal(count.value.kind, 'entries');
  assert.deepEqual(count.value.newest, { number: 16, date: '2031-02-01' });
});

test('a count that begins anew with 1 is still the same count', () => {
  const first = days(10, (number, date) => day(date, number));
  const second = Array.from({ length: 5 }, (_, index) => day(addDays('2033-03-01', index) ?? '', index + 1));
  const { count } = profileOf([...first, ...second]);
  assert.deepEqual([count.value.kind, count.agree, count.total], ['calendar', 15, 15]);
  assert.deepEqual(count.value.epochs.at(-1), { from: '2033-03-01', day: 1 });
});

test('one wrong number is one disagreement, and is named', () => {
  const byEntry = days(12, (number, date, index) => day(addDays(date, index * 2) ?? '', number === 6 ? 66 : number));
  const { count } = profileOf(byEntry);
  assert.deepEqual(
    [count.value.kind, count.agree, count.total, count.disagree],
    ['entries', 11, 12, ['_posts/2031-01-16-day-66.md']],
  );
});

test('at most five entries that disagree are named, the newest first', () => {
  const log = days(40, (number, date) => [
    `${date}-day-${number}.md`,
    `title: ${number % 5 === 0 ? 'day' : 'Day'} ${number}\ndate: ${date}`,
  ]);
  const { title } = profileOf(log);
  assert.deepEqual(
    [title.agree, title.total, title.disagree.length, title.disagree[0]],
    [32, 40, 5, '_posts/2031-02-09-day-40.md'],
  );
});

test('weeks that were left out show that weeks are counted', () => {
  const log = [1, 2, 3, 5, 6, 8, 9, 10].map((week) => essay(addDays('2031-01-01', 7 * week) ?? '', `Week ${week}`));
  assert.deepEqual([profileOf(log).count.value.kind, profileOf(log).count.strength], ['weeks', 'certain']);
});

test('versions, years, amounts and dates are not numbers of entries', () => {
  const titles = [
    'Tool 3.8.6 released',
    'Tool 3.8.7 released',
    '2031 in review',
    'Pick up your $9 sticker',
    'What we did on 2031-01-05',
    'The 12th night',
    'The 13th night',
  ];
  const { count, title } = profileOf(titles.map((words, index) => essay(addDays('2031-01-01', index) ?? '', words)));
  assert.deepEqual([count.value.kind, title.value], ['none', null]);
});

test('a number with zeros before it, and words after it, are part of the form', () => {
  const log = days(6, (number, date) => [`${date}-${number}.md`, `title: 第00${number}号\ndate: ${date}`]);
  const { title } = profileOf(log);
  assert.deepEqual([title.value?.prefix, title.value?.digits, title.value?.suffix], ['第', 3, '号']);
});

test('a log without titles and dates is numbered by its file names', () => {
  const log = days(6, (number): LogEntry => [`2031-issue-${number * 4}.markdown`, 'layout: issue']);
  const { count, fileName, title } = profileOf(log);
  assert.deepEqual([count.value.kind, count.strength, count.disagree, title.value], ['entries', 'guess', [], null]);
  assert.equal(fileName.value?.pattern, '{year}-issue-{day}.markdown');
});

test('translations in folders of their own are left out', () => {
  const log = days(6, (number, date) => day(date, number)).flatMap(([name, ...rest], index): LogEntry[] =>
    index < 3
      ? [
          [name, ...rest],
          [`fr/${name}`, ...rest],
        ]
      : [[name, ...rest]],
  );
  assert.deepEqual([profileOf(log).entries, profileOf(log).count.agree], [6, 6]);
});

test('a zone in the settings is the zone, with the entries that are from elsewhere', () => {
  const zoneWith = (timezone: string) => profileOf([day('2031-01-01', 1)], { timezone }).zone;
  const toronto = zoneWith('America/Toronto');
  assert.deepEqual(
    [toronto.value.name, toronto.value.source, toronto.strength],
    ['America/Toronto', 'settings', 'certain'],
  );
  const tokyo = zoneWith('Asia/Tokyo');
  assert.deepEqual(
    [tokyo.value.name, tokyo.strength, tokyo.disagree],
    ['Asia/Tokyo', 'guess', ['_posts/2031-01-01-day-1.md']],
  );
});

test('moments in UTC whose files have the same date are of a writer who lives by UTC', () => {
  const log = days(
    6,
    (number, date): LogEntry => [`${date}-day-${number}.md`, `title: Day ${number}\ndate: ${date} 12:00:00 +00:00`],
  );
  assert.deepEqual(profileOf(log).zone.value, { name: 'UTC', source: 'entries', stamps: 'utc' });
});

test('the keys are those of the newest entries', () => {
  const log = days(
    20,
    (number, date): LogEntry => [
      `${date}-day-${number}.md`,
      `title: Day ${number}\ndate: ${date}${number > 8 ? '\ntags: [a]' : '\nlayout: post'}${number === 20 ? '' : '\ndescription: A'}`,
    ],
  );
  const { keys } = profileOf(log);
  assert.deepEqual([keys.value, keys.agree, keys.total], [['title', 'date', 'tags', 'description'], 9, 10]);
  assert.deepEqual(keys.disagree, ['_posts/2031-01-20-day-20.md']);
});

/** The entries of so many days from 2031-01-01 on, with numbers from 1 on. */
function days(count: number, entry: (number: number, date: string, index: number) => LogEntry): readonly LogEntry[] {
  return Array.from({ length: count }, (_, index) => entry(index + 1, addDays('2031-01-01', index) ?? '', index));
}

function day(date: string, number: number): LogEntry {
  return [`${date}-day-${number}.md`, `title: Day ${number}\ndate: ${date} 09:00:00 -05:00`];
}

function essay(date: string, title: string): LogEntry {
  return [`${date}-${title.toLowerCase().replace(/\W+/g, '-')}.md`, `title: ${title}\ndate: ${date}`];
}
