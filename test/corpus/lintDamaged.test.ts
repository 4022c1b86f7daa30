import { test } from 'node:test';
import fc from 'fast-check';
import { corpusEntries, noCorpus } from '../support/corpus.ts';
import { checkInvariants } from '../support/invariants.ts';
import { ruleContext } from '../support/ruleContext.ts';
import { damaged } from '../support/texts.ts';

test('real entries, cut and damaged anywhere, parse, and fixing them ends', { skip: noCorpus }, () => {
  const entries = corpusEntries().filter((_, index) => index % 20 === 0);
  for (const [index, { text }] of entries.entries()) {
    const around = ruleContext(index % 2 === 0 ? 'draft' : 'published');
    fc.assert(
      fc.property(damaged(text), (part) => checkInvariants(part, around)),
      { seed: 1080 + index, numRuns: 25 },
    );
  }
});
