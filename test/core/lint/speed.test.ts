import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { compatibleFixes } from '../../../src/core/lint/fix.ts';
import { lint } from '../../../src/core/lint/lint.ts';
import { everyRule, surroundings } from '../../support/surroundings.ts';

const MEGABYTE = 1 << 20;

/**
 * The processor's seconds for parsing, checking by every rule and choosing fixes: other programs do not count, as they
 * would by the clock.
 */
function secondsFor(text: string): number {
  const flat = Buffer.from(text).toString();
  const start = process.cpuUsage();
  compatibleFixes(lint(parseEntry(flat), surroundings('draft'), everyRule));
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function filled(unit: string, size: number, before = '', after = ''): string {
  return before + unit.repeat(Math.ceil(size / unit.length)) + after;
}

// They take some tenths of a second each; what is not linear takes hours.
// biome-ignore format: a list of strings
const LONG_UNITS = [
  '[', ']', '](', '(', ')', '[A](', '([A](', '*', '*a ', '**a ', '*[', '\\', '\\*', '[*\\', ' / ', '\n', '\r\n', '"', "'", 'TK', 'a',
];

for (const unit of LONG_UNITS) {
  test(`ten megabytes of ${JSON.stringify(unit)} take no more than a few seconds`, () => {
    const seconds = secondsFor(filled(unit, 10 * MEGABYTE, '1/ '));
    assert.ok(seconds < 4, `${seconds} s`);
  });
}

// biome-ignore format: a list of strings
const UNITS = [
  '[', ']', '](', '](http ', '](http x ', '](https://b', '(', ')', ') ', '(A', '(A) ', '(A / ', 'A. (B)', '(http', '(https://a.example)',
  '[a', '[[a', '[a](', '[a](b)', '[a](https://b.c', '[a](https://b.c ', '[a](https://b.c)', '[a](https://b.c) / ', '([a](https://b.c) / ',
  '[a](https://b.c)(', '[a](https://b.c))', '[a](https://b.c),', '[a](https://b.c) A / ', '[a] (https://b.c)', '[a]](https://b.c)',
  '(a)[https://b.c]', '(a)[', '[a(https://b.c)', 'a](https://b.c)', '[]()', '[](', '![a](https://b.c)', '[^1]', '[^', '!',
  '([A](https://b.c) [A](https://b.c))', '([a](https://b.c?utm_source=d))\n\n', '[**a](https://b.c) ', '[]()*\\`/',
  '[a]x(http://b', '[a][http://b', '[a]h(ttp://b', '[a]()http://b', '{a](http://b', '/ (a](http://b', '(x[a](http://b))', '(https: //', '()',
  'a*.* ', '**a** .', '**a**,. ', '/ **a**\n\n', '2| **a**\n\n', '• a\n\n', '*a\n\n', '—\n\n', '1/\n', '([a](http://b)) * **c** ',
  '*', '**', '*a ', '**a', '**a ', '*a*', '** a **', '***a', '****a ', 'a**b', '* **a ', '**a**', '[**](https://b.c)', '*[', '([*\\',
  '_', '_a ', '`', '``a', '\\', '\\*', '\\[', '\\(', '/', ' / ', ', ', 'and ', '|', '<', '<a ', '>', '> ',
  ' ', '\t', '\n', '\r', '\r\n', '\n\n', '\0', '\ud800', '\u00a0', '\u2009', '\u200b', 'é', '😀',
  '\n1/ ', '\n\n1/ a', '\n1. a', '\n1. **a', '\n* a', '\n\n**a', '**a**\n\n', '# ', '# a\n', '---\n', '```\n',
  '{%', '{% ', '{{', '{{ }}', '{% twitter\n', '<!--', '-->', '<!-- daybook-disable-next -->\n\n**a\n\n', '%}',
  '.', '..', '. ', '. A', 'a.B', 'A. ', 'a,b', 'TK ', 'TK/ ', 'TK/ \n\n', 'KT/', 'aaaa ', 'a a ', '1', '%20', "'a' ",
  'a: b\n', 'a: "\n', "a: '\n", '- a\n', ' a\n', '"', "'", '# \n', 'https://a.b', 'https://a.b ', 'http://a', '#a ',
];
const BEFORE = ['', '1/ **H**. ([A](https://a.example) / ', '[A](', '---\n', '([', '* **', '---\na: "', '1/ '];
const AFTER = ['', ' x', '](https://b.example)', ')', '\n---\n', '.A', '**', '"'];

test('four times the text takes about four times as long, never its square', () => {
  const slow = UNITS.flatMap((unit, index) => {
    const before = index % 2 === 0 ? '1/ ' : (BEFORE[(index >> 1) % BEFORE.length] ?? '');
    const after = AFTER[(index * 3) % AFTER.length] ?? '';
    return isLinear((size) => filled(unit, size, before, after), MEGABYTE / 64, 9) ? [] : [[before, unit, after]];
  });
  assert.deepEqual(slow, []);
});

// What is searched for and not there, and many of what is looked at once for each: a square of so small a part that it
// shows only in long texts.
// biome-ignore format: a list of strings
const SEARCHED = [
  '{% ', '{{', '---\n', '\n\n**a', '\n\na', '<!-- daybook-disable-next -->\n\n**a\n\n', '[a](https://b.c) / ', '1. **a\n', '# a\n', '[a](/b)\n\n',
];

for (const unit of SEARCHED) {
  test(`a megabyte of ${JSON.stringify(unit)} takes about four times as long as a quarter of it`, () => {
    assert.ok(isLinear((size) => filled(unit, size, '1/ '), MEGABYTE / 4, 7));
  });
}

/** A run may be disturbed, by the engine's own work say; six in a row are not. */
function isLinear(textOf: (size: number) => string, size: number, most: number): boolean {
  for (let attempt = 0; attempt < 6; attempt++) {
    const short = Math.max(secondsFor(textOf(size)), 0.008);
    if (secondsFor(textOf(4 * size)) < most * short) return true;
  }
  return false;
}
