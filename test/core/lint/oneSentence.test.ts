import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneSentence } from '../../../src/core/lint/rules/oneSentence.ts';
import { checkRule, checkSilent, checkSuggestions, findings } from '../../support/checkRule.ts';
import { readMarks } from '../../support/markedText.ts';

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
  [`'"N⟦o"⟧'`, `'"No."'`],
];

test('spaces, semicolons and the full stop are fixed, one at a time', () => {
  for (const [marked, right] of FIXED) checkRule(oneSentence, entry(marked), entry(right));
});

test('in a sentence on several lines, a correction of spaces and punctuation is only offered', () => {
  for (const [marked, right] of [
    ['The mayor left\n  ⟦;⟧and it rained.', 'The mayor left\n  ; and it rained.'],
    ['The mayor left;\n  and it\n  raine⟦d⟧', 'The mayor left;\n  and it\n  rained.'],
    ["'The mayor left\n  at noon.⟦ ⟧'", "'The mayor left\n  at noon.'"],
  ] as const)
    checkSuggestions(oneSentence, entry(marked), [entry(right)]);
});

const ACCEPTED: readonly string[] = [
  'The mayor left; it rained; and the ferry sank.',
  'The mayor left the U.S.; and it rained.',
  '\'She called it "nonsense;" it rained; and the ferry sank.\'',
  'The mayor left; it\n  rained; and the ferry sank.',
  'The mayor asked “why?”',
  'TK.',
  '',
];

test('a correct sentence, a wrapped one and a placeholder are accepted', () => {
  for (const written of ACCEPTED) checkSilent(oneSentence, entry(written));
});

test('a path in place of the sentence is reported', () => {
  const [finding, ...others] = findings(oneSentence, entry('"/uploads/12.jpg"'));
  assert.ok(finding);
  assert.equal(finding.fix, undefined);
  assert.deepEqual(others, []);
});

const SENTENCE = 'The mayor resigned over the harbor; a ferry sank off the point; and schools will open on Monday.';

test('a headline that the sentence leaves out is a hint', () => {
  checkLeftOut(SENTENCE, [
    'The mayor resigned over the harbor',
    'A ferry sank off the point',
    '⟦The council raised water prices by a third⟧',
    'Schools will open on Monday.',
  ]);
});

test('a headline in other words is not left out', () => {
  checkLeftOut(SENTENCE, [
    'Mayor Tolliver resigned after the harbor report',
    'A ferry sank off the point',
    'All schools will be open again on Monday',
    'The mayor resigned over the harbor',
  ]);
});

test('a sentence not made of headlines is accepted', () => {
  checkLeftOut('A quiet day.', ['The mayor resigned over the harbor', 'A ferry sank', 'Schools will open']);
});

function checkLeftOut(sentence: string, headlines: readonly string[]): void {
  const marked = entry(sentence) + headlines.map((headline, at) => `\n${at + 1}/ **${headline}**. Text.\n`).join('');
  checkRule(oneSentence, marked);
  const { text } = readMarks(marked);
  assert.ok(findings(oneSentence, text).every(({ severity }) => severity === 'hint'));
}

function entry(written: string): string {
  return `---\ntitle: Day 12\ntodayInOneSentence: ${written}\n---\n`;
}

test('in French, a space before the semicolon is no mistake', () => {
  for (const value of [
    'La maire démissionne ; le pont ferme ; et l’eau monte.',
    'Elle part ; le pont est fermé à midi.',
    'Pourquoi ? Le pont ferme ; elle part.',
    'La maire part\u00a0; le pont ferme.',
  ]) {
    checkSilent(oneSentence, entry(value));
  }
});

test('in Chinese, Japanese, Arabic and Hebrew, other marks separate and end the clauses', () => {
  for (const value of [
    '市長が辞任；渡し船が沈没。',
    '市長が辞任、橋はBitcoin 3',
    'استقالت العمدة؛ غرقت العبارة.',
    'ראש העיר התפטרה; המעבורת טבעה.',
  ])
    checkSilent(oneSentence, entry(value));
});
