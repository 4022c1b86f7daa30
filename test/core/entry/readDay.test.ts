import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { readDay } from '../../../src/core/entry/readDay.ts';
import { numberInTitle } from '../../../src/core/entry/titleForm.ts';

test('date, time and offset are read in every form that YAML reads as a date', () => {
  for (const [written, ...parts] of [
    ['2031-01-31 09:30:00 -08:00', '2031-01-31', '09:30:00', '-08:00', undefined],
    ['2031-01-31 09:30:00 -0800', '2031-01-31', '09:30:00', '-0800', undefined],
    ['2031-01-31T17:30:00Z', '2031-01-31', '17:30:00', 'Z', 'T'],
    ['2031-01-31T17:30:00.000+00:00', '2031-01-31', '17:30:00', '+00:00', 'T'],
    ['2031-01-31 09:30', '2031-01-31', '09:30', undefined, undefined],
    ['2031-01-31', '2031-01-31', undefined, undefined, undefined],
    ['TK', undefined, undefined, undefined, undefined],
  ] as const) {
    const { date, time, offset, separator } = read(`date: ${written}`);
    assert.deepEqual([date, time, offset, separator], parts, written);
  }
});

test('the number is that of the title, with or without a subtitle, or else of the file name', () => {
  assert.equal(read('title: Day 12').number, 12);
  assert.equal(read('"title" : "Day 12: The flood"').number, 12);
  assert.equal(read('title: The flood', 'day-13.markdown').number, 13);
});

test('a subtitle comes after a sign and has a letter', () => {
  for (const title of [
    'Day 12',
    ' day 12 ',
    'Day 12: The flood',
    'Day 12 – The flood',
    'Day 12 (again)',
    'Day 12; 洪水',
  ])
    assert.equal(numberInTitle(title), '12', title);
  for (const title of ['Day 12.', 'Day 12 of the flood', 'The Day 12', 'Day 12: 13', 'Day 12.5', 'Someday 12'])
    assert.equal(numberInTitle(title), undefined, title);
});

function read(frontMatter: string, path = '_posts/news.markdown') {
  return readDay(parseEntry(`---\n${frontMatter}\n---\n`), path, false);
}
