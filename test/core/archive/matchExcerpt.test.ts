import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchExcerpt } from '../../../src/core/archive/matchExcerpt.ts';

const ENTRY =
  '1/ **The levy failed**. Two hydrants on the hill are closed for good, and the [ferry line](https://a.example/1) that the city had ' +
  'promised since 2019 will not open before the autumn of next year at all. ([Herald](https://herald.example/levy))\n';

function check(query: string, expected: string | undefined): void {
  assert.equal(matchExcerpt(ENTRY, 0, query), expected);
}

test('the words that match are shown with those around them', () => {
  check('hydrant', 'Two hydrants on the hill are closed for good, …');
  check('ferry', '… are closed for good, and the ferry line that the city had promised …');
  check(
    'autumn ferr',
    '… are closed for good, and the ferry line that the city had promised … 2019 will not open before the autumn of next year at all.',
  );
});

test('nothing is added to a headline that shows the match, or for words that only an address contains', () => {
  check('levy', undefined);
  check('levy failed hydrants', 'Two hydrants on the hill are closed for good, …');
  check('herald', undefined);
  assert.equal(matchExcerpt(ENTRY, 5, 'hydrant'), undefined);
});
