import { test } from 'node:test';
import fc from 'fast-check';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { checkSpans } from '../../support/invariants.ts';
import { anyGroup, anyText } from '../../support/texts.ts';

const check = (text: string) => checkSpans(parseEntry(text));

test('whatever the text, it parses and its spans nest', () => {
  fc.assert(fc.property(anyText, check), { seed: 1080, numRuns: 8_000 });
});

test('whatever went wrong in a group, it parses and its spans nest', () => {
  fc.assert(fc.property(anyGroup, check), { seed: 1080, numRuns: 8_000 });
});

test('no character throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), check), { seed: 1080, numRuns: 2_000 });
});

// biome-ignore format: a list of strings
const LINES = [
  'title: Day 12', 'tags:', '- a', '  b: c', 'description: \'"So', "it isn''t.\"'", 'image: "/a', '/b.jpg"', 'mood: # none', 'k:', '', ' ', '---', '...',
  '1/ **Head**. Text.', '# note', '  ', '\t- x',
];

test('whatever the lines of the front matter, closed or not, its spans nest', () => {
  const lines = fc.array(fc.constantFrom(...LINES), { maxLength: 12 });
  fc.assert(
    fc.property(lines, fc.constantFrom('\n', '\r\n'), (parts, end) => check(['---', ...parts].join(end))),
    { seed: 1080, numRuns: 8_000 },
  );
});
