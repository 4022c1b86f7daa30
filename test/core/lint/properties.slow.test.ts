import { test } from 'node:test';
import fc from 'fast-check';
import { checkInvariants } from '../../support/invariants.ts';
import { ruleContext } from '../../support/ruleContext.ts';
import { anyGroup, anyText } from '../../support/texts.ts';

for (const stage of ['draft', 'published'] as const) {
  const check = (text: string) => checkInvariants(text, ruleContext(stage, '2031-01-31-day-12.markdown'));

  test(`whatever the text of a ${stage} entry, fixing it ends and does not repeat itself`, () => {
    fc.assert(fc.property(anyText, check), { seed: 1080, numRuns: 2_000 });
  });

  test(`whatever went wrong in a group of a ${stage} entry, fixing it ends and does not repeat itself`, () => {
    fc.assert(fc.property(anyGroup, check), { seed: 1080, numRuns: 2_000 });
  });
}
