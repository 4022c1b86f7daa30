import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { compatibleFixes, fixAll } from '../../../src/core/lint/fix.ts';
import { keepsTheRest } from '../../../src/core/lint/keepsTheRest.ts';
import { lint } from '../../../src/core/lint/lint.ts';
import type { Problem } from '../../../src/core/lint/rule.ts';
import { applyEdits } from '../../../src/core/text/text.ts';
import { ruleContext } from '../../support/ruleContext.ts';

const FAULTY = '1/ **Head**. one.Two. ([A News](https://a.example/1), [B Post](b.example/2)';
const FIXED = '1/ **Head**. one. Two. ([A News](https://a.example/1) / [B Post](b.example/2))';

test('fix-all applies every certain fix, counts them and returns the remaining problems', () => {
  const fixed = fixAll(FAULTY, ruleContext());
  assert.equal(fixed.text, FIXED);
  assert.equal(fixed.count, 3);
  assert.deepEqual(
    fixed.problems.map(({ rule }) => rule),
    ['citation-url'],
  );
  assert.equal(applyEdits(FAULTY, fixed.edits), fixed.text);
});

test('suggestions are never applied', () => {
  const text = '1/ Text. ([A News](https://a.example/1) / Valley Post)';
  const problems = lint(parseEntry(text), ruleContext());
  assert.ok(problems.some(({ suggestions }) => suggestions !== undefined));
  assert.equal(fixAll(text, ruleContext()).text, text);
});

test('the fixes of a rule that is off are not applied', () => {
  const off = { 'citation-separator': 'off', 'citation-unclosed': 'off' } as const;
  assert.equal(fixAll(FAULTY, ruleContext(), off).text, FAULTY.replace('one.Two', 'one. Two'));
});

test('the first of several touching fixes is applied, and the others wait', () => {
  const problem = (rule: string, ...spans: readonly (readonly [from: number, to: number])[]): Problem => {
    const edits = spans.map(([from, to]) => ({ from, to, text: '' }));
    return { rule, severity: 'error', message: '', from: 0, to: 1, fix: { title: '', edits } };
  };
  const fixable = compatibleFixes([
    problem('far and near', [20, 22], [0, 1]),
    problem('touches near', [1, 2]),
    problem('between', [5, 8], [12, 12]),
    problem('touches between', [12, 15]),
    problem('touches far', [18, 20]),
    problem('its own edits touch', [30, 31], [31, 33]),
    problem('after', [34, 34]),
    { rule: 'no fix', severity: 'error', message: '', from: 0, to: 1 },
  ]);
  assert.deepEqual(
    fixable.map(({ rule }) => rule),
    ['far and near', 'between', 'its own edits touch', 'after'],
  );
});

test('a fix is left out if its line would become something else', () => {
  for (const text of [
    '2.. 3.',
    '-* *<!--',
    '****```\nb',
    '##a\n8) b',
    '##x\n[a]: https://b.example',
    '-\n      a',
    '1. W\n---\n2/ x',
  ])
    assert.equal(fixAll(text, ruleContext()).text, text);
});

test('a fix that is about what a line is may change it', () => {
  assert.equal(fixAll('• One.\n\n##Two', ruleContext()).text, '* One.\n\n## Two');
});

test('fixing ends where two fixes undo each other, and the fixed text has no fixes left', () => {
  for (const text of [`${'TK/ '.repeat(13)}**Head**. Text.`, '** a ** b ** c **', '([a](b)(([c](d)']) {
    const { text: fixed, problems } = fixAll(text, ruleContext());
    assert.ok(problems.every(({ fix }) => fix === undefined));
    assert.equal(fixAll(fixed, ruleContext()).text, fixed);
  }
});

test('no fix turns prose into code or a comment', () => {
  assert.ok(!keepsTheRest(parseEntry('a`b c'), [], [{ from: 5, to: 5, text: '`' }]));
});
