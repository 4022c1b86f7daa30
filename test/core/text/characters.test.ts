import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isAsciiLetter,
  isCapital,
  isDigit,
  isLetter,
  isWhitespace,
  isWhitespaceOrThinSpace,
} from '../../../src/core/text/characters.ts';

const CLASSES = { isAsciiLetter, isCapital, isDigit, isLetter, isWhitespace, isWhitespaceOrThinSpace };

test('characters belong to these classes', () => {
  const table: readonly (readonly [char: string, classes: readonly (keyof typeof CLASSES)[]])[] = [
    ['a', ['isAsciiLetter', 'isLetter']],
    ['Z', ['isAsciiLetter', 'isCapital', 'isLetter']],
    ['É', ['isCapital', 'isLetter']],
    ['é', ['isLetter']],
    ['0', ['isDigit']],
    ['٣', []],
    ['[', []],
    ['’', []],
    [' ', ['isWhitespace', 'isWhitespaceOrThinSpace']],
    ['\n', ['isWhitespace', 'isWhitespaceOrThinSpace']],
    ['\u00a0', ['isWhitespace', 'isWhitespaceOrThinSpace']],
    ['\u2009', ['isWhitespaceOrThinSpace']],
    ['\u3000', []],
  ];
  for (const [char, classes] of table) {
    const actual = Object.entries(CLASSES).flatMap(([name, isInClass]) =>
      isInClass(char.charCodeAt(0)) ? [name] : [],
    );
    assert.deepEqual(actual, classes, JSON.stringify(char));
  }
});
