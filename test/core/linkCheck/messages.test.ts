import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resultMessage, resultsMessage } from '../../../src/core/linkCheck/messages.ts';

const PAGE = 'https://herald.example/2031/storm';

test('a result is described in a sentence', () => {
  assert.equal(
    resultMessage(PAGE, { verdict: 'gone', reason: 410 }),
    'herald.example says that this page is gone (410).',
  );
  assert.equal(
    resultMessage(PAGE, { verdict: 'unverified', reason: 403 }),
    'The page could not be verified: herald.example restricts access to it (403).',
  );
  assert.equal(
    resultMessage(PAGE, { verdict: 'unverified', reason: 'skipped' }),
    'The page could not be verified: an earlier request to herald.example failed.',
  );
});

test('results are counted by verdict', () => {
  const verdicts = ['available', 'available', 'gone', 'unverified'] as const;
  assert.equal(
    resultsMessage(verdicts.map((verdict) => ({ verdict, reason: 200 }))),
    '2 pages are available, 1 is gone, 1 could not be verified.',
  );
  assert.equal(resultsMessage([{ verdict: 'available', reason: 200 }]), '1 page is available.');
});
