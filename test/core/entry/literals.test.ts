import { test } from 'node:test';
import fc from 'fast-check';
import { composed, specExamples } from '../../support/arbitraryMarkdown.ts';
import { checkLiterals, isReadAlike } from '../../support/checkLiterals.ts';

// The parser of entries and markdown-it must find the same code, HTML, comments, autolinks, definitions, references and images.

test('what is not prose in the examples of the CommonMark specification', () => {
  for (const markdown of specExamples.filter(isReadAlike)) checkLiterals(markdown);
});

test('the same in quotes, lists and footnotes', () => {
  for (const markdown of specExamples) {
    const nested = [
      markdown.replace(/^/gm, '> '),
      `- ${markdown.replace(/\n(?=.)/g, '\n  ')}`,
      `> 1. ${markdown.replace(/\n(?=.)/g, '\n>    ')}`,
      `[^1]: A word.\n\n    ${markdown.replace(/\n(?=.)/g, '\n    ')}`,
    ];
    for (const document of nested.filter(isReadAlike)) checkLiterals(document);
  }
});

test('the same with Windows line breaks', () => {
  for (const markdown of specExamples.filter(isReadAlike)) checkLiterals(markdown.replaceAll('\n', '\r\n'));
});

test('what is not prose in any composition of the examples', () => {
  fc.assert(
    fc.property(composed(specExamples), (markdown) => {
      fc.pre(isReadAlike(markdown));
      checkLiterals(markdown);
    }),
    { seed: 1080, numRuns: 500 },
  );
});
