import { test } from 'node:test';
import fc from 'fast-check';
import { anyGroup, anyText } from '../../support/arbitraryTexts.ts';
import { checkInvariants } from '../../support/invariants.ts';
import { ruleContext } from '../../support/ruleContext.ts';

for (const stage of ['draft', 'published'] as const) {
  const check = (text: string) => checkInvariants(text, ruleContext(stage, '2031-01-31-day-12.markdown'));

  test(`fix-all of any text in a ${stage} entry ends and is idempotent`, () => {
    fc.assert(fc.property(anyText, check), { seed: 1080, numRuns: 2_000 });
  });

  test(`fix-all of any damaged citation group in a ${stage} entry ends and is idempotent`, () => {
    fc.assert(fc.property(anyGroup, check), { seed: 1080, numRuns: 2_000 });
  });
}
