import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { keepsTheRest } from '../../../src/core/lint/keepsTheRest.ts';

/** Replaces the only occurrence of a text. */
function keeps(text: string, replaced: string, replacement: string): boolean {
  const from = text.indexOf(replaced);
  return keepsTheRest(parseEntry(text), [{ from, to: from + replaced.length, text: replacement }]);
}

test('an edit within a block keeps the others', () => {
  assert.ok(keeps('1/ **A**. One.Two.\n\n* Three `a..b`\n\n> Four', 'One.Two', 'One. Two'));
});

test('an edit that opens a fence or a comment changes what follows', () => {
  assert.ok(!keeps('1/ **A**. One.\n\n\n\n2/ **B**. Two.', '\n\n\n\n', '\n\n```\n\n'));
  assert.ok(!keeps('One\n\nTwo\n\nThree -->', 'One', '<!-- One'));
});

test('an edit that closes a fence changes what follows', () => {
  assert.ok(!keeps('```\ncode\n```\n\n1/ **A**. One.', '```\ncode', 'code'));
});

test('an edit that pairs a backtick with another one changes the code after it', () => {
  assert.ok(!keeps('One two.\nThe `code` here', 'two', 'two`'));
});

test('an edit in the body keeps the front matter, one in the front matter may move the body', () => {
  const text = '---\ntitle: Day 12\n---\n\n1/ **A**. One.';
  assert.ok(keeps(text, 'Day 12', 'Day 120'));
  assert.ok(keeps(text, 'One', 'Two'));
  assert.ok(!keeps('One\n---\ntitle: Day 12\n---\n', 'One\n', ''));
  assert.ok(keeps('\u202a---\ntitle: Day 12\n---\n', '\u202a', ''));
});

test('no edit keeps everything', () => {
  assert.ok(keepsTheRest(parseEntry('One'), []));
});

test('an edit that makes something else of the next line changes it', () => {
  assert.ok(!keeps('##a\n8) b', '##a', '## a'));
  assert.ok(!keeps('-\n      a', '-', '---'));
  assert.ok(!keeps('1. W\n---\n2/ x', '1. W', '1/ W'));
  assert.ok(!keeps('One.\n\n    code', 'One.', '* One.'));
  assert.ok(keeps('•a\nand more', '•a', '* a'));
  assert.ok(keeps('1/**A**\nand more', '1/**', '1/ **'));
});

test('a paragraph may be joined to the one above', () => {
  assert.ok(keeps('(One /\n\n[Two])\n\nThree', ' /\n\n', ' / '));
});
