import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { oneSentence } from '../../../src/core/lint/rules/oneSentence.ts';
import { checkRule, checkSilent } from '../../support/checkRule.ts';
import { markRanges, readMarks } from '../../support/marked.ts';
import { surroundings } from '../../support/surroundings.ts';

const FIXED: readonly (readonly [string, string])[] = [
  ['The mayor⟦  ⟧left; and it rained.', 'The mayor left; and it rained.'],
  ["'The mayor left.⟦ ⟧'", "'The mayor left.'"],
  ['The mayor lef⟦t⟧', 'The mayor left.'],
  ['The mayor left⟦;⟧', 'The mayor left.'],
  ['The mayor lef⟦t⟧ # later', 'The mayor left. # later'],
  ["'The mayor said \"no⟦..⟧'", "'The mayor said \"no.'"],
  ['It rose by 5⟦%⟧', 'It rose by 5%.'],
  ['The mayor left⟦;⟧and it rained.', 'The mayor left; and it rained.'],
  ['The mayor left⟦ ;⟧ and it rained.', 'The mayor left; and it rained.'],
  ['The mayor left⟦;;⟧ and it rained.', 'The mayor left; and it rained.'],
  ['The mayor left⟦; ;⟧ and it rained.', 'The mayor left; and it rained.'],
  ['The mayor left\n  ⟦;⟧and it rained.', 'The mayor left\n  ; and it rained.'],
  ['The mayor left;\n  and it\n  raine⟦d⟧', 'The mayor left;\n  and it\n  rained.'],
  [`'"N⟦o"⟧'`, `'"No."'`],
];

test('spaces, semicolons and the full stop are mended, one at a time', () => {
  for (const [marked, right] of FIXED) checkRule(oneSentence, entry(marked), entry(right));
});

const SILENT: readonly string[] = [
  'The mayor left; it rained; and the ferry sank.',
  'The mayor left the U.S.; and it rained.',
  '\'She called it "nonsense;" it rained; and the ferry sank.\'',
  'The mayor left; it\n  rained; and the ferry sank.',
  'The mayor asked “why?”',
  'TK.',
  '',
];

test('a right sentence, a wrapped one and one to come are let be', () => {
  for (const written of SILENT) checkSilent(oneSentence, entry(written));
});

test('a path in its place is pointed out', () => {
  const [finding] = found(entry('"/uploads/12.jpg"'));
  assert.equal(finding?.fix, undefined);
});

const SENTENCE = 'The mayor resigned over the harbor; a ferry sank off the point; and schools will open on Monday.';

test('a headline that is left out is a hint, where the sentence has the others', () => {
  checkLeftOut(SENTENCE, [
    'The mayor resigned over the harbor',
    'A ferry sank off the point',
    '⟦The council raised water prices by a third⟧',
    'Schools will open on Monday.',
  ]);
});

test('a headline in other words is there', () => {
  checkLeftOut(SENTENCE, [
    'Mayor Tolliver resigned after the harbor report',
    'A ferry sank off the point',
    'All schools will be open again on Monday',
    'The mayor resigned over the harbor',
  ]);
});

test('a sentence that was written freely is let be', () => {
  checkLeftOut('A quiet day.', ['The mayor resigned over the harbor', 'A ferry sank', 'Schools will open']);
});

function checkLeftOut(sentence: string, headlines: readonly string[]): void {
  const marked = entry(sentence) + headlines.map((headline, at) => `\n${at + 1}/ **${headline}**. Text.\n`).join('');
  const { text } = readMarks(marked);
  const findings = found(text);
  assert.equal(markRanges(text, findings), marked);
  assert.ok(findings.every(({ severity }) => severity === 'hint'));
}

function found(text: string) {
  return [...oneSentence.check(parseEntry(text), surroundings())];
}

function entry(written: string): string {
  return `---\ntitle: Day 12\ntodayInOneSentence: ${written}\n---\n`;
}
