import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, composeEdits, contains, type Edit, textOf, touches } from '../../../src/core/text/text.ts';
import { readMarks } from '../../support/markedText.ts';

/** Edits of a text that do not overlap, in any order. */
function editsOf(text: string): fc.Arbitrary<Edit[]> {
  const edit = fc.record({ skip: fc.nat(4), remove: fc.nat(4), text: fc.constantFrom('', '', 'x', 'yz') });
  return fc.tuple(fc.array(edit, { maxLength: 5 }), fc.boolean()).map(([parts, isReversed]) => {
    const edits: Edit[] = [];
    let at = 0;
    for (const { skip, remove, text: inserted } of parts) {
      const from = at + skip + 1;
      const to = from + remove;
      if (to > text.length) break;
      edits.push({ from, to, text: inserted });
      at = to;
    }
    return isReversed ? edits.reverse() : edits;
  });
}

test('edits are applied at once, whatever their order', () => {
  const { text, ranges } = readMarks('one ⟦two⟧ three⟦⟧ ⟦four⟧');
  const edits = ranges.map((range, index) => ({ ...range, text: ['2', ',', ''][index] ?? '' }));
  assert.equal(applyEdits(text, edits), 'one 2 three, ');
  assert.equal(applyEdits(text, [...edits].reverse()), 'one 2 three, ');
  assert.equal(applyEdits(text, []), text);
});

test('two rounds of edits compose into one', () => {
  const text = 'abcdefghijklmnopqrstuvwxyz';
  const rounds = editsOf(text).chain((first) => fc.tuple(fc.constant(first), editsOf(applyEdits(text, first))));
  fc.assert(
    fc.property(rounds, ([first, second]) => {
      const both = composeEdits(first, second);
      assert.equal(applyEdits(text, both), applyEdits(applyEdits(text, first), second));
      for (const [index, { from, to }] of both.entries()) assert.ok((both[index - 1]?.to ?? 0) <= from && from <= to);
    }),
    { seed: 1080, numRuns: 3_000 },
  );
});

test('spans touch if they share a character or an edge, and contain the spans that lie entirely inside', () => {
  const { text, ranges } = readMarks('⟦⟦ab⟧cd⟧⟦ef⟧ ⟦g⟧');
  const [all, ab, ef, g] = ranges;
  assert.ok(all && ab && ef && g);
  assert.deepEqual([textOf(text, all), textOf(text, ab)], ['abcd', 'ab']);
  assert.deepEqual([touches(all, ef), touches(ab, ef), touches(ef, g)], [true, false, false]);
  assert.deepEqual([contains(all, ab), contains(ab, all), contains(all, ef)], [true, false, false]);
});
