import { test } from 'node:test';
import fc from 'fast-check';
import { allDocuments, anyDocument } from '../../support/arbitraryDocuments.ts';
import { checkHarmless, checkUntouched } from '../../support/checkHarmless.ts';
import { hiddenText } from '../../support/hiddenText.ts';
import { hasBrokenLiquid } from '../../support/independentLiquid.ts';

// A few of the many documents that properties.slow.test.ts tries.

const lists = allDocuments();

test('fix-all of any document keeps its code, addresses, HTML, Liquid, values and words', () => {
  fc.assert(
    fc.property(anyDocument(lists, 6), (document) => {
      fc.pre(!hasBrokenLiquid(document.text));
      checkHarmless(document);
    }),
    { seed: 1080, numRuns: 500, endOnFailure: true },
  );
});

test('no rule finds or changes anything in what is not prose', () => {
  fc.assert(
    fc.property(hiddenText(anyDocument(lists, 6)), (document) => checkUntouched(document, document.part)),
    { seed: 1080, numRuns: 500, endOnFailure: true },
  );
});
