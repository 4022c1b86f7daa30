import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { lint } from '../../../src/core/lint/lint.ts';
import { silence } from '../../../src/core/lint/suppress.ts';
import { applyEdits } from '../../../src/core/text/text.ts';
import { ruleContext } from '../../support/ruleContext.ts';

const OPEN = '1/ **Head**. One.Two. ([Herald](https://herald.example/a)';

test('a comment silences a rule for the block behind it', () => {
  assert.deepEqual(found(OPEN), ['sentence-spacing', 'citation-unclosed']);
  assert.deepEqual(found(`<!-- daybook-disable-next citation-unclosed -->\n\n${OPEN}`), ['sentence-spacing']);
  assert.deepEqual(found(`<!-- daybook-disable-next citation-unclosed -->\n${OPEN}`), ['sentence-spacing']);
});

test('a comment may name several rules, or none for all', () => {
  assert.deepEqual(found(`<!-- daybook-disable-next citation-unclosed, sentence-spacing -->\n\n${OPEN}`), []);
  assert.deepEqual(found(`<!-- daybook-disable-next -->\n\n${OPEN}`), []);
});

test('a comment reaches no further than the next block', () => {
  const text = `<!-- daybook-disable-next -->\n\n${OPEN}\n\n${OPEN.replace('1/', '2/')}`;
  assert.deepEqual(found(text), ['sentence-spacing', 'citation-unclosed']);
});

test('silencing a problem puts the comment before its block, and then into the comment that is there', () => {
  const first = silenced(`Before.\n\n${OPEN}`, 'citation-unclosed');
  assert.equal(first, `Before.\n\n<!-- daybook-disable-next citation-unclosed -->\n\n${OPEN}`);
  const both = silenced(first, 'sentence-spacing');
  assert.equal(both, `Before.\n\n<!-- daybook-disable-next citation-unclosed sentence-spacing -->\n\n${OPEN}`);
  assert.deepEqual(found(both), []);
});

test('what stands in the front matter is not silenced by a comment', () => {
  assert.equal(silence(parseEntry('---\ntitle: Day 1\n---\n\nText.'), 6, 'day-number'), undefined);
});

function found(text: string): string[] {
  return lint(parseEntry(text), ruleContext()).map(({ rule }) => rule);
}

function silenced(text: string, rule: string): string {
  const edit = silence(parseEntry(text), text.indexOf('One.Two'), rule);
  return edit ? applyEdits(text, [edit]) : text;
}
