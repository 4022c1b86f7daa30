import { test } from 'node:test';
import fc from 'fast-check';
import { composed, damaged, excerpts, specExamples } from '../../support/arbitraryMarkdown.ts';
import { checkLiterals, isReadAlike } from '../../support/checkLiterals.ts';
import { bodyOf, foreignLogs, noForeign } from '../../support/foreign.ts';

const bodies = foreignLogs().flatMap(({ entries }) => entries.map(({ text }) => bodyOf(text)));

test('what is not prose in the entries of other writers', { skip: noForeign }, () => {
  for (const body of bodies) checkLiterals(body);
});

test('what is not prose in any composition of examples and entries, damaged or not', () => {
  const texts = [...specExamples, ...excerpts(bodies, 6)];
  fc.assert(
    fc.property(damaged(composed(texts), 6), (markdown) => {
      fc.pre(isReadAlike(markdown));
      checkLiterals(markdown);
    }),
    { seed: 1080, numRuns: 20_000 },
  );
});
