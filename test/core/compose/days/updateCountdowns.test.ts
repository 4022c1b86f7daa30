import assert from 'node:assert/strict';
import { test } from 'node:test';
import { updateCountdowns } from '../../../../src/core/compose/days/updateCountdowns.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { applyEdits } from '../../../../src/core/text/text.ts';
import { ruleContext } from '../../../support/ruleContext.ts';

const HEAD = '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n\n';
const WRONG = `${HEAD}*The levy election is in 30 days.*\n\n* **The levy election is 1 day away**.\n`;
const RIGHT = `${HEAD}*The levy election is in 29 days.*\n\n* **The levy election is 29 days away**.\n`;

test('all countdowns of an entry are set to count from its own date', () => {
  assert.equal(applyEdits(WRONG, updateCountdowns(parseEntry(WRONG), ruleContext())), RIGHT);
  assert.deepEqual(updateCountdowns(parseEntry(RIGHT), ruleContext()), []);
});

test('without events or a date nothing changes', () => {
  assert.deepEqual(updateCountdowns(parseEntry(WRONG), { ...ruleContext(), countdowns: [] }), []);
  assert.deepEqual(updateCountdowns(parseEntry(WRONG.slice(HEAD.length)), ruleContext()), []);
});
