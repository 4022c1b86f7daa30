import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { writeHtml } from '../../../src/core/render/htmlTree.ts';
import { readHtml } from '../../../src/core/render/safeHtml.ts';
import { assertLinear, repeated } from '../../support/scaling.ts';

const safe = (html: string) => writeHtml(readHtml(html));

test('whatever is read, is read alike when it is written', () => {
  const pieces = fc.constantFrom(
    ...[
      '<',
      '>',
      '</',
      '/>',
      '"',
      "'",
      '=',
      ' ',
      '&',
      ';',
      'a',
      'p',
      'div',
      'script',
      'style',
      'svg',
      '<!--',
      '-->',
      'href=',
      'on',
    ],
    ...[
      'javascript:',
      '&lt;',
      '&#60;',
      '<p>',
      '</p>',
      '<a href="',
      '<table>',
      '<td>',
      '<title>',
      '\n',
      '\0',
      '<li>',
      '<b>',
      '</b>',
    ],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const html = safe(parts.join(''));
      assert.equal(safe(html), html);
      assert.doesNotMatch(html, /<(?:script|style|svg|title|iframe)|<[^>]*\son|href="\s*javascript:/i);
    }),
    { seed: 1080, numRuns: 5000 },
  );
});

// biome-ignore format: a list of strings
const UNITS = [
  '<div>', '<p><b>', '<a b="', '<a b=\'"', '<!--', '<script', '<script></script', '</', '<', '&', '<a ',
];

describe('deep and endless text is read in proportion to its length', () => {
  for (const unit of UNITS) {
    test(JSON.stringify(unit), () =>
      assertLinear((size) => {
        const text = repeated(unit, size);
        return () => safe(text);
      }),
    );
  }
});
