import { describe, test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { compatibleFixes } from '../../../src/core/lint/fix.ts';
import { lint } from '../../../src/core/lint/lint.ts';
import { assertLinear, repeatToSize, type Work } from '../../support/assertLinear.ts';
import { everyRule, ruleContext } from '../../support/ruleContext.ts';

const MEGABYTE = 1 << 20;

/** Parses the text, runs every rule and chooses fixes. */
function checking(unit: string, before: string, after = ''): Work {
  return (size) => {
    const text = repeatToSize(unit, size, before, after);
    return () => compatibleFixes(lint(parseEntry(text), ruleContext('draft'), everyRule));
  };
}

// biome-ignore format: a list of strings
const LONG_UNITS = [
  '[', ']', '](', '(', ')', '[A](', '([A](', '*', '*a ', '**a ', '*[', '\\', '\\*', '[*\\', ' / ', '\n', '\r\n', '"', "'", 'TK', 'a',
];

describe('eight times the text takes about eight times as long, up to ten megabytes', () => {
  for (const unit of LONG_UNITS) {
    const size = (10 * MEGABYTE) / 8;
    test(JSON.stringify(unit), () => assertLinear(checking(unit, '1/ '), { from: size, to: size, factor: 8 }));
  }
});

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

describe('time grows linearly with the text, never with its square', () => {
  for (const [index, unit] of UNITS.entries()) {
    const before = index % 2 === 0 ? '1/ ' : (BEFORE[(index >> 1) % BEFORE.length] ?? '');
    const after = AFTER[(index * 3) % AFTER.length] ?? '';
    test(JSON.stringify(`${before}${unit}…${after}`), () => assertLinear(checking(unit, before, after)));
  }
});

// Searches that fail, and work that is repeated for each of many items: their quadratic part is so small that it shows only in long
// texts.
// biome-ignore format: a list of strings
const SEARCHED = [
  '{% ', '{{', '---\n', '\n\n**a', '\n\na', '<!-- daybook-disable-next -->\n\n**a\n\n', '[a](https://b.c) / ', '1. **a\n', '# a\n', '[a](/b)\n\n',
];

describe('four times the text takes about four times as long, up to two megabytes', () => {
  for (const unit of SEARCHED) {
    const size = MEGABYTE / 2;
    test(JSON.stringify(unit), () => assertLinear(checking(unit, '1/ '), { from: size, to: size, factor: 4 }));
  }
});
