import { test } from 'node:test';
import fc from 'fast-check';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { anyGroup, anyText } from '../../support/arbitraryTexts.ts';
import { checkSpans } from '../../support/invariants.ts';

const check = (text: string) => checkSpans(parseEntry(text));

test('any text can be parsed, and its spans nest', () => {
  fc.assert(fc.property(anyText, check), { seed: 1080, numRuns: 8_000 });
});

test('any damaged group can be parsed, and its spans nest', () => {
  fc.assert(fc.property(anyGroup, check), { seed: 1080, numRuns: 8_000 });
});

test('no character makes the parser throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), check), { seed: 1080, numRuns: 2_000 });
});

// biome-ignore format: a list of strings
const LINES = [
  'title: Day 12', 'tags:', '- a', '  b: c', 'description: \'"So', "it isn''t.\"'", 'image: "/a', '/b.jpg"', 'mood: # none', 'k:', '', ' ', '---', '...',
  '1/ **Head**. Text.', '# note', '  ', '\t- x',
];

test('the spans of any front matter nest, whether it is closed or not', () => {
  const lines = fc.array(fc.constantFrom(...LINES), { maxLength: 12 });
  fc.assert(
    fc.property(lines, fc.constantFrom('\n', '\r\n'), (parts, end) => check(['---', ...parts].join(end))),
    { seed: 1080, numRuns: 8_000 },
  );
});
