import { test } from 'node:test';
import fc from 'fast-check';
import { allDocuments, anyDocument } from '../../support/arbitraryDocuments.ts';
import { anyGroup, anyText } from '../../support/arbitraryTexts.ts';
import { checkHarmless, checkUntouched } from '../../support/checkHarmless.ts';
import { hiddenText } from '../../support/hiddenText.ts';
import { hasBrokenLiquid } from '../../support/independentLiquid.ts';
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

const lists = allDocuments();

for (const [form, withForm] of [
  ['line feeds', (text: string) => text],
  ['Windows line breaks', (text: string) => text.replaceAll('\n', '\r\n')],
] as const) {
  test(`fix-all of any document with ${form} keeps its code, addresses, HTML, Liquid, values and words`, () => {
    fc.assert(
      fc.property(anyDocument(lists, 8), ({ text, context }) => {
        fc.pre(!hasBrokenLiquid(text));
        checkHarmless({ text: withForm(text), context });
      }),
      { seed: 1080, numRuns: 20_000, endOnFailure: true },
    );
  });
}

test('no rule finds or changes anything in what is not prose', () => {
  fc.assert(
    fc.property(hiddenText(anyDocument(lists, 8)), (document) => checkUntouched(document, document.part)),
    { seed: 1080, numRuns: 20_000, endOnFailure: true },
  );
});
