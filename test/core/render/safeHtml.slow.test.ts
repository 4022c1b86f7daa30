import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { serializeHtml } from '../../../src/core/render/htmlTree.ts';
import { parseSafeHtml } from '../../../src/core/render/safeHtml.ts';
import { assertLinear, repeatToSize } from '../../support/assertLinear.ts';

const safe = (html: string) => serializeHtml(parseSafeHtml(html));

test('safe HTML is parsed into itself', () => {
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

describe('deeply nested and unclosed HTML is parsed in linear time', () => {
  for (const unit of UNITS) {
    test(JSON.stringify(unit), () =>
      assertLinear((size) => {
        const text = repeatToSize(unit, size);
        return () => safe(text);
      }),
    );
  }
});
