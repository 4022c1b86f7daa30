import assert from 'node:assert/strict';
import { test } from 'node:test';
import { image } from '../../../src/core/lint/rules/image.ts';
import { checkRule, checkSilent, checkSuggestions, findings } from '../../support/checkRule.ts';
import { readMarks } from '../../support/markedText.ts';
import { ruleContext } from '../../support/ruleContext.ts';

const FIXED: readonly (readonly [string, string])[] = [
  ['⟦uploads/12.jpg⟧', '/uploads/12.jpg'],
  ['"⟦./uploads/day-12.jpg⟧" # the harbor', '"/uploads/day-12.jpg" # the harbor'],
  ['"⟦ /uploads/day12-mayor.jpg⟧"', '"/uploads/day12-mayor.jpg"'],
  ["'⟦/uploads/12.jpg ⟧'", "'/uploads/12.jpg'"],
  ['⟦uploads/12.svgz⟧', '/uploads/12.svgz'],
  ['⟦/uploads/12.jpg"⟧', '/uploads/12.jpg'],
  ['⟦x"/uploads/12.jpg"⟧', '/uploads/12.jpg'],
  ['⟦/"uploads/12.jpg"⟧', '/uploads/12.jpg'],
  ['"⟦/uploads/12.jpg.⟧"', '"/uploads/12.jpg"'],
  ['"⟦/uploads/12.pngg⟧"', '"/uploads/12.png"'],
];

test('a path with a typo is fixed', () => {
  for (const [marked, right] of FIXED) {
    checkRule(image, entry(marked), entry(right));
    const { text } = readMarks(entry(marked));
    assert.equal(findings(image, text)[0]?.severity, undefined);
  }
});

test('a slash is only offered for a name alone, which the theme may put into a folder', () => {
  checkSuggestions(image, entry('⟦mayor.jpg⟧'), [entry('/mayor.jpg')]);
});

test("another day's number is information, and the right one is offered", () => {
  for (const [marked, right] of [
    ['"/uploads/day-⟦11⟧-mayor.jpg"', '"/uploads/day-12-mayor.jpg"'],
    ['/uploads/⟦123⟧.jpg', '/uploads/12.jpg'],
  ] as const) {
    checkSuggestions(image, entry(marked), [entry(right)]);
    const { text } = readMarks(entry(marked));
    assert.equal(findings(image, text)[0]?.severity, 'info');
  }
});

const ACCEPTED: readonly string[] = [
  '"/uploads/day-12-mayor.jpg"',
  '/uploads/12.jpg',
  '/uploads/mayor.jpg',
  '/uploads/hearing-day-3.jpg',
  '/uploads/2031/mayor.jpg',
  '/uploads/11-12.jpg',
  'https://cdn.example/mayor.jpg',
  '//cdn.example/mayor.jpg',
  '../mayor.jpg',
  'false',
  '"{{ site.url }}/uploads/12.jpg"',
  'TK',
  '""',
  '',
  '\n  twitter: "/public/11-t.jpg"\n  facebook: "/public/11-f.jpg"',
];

test('a correct path, another kind of image and a placeholder are accepted', () => {
  for (const written of ACCEPTED) checkSilent(image, entry(written));
});

test('an entry without a number may have any image', () => {
  checkSilent(image, entry('/uploads/729.jpg').replace('Day 12', 'Last week'));
});

test('the number of the image is not checked if that of the title is wrong', () => {
  const text = entry('/uploads/12.jpg').replace('Day 12', 'Day 21');
  assert.equal(findings(image, text).length, 1);
  checkSilent(image, text.replace('image:', 'date: 2031-01-31 09:30:00 -08:00\nimage:'));
  checkSilent(image, text, ruleContext('draft', 'day-12.markdown'));
});

function entry(written: string): string {
  return `---\ntitle: Day 12\nimage: ${written}\n---\n`;
}
