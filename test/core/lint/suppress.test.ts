import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { lint } from '../../../src/core/lint/lint.ts';
import { suppressRule } from '../../../src/core/lint/suppress.ts';
import { applyEdits } from '../../../src/core/text/text.ts';
import { ruleContext } from '../../support/ruleContext.ts';

const OPEN = '1/ **Head**. one.Two. ([Herald](https://herald.example/a)';

test('a comment suppresses a rule for the next block', () => {
  assert.deepEqual(rulesReported(OPEN), ['sentence-spacing', 'citation-unclosed']);
  assert.deepEqual(rulesReported(`<!-- daybook-disable-next citation-unclosed -->\n\n${OPEN}`), ['sentence-spacing']);
  assert.deepEqual(rulesReported(`<!-- daybook-disable-next citation-unclosed -->\n${OPEN}`), ['sentence-spacing']);
});

test('a comment may name several rules, or none for all', () => {
  assert.deepEqual(rulesReported(`<!-- daybook-disable-next citation-unclosed, sentence-spacing -->\n\n${OPEN}`), []);
  assert.deepEqual(rulesReported(`<!-- daybook-disable-next -->\n\n${OPEN}`), []);
});

test('a comment applies only to the next block', () => {
  const text = `<!-- daybook-disable-next -->\n\n${OPEN}\n\n${OPEN.replace('1/', '2/')}`;
  assert.deepEqual(rulesReported(text), ['sentence-spacing', 'citation-unclosed']);
});

test('suppressing a problem adds a comment before its block, or extends an existing one', () => {
  const first = suppress(`Before.\n\n${OPEN}`, 'citation-unclosed');
  assert.equal(first, `Before.\n\n<!-- daybook-disable-next citation-unclosed -->\n\n${OPEN}`);
  const both = suppress(first, 'sentence-spacing');
  assert.equal(both, `Before.\n\n<!-- daybook-disable-next citation-unclosed sentence-spacing -->\n\n${OPEN}`);
  assert.deepEqual(rulesReported(both), []);
});

test('problems in the front matter cannot be suppressed by a comment', () => {
  assert.equal(suppressRule(parseEntry('---\ntitle: Day 1\n---\n\nText.'), 6, 'day-number'), undefined);
});

function rulesReported(text: string): string[] {
  return lint(parseEntry(text), ruleContext()).map(({ rule }) => rule);
}

function suppress(text: string, rule: string): string {
  const edit = suppressRule(parseEntry(text), text.indexOf('one.Two'), rule);
  return edit ? applyEdits(text, [edit]) : text;
}
