import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asMidSentence, learnCapitalization } from '../../../../src/core/compose/frontMatter/capitalization.ts';

const ARCHIVE = learnCapitalization([
  'She asked Tolliver about the harbor. Nobody answered.',
  'On Friday attorneys said that Attorney General Reyes had called the Council.',
  'It was, Tolliver’s office said, up to Secretary of Ports Lindqvist.',
  'The ferry left with several members of the Council aboard.',
]);

const CASES: readonly (readonly [string, string])[] = [
  ['The ferry sank', 'the ferry sank'],
  ['Tolliver resigned', 'Tolliver resigned'],
  ['Tolliver’s office closed', 'Tolliver’s office closed'],
  ['Tolliver-backed bonds fell', 'Tolliver-backed bonds fell'],
  ['Attorneys left early', 'attorneys left early'],
  ['Attorney General Reyes left', 'Attorney General Reyes left'],
  ['Secretary of Ports Lindqvist left', 'Secretary of Ports Lindqvist left'],
  ['Members of the Council left', 'members of the Council left'],
  ['Members of Congress left', 'members of Congress left'],
  ['FBI agents came', 'FBI agents came'],
  ['McKay came', 'McKay came'],
  ['U.S. ferries came', 'U.S. ferries came'],
  ['Ottoline came', 'Ottoline came'],
  ['Nearly all came', 'nearly all came'],
  ['A boat came', 'a boat came'],
  ['61% of residents came', '61% of residents came'],
  ['“The Horn” came', '“The Horn” came'],
  ['the horn came', 'the horn came'],
  ['', ''],
];

test('a first word becomes lower-case unless it is a name, an acronym or quoted', () => {
  for (const [headline, clause] of CASES) assert.equal(asMidSentence(headline, [ARCHIVE]), clause);
});

test('the majority of uses decides, from any text', () => {
  const small = learnCapitalization(['a marigold, a marigold']);
  const capital = learnCapitalization(['the Marigold, the Marigold and the Marigold']);
  assert.equal(asMidSentence('Marigold left', [small]), 'marigold left');
  assert.equal(asMidSentence('Marigold left', [small, capital]), 'Marigold left');
});
