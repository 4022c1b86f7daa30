import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../src/core/text/text.ts';
import { findTracking } from '../../../src/core/urls/trackingParameters.ts';

test('tracking parameters are removed, and the rest of the address stays as it is', () => {
  const cases = {
    'https://herald.example/a?utm_source=feed': 'https://herald.example/a',
    'https://herald.example/a?utm_source=feed#now': 'https://herald.example/a#now',
    'https://herald.example/a?utm_source=x&id=1&utm_medium=y': 'https://herald.example/a?id=1',
    'https://herald.example/a?id=1&fbclid=x&page=2&gclid=y#b': 'https://herald.example/a?id=1&page=2#b',
    'https://herald.example/a\\_b?id=1&amp;utm\\_source=x': 'https://herald.example/a\\_b?id=1',
    'https://herald.example/a?utm\\_source=x&amp;id=1\\_2': 'https://herald.example/a?id=1\\_2',
    'https://herald.example/a#click=https://t.co/x': 'https://herald.example/a',
    'https://herald.example/a?id=1&utm_source=x&utm_medium=y#utm_term=z': 'https://herald.example/a?id=1',
    'https://herald.example/a?ref=home': 'https://herald.example/a',
    'https://www.nytimes.com/a.html?action=click&module=Top%20Stories&pgtype=Homepage':
      'https://www.nytimes.com/a.html',
    'https://www.wsj.com/a?mod=hp_lead_pos1': 'https://www.wsj.com/a',
    'https://x.com/a/status/1?s=20': 'https://x.com/a/status/1',
  };
  for (const [address, clean] of Object.entries(cases)) {
    assert.equal(removeTracking(address), clean);
    assert.equal(findTracking(clean), undefined, clean);
  }
});

test('parameters that may identify the page stay', () => {
  for (const address of [
    'https://herald.example/a?id=1&v=2&page=3&entryId=4&tab=all&releaseid=5',
    'https://herald.example/a?ref=12&source=census',
    'https://herald.example/a?mod=1&action=view&s=1&t=2',
    'https://www.nytimes.com/a.html?unlocked_article_code=1.x',
    'https://www.youtube.com/watch?v=a&t=30',
    'https://archive.example/web/2020/https://herald.example/a?utm_source=feed',
    'https://herald.example/a?',
    'https://herald.example/a#link-1',
    'https://herald.example/utm_source=1',
  ]) {
    assert.equal(removeTracking(address), address);
  }
});

function removeTracking(address: string): string {
  return applyEdits(
    address,
    (findTracking(address)?.cuts ?? []).map((span) => ({ ...span, text: '' })),
  );
}
