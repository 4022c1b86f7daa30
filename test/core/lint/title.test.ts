import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { title } from '../../../src/core/lint/rules/title.ts';
import { applyEdits } from '../../../src/core/text.ts';
import { surroundings } from '../../support/surroundings.ts';

const NEAR_MISSES: readonly (readonly [string, string])[] = [
  ['Day12', 'Day 12'],
  ['day 12', 'Day 12'],
  ['Day  12', 'Day 12'],
  ["'Day 12:'", 'Day 12'],
  ['"DAY #012."', 'Day 12'],
  ['Day-12 # checked', 'Day 12 # checked'],
];

test('a near miss of a title is mended', () => {
  for (const [written, right] of NEAR_MISSES) assert.equal(mended(written), right);
});

test('what is around the number goes where the date or the file knows the number', () => {
  assert.equal(mended('12'), 'Day 12');
  assert.equal(mended('Dya 12'), 'Day 12');
  assert.equal(mended('2031 01 31 Day 12', '2031-01-31-day-12.markdown'), 'Day 12');
  assert.equal(mended('The latest: Day 12.', 'day-12.markdown'), 'Day 12');
});

test('a title without the right number is offered one', () => {
  const [finding] = found('Someday', '2031-01-31-day-12.markdown');
  assert.equal(finding?.fix, undefined);
  assert.deepEqual(
    finding?.suggestions?.map(({ title: offer }) => offer),
    ['Write it as Day 12'],
  );
});

const SILENT: readonly (readonly [string, string?])[] = [
  ['Day 12'],
  ["'Day 12'"],
  ['Day 0'],
  ['TK', 'day-12.markdown'],
  [''],
  ['The week of Jan. 24 to 31'],
  ['Last week in Port Alder', '2031-01-31-last-week.markdown'],
];

test('a right title, one to come, and that of an entry without a number are let be', () => {
  for (const [written, fileName] of SILENT) assert.deepEqual(found(written, fileName), [], written);
  assert.deepEqual(found('Day12 in review\npost_type: week-in-review'), []);
});

function found(written: string, fileName?: string) {
  return [...title.check(parseEntry(entry(written)), surroundings('published', fileName))];
}

function mended(written: string, fileName?: string): string | undefined {
  const [finding] = found(written, fileName);
  const text = applyEdits(entry(written), finding?.fix?.edits ?? []);
  return /^title: (.*)$/m.exec(text)?.[1];
}

function entry(written: string): string {
  return `---\ntitle: ${written}\ndate: 2031-01-31 09:30:00 -08:00\n---\n`;
}
