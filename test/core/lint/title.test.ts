import assert from 'node:assert/strict';
import { test } from 'node:test';
import { title } from '../../../src/core/lint/rules/title.ts';
import { applyEdits } from '../../../src/core/text/text.ts';
import { checkRule, checkSilent, checkSuggestions, findings } from '../../support/checkRule.ts';
import { ruleContext } from '../../support/ruleContext.ts';

const FIXED: readonly (readonly [string, string])[] = [
  ['Day12', 'Day 12'],
  ['day 12', 'Day 12'],
  ['Day  12', 'Day 12'],
  ["'Day 12:'", 'Day 12'],
  ['"DAY #012."', 'Day 12'],
  ['Day-12 # checked', 'Day 12 # checked'],
];

test('a title in nearly the expected form is fixed', () => {
  for (const [written, right] of FIXED) assert.equal(fixedTitle(written), right);
});

test('a number alone, or after a typo, is fixed if the date or the file name confirms it', () => {
  assert.equal(fixedTitle('12'), 'Day 12');
  assert.equal(fixedTitle('Dya 12'), 'Day 12');
  assert.equal(fixedTitle('13'), '13');
});

test('a correction that loses a word is only offered', () => {
  const context = ruleContext('published', '2031-01-31-day-12.markdown');
  for (const written of ['2031 01 31 Day 12', 'The latest: Day 12.', 'day 12: The flood', '第12', 'Día 12'])
    checkSuggestions(
      title,
      entry(`⟦${written.includes(': ') ? `'${written}'` : written}⟧`),
      [entry('Day 12')],
      context,
    );
});

test('a title on two lines is reported but not edited, nor offered as one that loses the second', () => {
  checkSuggestions(title, entry('⟦Day12\n  and the flood⟧'), []);
  checkSuggestions(title, entry('⟦"Day12\n  "⟧'), []);
});

test('a title in front matter that is not closed is not edited', () => {
  checkRule(title, '---\ntitle: ⟦Day12⟧\n\n1/ **Head**. Text.\n');
});

test('adding a number to a title is offered', () => {
  const [finding] = findings(title, entry('Someday'), ruleContext('published', '2031-01-31-day-12.markdown'));
  assert.equal(finding?.fix, undefined);
  assert.deepEqual(
    finding?.suggestions?.map((suggestion) => suggestion.title),
    ['Change the title to Day 12'],
  );
});

const ACCEPTED: readonly (readonly [string, string?])[] = [
  ['Day 12'],
  ["'Day 12'"],
  ['Day 0'],
  ['"Day 12: The flood"'],
  ['Day 12 – The flood'],
  ['Day 12 (and a flood)'],
  ['Day #12'], // the comment is another rule's
  ["'Day 12"], // as are the quotes
  ['TK', 'day-12.markdown'],
  [''],
  ['The week of Jan. 24 to 31'],
  ['Last week in Port Alder', '2031-01-31-last-week.markdown'],
];

test('a correct title, a placeholder and the title of an entry without a number are accepted', () => {
  for (const [written, fileName] of ACCEPTED) checkSilent(title, entry(written), ruleContext('published', fileName));
  checkSilent(title, entry('Day12 in review\npost_type: week-in-review'));
});

function fixedTitle(written: string, fileName?: string): string | undefined {
  const [finding] = findings(title, entry(written), ruleContext('published', fileName));
  const text = applyEdits(entry(written), finding?.fix?.edits ?? []);
  return /^title: (.*)$/m.exec(text)?.[1];
}

function entry(written: string): string {
  return `---\ntitle: ${written}\ndate: 2031-01-31 09:30:00 -08:00\n---\n`;
}

test('a title on two lines is read as YAML reads it', () => {
  checkSilent(title, '---\ntitle: Day\n  12\n---\n');
});
