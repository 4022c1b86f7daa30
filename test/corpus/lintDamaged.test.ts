import { test } from 'node:test';
import fc from 'fast-check';
import { damagedText } from '../support/arbitraryTexts.ts';
import { corpusEntries, noCorpus } from '../support/corpus.ts';
import { checkInvariants } from '../support/invariants.ts';
import { ruleContext } from '../support/ruleContext.ts';

test('damaged excerpts of real entries can be parsed and fixed', { skip: noCorpus }, () => {
  const entries = corpusEntries().filter((_, index) => index % 20 === 0);
  for (const [index, { text }] of entries.entries()) {
    const context = ruleContext(index % 2 === 0 ? 'draft' : 'published');
    fc.assert(
      fc.property(damagedText(text), (part) => checkInvariants(part, context)),
      { seed: 1080 + index, numRuns: 25 },
    );
  }
});
