import { test } from 'node:test';
import type { Countdown } from '../../../src/core/lint/rule.ts';
import { countdown } from '../../../src/core/lint/rules/countdown.ts';
import { checkRule, checkSilent } from '../../support/checkRule.ts';
import { ruleContext } from '../../support/ruleContext.ts';

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
const CONTEXT = { ...ruleContext(), countdowns: COUNTDOWNS };

const WRONG: readonly (readonly [string, string])[] = [
  ['*The council election is in ⟦30⟧ days.*', '*The council election is in 29 days.*'],
  ['* **The Council Election is now in ⟦30⟧ days**.', '* **The Council Election is now in 29 days**.'],
  ['**The council election** is only ⟦1,030⟧ days away.', '**The council election** is only 29 days away.'],
  ['*⟦30⟧ days until the council election.*', '*29 days until the council election.*'],
  ['*Rain; and the 2031 midterms are in ⟦2⟧ days*.', '*Rain; and the 2031 midterms are in 1 day*.'],
  ['The midterms are in ⟦0⟧ day.', 'The midterms are in 1 day.'],
];

test('a wrong number of days is fixed, and counts to the next of several events with one name', () => {
  for (const [marked, right] of WRONG) checkRule(countdown, entry(marked), entry(right), CONTEXT);
});

test('a countdown to an event that is over or is today is reported', () => {
  checkRule(countdown, entry('The vote is in ⟦3⟧ days.'), undefined, CONTEXT);
  checkRule(countdown, entry('The fair is in ⟦1⟧ day.'), undefined, CONTEXT);
});

const ACCEPTED: readonly string[] = [
  'The council election is in 29 days.',
  'The city council election is in about 30 days.',
  'The strike began 36 days before the council election.',
  'The council has 30 days to answer.',
  'The unfair is in 3 days.',
  'The game is in 3 days.',
  'The council election is in\n30 days.',
  'The council election is in 20310131 days.',
];

test('a correct countdown, other counts and other events are accepted', () => {
  for (const line of ACCEPTED) checkSilent(countdown, entry(line), CONTEXT);
});

test('without a date or events nothing is reported', () => {
  const text = entry('The council election is in 30 days.');
  checkSilent(countdown, text.replace(/date: .*/, 'date: soon'), CONTEXT);
  checkSilent(countdown, text, { ...CONTEXT, countdowns: [] });
});

function entry(line: string): string {
  return `---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n\n${line}\n`;
}
