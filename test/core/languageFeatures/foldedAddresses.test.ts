import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { foldedAddresses } from '../../../src/core/languageFeatures/foldedAddresses.ts';
import { markRanges, readMarks } from '../../support/markedText.ts';

/** Asserts that exactly the marked addresses are folded while the caret is at `‸`. */
function checkFolded(marked: string): void {
  const { text, ranges, cursor } = readMarks(marked);
  const unfolded = cursor === undefined ? [] : [{ from: cursor, to: cursor }];
  assert.equal(markRanges(text, foldedAddresses(parseEntry(text), unfolded)), markRanges(text, ranges));
}

test('addresses of citations and links are folded, their names are not', () => {
  checkFolded('1/ **A**. B. ([NPR](⟦https://npr.example/a⟧) / [KXYZ](⟦https://kxyz.example/b⟧))');
  checkFolded('1/ As [we said](⟦https://log.example/2031/⟧ "title").');
  checkFolded('1/ See [above](#one).');
});

test('the line with the caret shows its addresses', () => {
  checkFolded('1/ **A‸**. ([NPR](https://npr.example/a))\n\n* **B**. ([NPR](⟦https://npr.example/b⟧))');
  checkFolded('1/ **A**. ([NPR](⟦https://npr.example/a⟧))\n‸\n* **B**. ([NPR](⟦https://npr.example/b⟧))');
});

test('broken links, and what is not prose, are never folded', () => {
  checkFolded('1/ **A**. ([NPR](https://npr.example/a');
  checkFolded('1/ **A**. `[NPR](https://npr.example/a)`');
  checkFolded('```\n[NPR](https://npr.example/a)\n```');
});
