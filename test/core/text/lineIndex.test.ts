import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineAt, lineStarts, positionAt } from '../../../src/core/text/lineIndex.ts';
import { readMarks } from '../../support/markedText.ts';

test('lines and columns count from one, whatever the line break', () => {
  const table: readonly (readonly [marked: string, line: number, column: number])[] = [
    ['‸', 1, 1],
    ['one‸', 1, 4],
    ['one\n‸two', 2, 1],
    ['one‸\ntwo', 1, 4],
    ['one\r\ntw‸o', 2, 3],
    ['one\rtwo\n\r\n‸', 4, 1],
    ['é😀‸', 1, 4],
    ['one\n‸', 2, 1],
  ];
  for (const [marked, line, column] of table) {
    const { text, cursor = 0 } = readMarks(marked);
    const starts = lineStarts(text);
    assert.deepEqual(positionAt(starts, cursor), { line, column }, JSON.stringify(marked));
    assert.equal(lineAt(starts, cursor), line - 1);
  }
});
