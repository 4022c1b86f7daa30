import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelOf, newestDays } from '../../../../src/core/compose/days/entryModel.ts';
import { newDayText } from '../../../../src/core/compose/days/newDayText.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { DAY_TITLE } from '../../../../src/core/entry/titleForm.ts';
import { daysOf } from '../../../support/profiledLog.ts';

const HEADING = {
  day: 13,
  title: 'Issue 13',
  titleForm: { ...DAY_TITLE, prefix: 'Issue ' },
  date: '2031-01-31',
  timestamp: '2031-01-31 09:30:00 -08:00',
};

test('a new entry has the lines that the newest entries share, in their order', () => {
  const newest = [
    entry('layout: post\ndate: 2031-01-30\ntitle: Issue 12\ntags: [harbor]\nauthor: Mara\nimage: /a.png'),
    entry('title: Issue 11\nlayout: post\ntags: [mayor]\nauthor: Mara\nimage: /a.png'),
    entry('author: Mara\nlayout: post\ntitle: Issue 10'),
  ];
  assert.equal(
    newDayText(HEADING, undefined, modelOf(newest)).text,
    '---\ndate: 2031-01-31\ntitle: Issue 13\nlayout: post\nauthor: Mara\n---\n\nTK/ ',
  );
});

test('a single entry shows only what entries hardly ever have for themselves', () => {
  const model = modelOf([entry('title: Issue 12\nlayout: post\ncategory: harbor\npermalink: /12/')]);
  assert.deepEqual(model.lines, ['layout: post']);
});

test('a log without sections, or without front matter, gets none', () => {
  assert.equal(
    newDayText(HEADING, undefined, modelOf([entry('title: Issue 12', 'The mayor left.')])).text.slice(-5),
    '---\n\n',
  );
  const bare = parseEntry('1/ **The mayor left**.');
  assert.equal(newDayText(HEADING, undefined, modelOf([bare, bare])).text, 'TK/ ');
  assert.equal(newDayText(HEADING, undefined, modelOf([bare])).text.slice(0, 4), '---\n', 'one may have forgotten it');
});

test('a title without a number, and a date, have the quotes that all entries have', () => {
  const quoted = [entry('title: "Rain"\ndate: \'2031-01-30\''), entry('title: "Fog"\ndate: \'2031-01-29\'')];
  const heading = { ...HEADING, title: 'TK', titleForm: null };
  assert.match(newDayText(heading, undefined, modelOf(quoted)).text, /^---\ntitle: "TK"\ndate: '2031-01-31'\n/);
  const mixed = [...quoted, entry("title: 'Sun'\ndate: 2031-01-28")];
  assert.match(newDayText(heading, undefined, modelOf(mixed)).text, /^---\ntitle: TK\ndate: 2031-01-31\n/);
});

test('the newest entries are numbered and published ones, as long as there are any', () => {
  const [first, essay, second] = daysOf([
    ['2031-01-01-day-1.md', 'title: Day 1\ndate: 2031-01-01'],
    ['2031-01-09-on-harbors.md', 'title: On harbors\ndate: 2031-01-09'],
    ['2031-01-02-day-2.md', 'title: Day 2\ndate: 2031-01-02'],
  ]);
  assert.ok(first && essay && second);
  assert.deepEqual(newestDays([first, essay, second]), [second, first]);
  assert.deepEqual(newestDays([essay]), [essay]);
  assert.deepEqual(newestDays([{ ...first, draft: true }]), [{ ...first, draft: true }]);
});

function entry(frontMatter: string, body = '1/ **The mayor left**.') {
  return parseEntry(`---\n${frontMatter}\n---\n\n${body}\n`);
}
