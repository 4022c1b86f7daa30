import { test } from 'node:test';
import { checkNothingReported } from '../../support/checkRule.ts';

// No rule reports or changes an address that works as written, however unusual it is.

const DATES = 'https://a.example/q?d=2026-01-01..2026-01-07';

test('an address with two full stops keeps both wherever it is', () => {
  checkNothingReported(`Text with [a map][m].\n\n[m]: ${DATES}`);
  checkNothingReported(`Text with [a map](${DATES}).`);
  checkNothingReported(`Text with [a map](<${DATES}> "A map..b").`);
  checkNothingReported(`Text with ${DATES} in it.`);
  checkNothingReported(`Text with <${DATES}> in it.`);
  checkNothingReported(`Text with <a href="${DATES}">a map</a>.`);
});

test('a reference keeps its link, whatever its label is', () => {
  checkNothingReported('Text by [Open.Secrets] and more.\n\n[open.secrets]: https://a.example/1');
  checkNothingReported('Text by [them][Open.Secrets] and more.\n\n[open.secrets]: https://a.example/1');
});

test('balanced and escaped brackets, angle brackets and titles are left as they are', () => {
  for (const destination of [
    'https://a.example/b_(c)',
    'https://a.example/b_(c_(d))',
    'https://a.example/b_\\(c',
    'https://a.example/b_\\)c',
    '<https://a.example/b_(c>',
    '<https://a.example/b c>',
    'https://a.example/1 "One"',
    "https://a.example/1 'One two'",
    'https://a.example/1 (One two.)',
    '<https://a.example/1> "One"',
  ]) {
    checkNothingReported(`1/ **Head**. Text. ([A News](${destination}))`);
    checkNothingReported(`1/ **Head**. Text. ([A News](${destination}) / [B Post](https://b.example/2))`);
    checkNothingReported(`* Text with [a map](${destination}) in it.`);
  }
});
