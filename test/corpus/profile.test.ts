import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { readDay, withCountdowns } from '../../src/core/entry/readDay.ts';
import { learnProfile } from '../../src/core/newsroom/profile/profile.ts';
import { profileFacts } from '../../src/core/newsroom/profile/profileFacts.ts';
import { corpusEntries, noCorpus } from '../support/corpus.ts';

test('the profile of seven years of real entries, with the events that they count down to', { skip: noCorpus }, () => {
  const days = corpusEntries().map(({ path, text }) => {
    const entry = parseEntry(text);
    return withCountdowns(readDay(entry, path, false), entry);
  });
  const profile = learnProfile(days, { epochs: [], timezone: undefined, systemZone: 'UTC' });
  assert.deepEqual(
    profileFacts(profile, {}).map(({ name, value, strength }) => [name, value, strength]),
    [
      ['count', 'calendar', 'certain'],
      ['title', 'Day {number}', 'certain'],
      ['fileName', '{date}-day-{day}.markdown', 'certain'],
      ['date', 'YYYY-MM-DD HH:MM:SS ±HH:MM', 'certain'],
      ['timezone', 'America/Los_Angeles', 'certain'],
      ['keys', ['title', 'date', 'tags', 'description', 'image', 'todayInOneSentence'], 'certain'],
      ['countdown', { phrase: 'presidential election', date: '2024-11-05' }, 'certain'],
      ['countdown', { phrase: 'midterm elections', date: '2026-11-03' }, 'certain'],
      ['countdown', { phrase: '2026 midterms', date: '2026-11-03' }, 'certain'],
    ],
  );
});
