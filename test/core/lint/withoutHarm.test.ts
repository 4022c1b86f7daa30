import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { findingsOf } from '../../../src/core/lint/findingsOf.ts';
import type { Finding, Fix, Rule } from '../../../src/core/lint/rule.ts';
import { ruleContext } from '../../support/ruleContext.ts';

/** What remains of a finding whose span, marked `⟦…⟧` in the text, a fix replaces. */
function replacing(marked: string, replacement: string, reaches: Rule['reaches'] = []): Finding | undefined {
  const from = marked.indexOf('⟦');
  const to = marked.indexOf('⟧') - 1;
  const fix: Fix = { title: 'Replace', edits: [{ from, to, text: replacement }] };
  const finding: Finding = { from, to, message: 'Wrong.', fix, suggestions: [fix] };
  return only(marked, finding, reaches);
}

/** What remains of a finding of the whole text with a fix that inserts a space at `‸`. */
function insertingSpace(marked: string, reaches: Rule['reaches'] = []): Finding | undefined {
  const at = marked.indexOf('‸');
  const fix: Fix = { title: 'Insert a space', edits: [{ from: at, to: at, text: ' ' }] };
  return only(marked, { from: 0, to: marked.length - 1, message: 'Wrong.', fix }, reaches);
}

function only(marked: string, finding: Finding, reaches: Rule['reaches']): Finding | undefined {
  const rule: Rule = {
    id: 'test',
    summary: '',
    why: '',
    severity: { draft: 'error', published: 'error' },
    bad: '',
    good: '',
    ...(reaches && { reaches }),
    check: () => [finding],
  };
  return findingsOf(rule, parseEntry(marked.replace(/[⟦⟧‸]/g, '')), ruleContext())[0];
}

test('a finding inside something that is not prose is dropped, unless its rule is about it', () => {
  const nonProse = [
    'Needs `⟦1..10⟧` now.',
    '<b title="⟦1..2⟧">x</b>',
    'One <!-- ⟦two.Three⟧ --> four.',
    '{% include ⟦a..b⟧ %}',
    'At <https://a.example/⟦1..2⟧>.',
    'At https://a.example/⟦1..2⟧ today.',
    '[a](https://a.example/⟦1..2⟧)',
    '[a]: https://a.example/⟦1..2⟧\n\n[a]',
    '![a](⟦b..c⟧.png)',
    '    ⟦1..2⟧',
  ];
  for (const marked of nonProse) assert.equal(replacing(marked, 'x'), undefined, marked);
  assert.ok(replacing('Needs `⟦1..10⟧` now.', 'x', ['code'])?.fix);
  assert.ok(replacing('[a](https://a.example/⟦1..2⟧)', 'x', ['address'])?.fix);
});

test('a fix that changes only a part of something that is not prose is dropped, the finding stays', () => {
  const finding = replacing('⟦One `two⟧ three` four.', 'x');
  assert.equal(finding?.fix, undefined);
  assert.deepEqual(finding?.suggestions, []);
  assert.equal(insertingSpace('One `tw‸o` three.')?.fix, undefined);
});

test('text may be inserted beside something that is not prose', () => {
  assert.ok(insertingSpace('One‸`two` three.')?.fix);
  assert.ok(insertingSpace('One `two`‸three.')?.fix);
});

test('a fix may write again, as it was, what it replaces', () => {
  assert.ok(replacing('One ⟦`two`.Three⟧ four.', '`two`. Three')?.fix);
  assert.equal(replacing('One ⟦`two`.Three⟧ four.', '`Two`. Three')?.fix, undefined);
  assert.ok(replacing('⟦A [b](https://a.example/c)⟧', '[A b](https://a.example/c)')?.fix);
});

test('a fix made of masked text is dropped', () => {
  assert.equal(replacing('⟦One `two`⟧', '\uFFFC `two`')?.fix, undefined);
});

test('an address that is not valid may be changed', () => {
  assert.ok(replacing('[a](⟦htps://a.example⟧)', 'https://a.example')?.fix);
  assert.ok(replacing('[a](https://a.example/⟦1 2⟧', '12')?.fix);
});

test('the punctuation after a pasted address is that of the sentence', () => {
  assert.ok(replacing('At https://a.example/b⟦..⟧ Then.', '.')?.fix);
});
