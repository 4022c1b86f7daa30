import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { offsetAfterEdits, type Selection } from '../../../../src/core/compose/items/change.ts';
import { continueItem } from '../../../../src/core/compose/items/continueItem.ts';
import { bulletToSection, sectionToBullet } from '../../../../src/core/compose/items/convertItem.ts';
import { insertItem } from '../../../../src/core/compose/items/insertItem.ts';
import { mergeItems } from '../../../../src/core/compose/items/mergeItems.ts';
import { moveItem } from '../../../../src/core/compose/items/moveItem.ts';
import { sendToNotables } from '../../../../src/core/compose/items/sendToNotables.ts';
import { splitItem } from '../../../../src/core/compose/items/splitItem.ts';
import type { Entry } from '../../../../src/core/entry/entry.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { foldingRanges } from '../../../../src/core/languageFeatures/folding.ts';
import { outline } from '../../../../src/core/languageFeatures/outline.ts';
import { selectionRanges } from '../../../../src/core/languageFeatures/selectionRanges.ts';
import { applyEdits } from '../../../../src/core/text/text.ts';
import { anyText } from '../../../support/arbitraryTexts.ts';

const COMMANDS = [
  (entry: Entry, at: readonly Selection[]) => moveItem(entry, at, 'up'),
  (entry: Entry, at: readonly Selection[]) => moveItem(entry, at, 'down'),
  (entry: Entry, at: readonly Selection[]) => insertItem(entry, at, 'section'),
  (entry: Entry, at: readonly Selection[]) => insertItem(entry, at, 'bullet'),
  (entry: Entry, at: readonly Selection[]) => sendToNotables(entry, at),
  splitItem,
  mergeItems,
  bulletToSection,
  sectionToBullet,
  continueItem,
];

test('for any text and cursors, edits are in order and cursors inside the text', () => {
  const offset = fc.nat(400);
  const selection = fc.tuple(offset, offset);
  fc.assert(
    fc.property(anyText, fc.array(selection, { minLength: 1, maxLength: 3 }), (text, picked) => {
      const entry = parseEntry(text);
      const within = (at: number) => at % (text.length + 1);
      const selections = picked.map(([anchor, active]) => ({ anchor: within(anchor), active: within(active) }));
      for (const command of COMMANDS) {
        const outcome = command(entry, selections);
        if (!outcome) continue;
        if (!outcome.ok) {
          assert.match(outcome.message, /^[A-Z].*\.$/);
          continue;
        }
        let end = 0;
        for (const { from, to } of outcome.edits) {
          assert.ok(end <= from && from <= to && to <= text.length);
          end = to;
        }
        const after = applyEdits(text, outcome.edits);
        assert.equal(outcome.selections.length, selections.length);
        for (const { anchor, active } of outcome.selections) {
          assert.ok(0 <= anchor && anchor <= after.length && 0 <= active && active <= after.length);
        }
      }
      for (const span of [
        ...foldingRanges(entry),
        ...outline(entry),
        ...selectionRanges(entry, within(picked[0]?.[0] ?? 0)),
      ]) {
        assert.ok(0 <= span.from && span.from <= span.to && span.to <= text.length);
      }
    }),
    { numRuns: 1500, seed: 7 },
  );
});

test('an offset moves past text inserted at it, and at most to the end of text that replaced its place', () => {
  assert.equal(offsetAfterEdits([{ from: 2, to: 2, text: 'abc' }], 2), 5);
  assert.equal(offsetAfterEdits([{ from: 2, to: 6, text: 'a' }], 5), 3);
  assert.equal(offsetAfterEdits([{ from: 2, to: 6, text: '' }], 9), 5);
  assert.equal(offsetAfterEdits([{ from: 2, to: 6, text: 'abcdef' }], 2), 2);
});
