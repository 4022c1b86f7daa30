import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { compatibleFixes } from '../../../src/core/lint/fix.ts';
import { lint } from '../../../src/core/lint/lint.ts';
import { surroundings } from '../../support/surroundings.ts';

const MEGABYTE = 1 << 20;

/** The processor's seconds for parsing, checking and choosing fixes: other programs do not count, as they would by the clock. */
function secondsFor(text: string): number {
  const flat = Buffer.from(text).toString();
  const start = process.cpuUsage();
  compatibleFixes(lint(parseEntry(flat), surroundings('draft')));
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function filled(unit: string, size: number, before = '', after = ''): string {
  return before + unit.repeat(Math.ceil(size / unit.length)) + after;
}

// They take half a second each; what is not linear takes hours.
for (const unit of ['[', '](', '(', ')', '*', '\\', ' / ', '\n', '\r\n', '"', "'", 'TK', 'a']) {
  test(`ten megabytes of ${JSON.stringify(unit)} take no more than a few seconds`, () => {
    const seconds = secondsFor(filled(unit, 10 * MEGABYTE, '1/ '));
    assert.ok(seconds < 6, `${seconds} s`);
  });
}

// biome-ignore format: a list of strings
const UNITS = [
  '[', ']', '](', '](http ', '](http x ', '](https://b', '(', ')', ') ', '(A', '(A) ', '(A / ', 'A. (B)', '(http', '(https://a.example)',
  '[a', '[[a', '[a](', '[a](b)', '[a](https://b.c', '[a](https://b.c ', '[a](https://b.c)', '[a](https://b.c) / ', '([a](https://b.c) / ',
  '[a](https://b.c)(', '[a](https://b.c))', '[a](https://b.c),', '[a](https://b.c) A / ', '[a] (https://b.c)', '[a]](https://b.c)',
  '(a)[https://b.c]', '(a)[', '[a(https://b.c)', 'a](https://b.c)', '[]()', '[](', '![a](https://b.c)', '[^1]', '[^', '!',
  '*', '**', '**a', '* **a ', '**a**', '[**](https://b.c)', '_', '`', '\\', '\\[', '\\(', '/', ' / ', ', ', 'and ', '|', '<', '>', '> ',
  ' ', '\t', '\n', '\r', '\r\n', '\n\n', '\u00a0', '\u2009', 'é', '😀', '\n1/ ', '\n\n1/ a', '\n1. a', '\n* a', '\n\n**a', '**a**\n\n', '# ', '```\n',
  '{%', '{% ', '{{', '<!--', '-->', '%}', '.', '..', '. ', 'a.B', 'A. ', 'a,b', 'TK ', 'TK/ ', 'KT/', 'aaaa ', 'a a ', '1', '%20', "'a' ",
  'a: b\n', 'a: "\n', "a: '\n", '- a\n', ' a\n', '"', "'", '---\n', '# \n', 'https://a.b', 'http://a',
];
const BEFORE = ['', '1/ **H**. ([A](https://a.example) / ', '[A](', '---\n', '([', '* **', '---\na: "', '1/ '];
const AFTER = ['', ' x', '](https://b.example)', ')', '\n---\n', '.A', '**', '"'];

test('no text takes the square of its length', () => {
  for (const [index, unit] of UNITS.entries()) {
    for (let turn = 0; turn < 2; turn++) {
      const before = BEFORE[(index + turn) % BEFORE.length] ?? '';
      const after = AFTER[(index * 3 + turn * 5) % AFTER.length] ?? '';
      const seconds = secondsFor(filled(unit, MEGABYTE / 12, before, after));
      assert.ok(seconds < 1.5, `${seconds} s for ${JSON.stringify([before, unit, after])}`);
    }
  }
});
