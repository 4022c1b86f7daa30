import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationTracking } from '../../../src/core/lint/rules/citationTracking.ts';
import { checkRule, findings } from '../../support/checkRule.ts';

test('tracking is removed from every link of an entry, and other parameters stay', () => {
  checkRule(
    citationTracking,
    '1/ **Why?** She [left](https://herald.example/a?⟦fbclid=1⟧). ([Herald](https://herald.example/b) / [KXYZ](https://kxyz.example/c?⟦utm_source=x&id=1&utm_medium=y⟧))\n\n* **#1**. ([Herald](https://herald.example/d?id=1#e) / [Post](https://post.example/f?⟦gclid=2⟧#g))',
    '1/ **Why?** She [left](https://herald.example/a). ([Herald](https://herald.example/b) / [KXYZ](https://kxyz.example/c?id=1))\n\n* **#1**. ([Herald](https://herald.example/d?id=1#e) / [Post](https://post.example/f#g))',
  );
});

test('the message names the tracking parameters', () => {
  const [finding] = findings(citationTracking, '([Herald](https://herald.example/a?utm_source=x&utm_medium=y&id=1))');
  assert.equal(finding?.message, 'Tracking parameters in the address: `utm_source` and `utm_medium`.');
});
