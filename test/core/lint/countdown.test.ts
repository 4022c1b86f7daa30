import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import type { Countdown } from '../../../src/core/lint/rule.ts';
import { countdown } from '../../../src/core/lint/rules/countdown.ts';
import { applyEdits } from '../../../src/core/text.ts';
import { markRanges, readMarks } from '../../support/marked.ts';
import { surroundings } from '../../support/surroundings.ts';

const COUNTDOWNS: readonly Countdown[] = [
  { phrase: 'council election', date: '2030-03-01' },
  { phrase: 'council election', date: '2034-03-01' },
  { phrase: 'Council Election', date: '2031-03-01' },
  { phrase: 'midterms', date: '2031-02-01' },
  { phrase: 'fair', date: '2031-01-31' },
  { phrase: 'vote', date: '2031-01-01' },
  { phrase: '', date: '2031-01-01' },
  { phrase: 'game', date: 'soon' },
];

const WRONG: readonly (readonly [string, string])[] = [
  ['*The council election is in ⟦30⟧ days.*', '*The council election is in 29 days.*'],
  ['* **The Council Election is now in ⟦30⟧ days**.', '* **The Council Election is now in 29 days**.'],
  ['**The council election** is only ⟦1,030⟧ days away.', '**The council election** is only 29 days away.'],
  ['*⟦30⟧ days until the council election.*', '*29 days until the council election.*'],
  ['*Rain; and the 2031 midterms are in ⟦2⟧ days*.', '*Rain; and the 2031 midterms are in 1 day*.'],
  ['The midterms are in ⟦0⟧ day.', 'The midterms are in 1 day.'],
];

test('a wrong number of days is mended, towards the next of several events of a name', () => {
  for (const [marked, right] of WRONG) {
    const { text } = readMarks(entry(marked));
    const findings = found(text);
    assert.equal(markRanges(text, findings), entry(marked));
    const fixed = applyEdits(text, findings[0]?.fix?.edits ?? []);
    assert.equal(fixed, entry(right));
    assert.deepEqual(found(fixed), []);
  }
});

test('an event that is over, or is today, is pointed out', () => {
  for (const line of ['The vote is in ⟦3⟧ days.', 'The fair is in ⟦1⟧ day.']) {
    const { text } = readMarks(entry(line));
    const findings = found(text);
    assert.equal(markRanges(text, findings), entry(line));
    assert.equal(findings[0]?.fix, undefined);
  }
});

const SILENT: readonly string[] = [
  'The council election is in 29 days.',
  'The city council election is in about 30 days.',
  'The strike began 36 days before the council election.',
  'The council has 30 days to answer.',
  'The unfair is in 3 days.',
  'The game is in 3 days.',
  'The council election is in\n30 days.',
  'The council election is in 20310131 days.',
];

test('a right countdown, other counts and other events are let be', () => {
  for (const line of SILENT) assert.deepEqual(found(entry(line)), [], line);
});

test('without a date, or without events, nothing is counted', () => {
  const text = entry('The council election is in 30 days.');
  assert.deepEqual(found(text.replace(/date: .*/, 'date: soon')), []);
  assert.deepEqual([...countdown.check(parseEntry(text), { ...surroundings(), countdowns: [] })], []);
});

function found(text: string) {
  return [...countdown.check(parseEntry(text), { ...surroundings(), countdowns: COUNTDOWNS })];
}

function entry(line: string): string {
  return `---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n\n${line}\n`;
}
