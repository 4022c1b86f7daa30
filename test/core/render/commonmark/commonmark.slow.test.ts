import { describe, test } from 'node:test';
import { createRenderer } from '../../../../src/core/render/commonmark/commonmark.ts';
import { expandLiquid } from '../../../../src/core/render/liquid.ts';
import { smartify } from '../../../../src/core/render/smartify.ts';
import { assertLinear, repeated } from '../../../support/scaling.ts';

// Whatever a text is full of, it is rendered in proportion to its length.

const site = createRenderer();

const WORKS: Readonly<Record<string, (text: string) => unknown>> = {
  rendered: (text) => site.render(text),
  'expanded by Liquid': expandLiquid,
  smartified: smartify,
};

// biome-ignore format: a list of strings
const UNITS = [
  '[', '![', '*a_ ', `'a "b `, '<!--', '<?', '`a``b', '[^', '[a](', '(', '> ', '&#', '~a~~b', '<a b  ', '  ', String.raw`\!`, '\n* ', '{{ ', '{{  ',
];

for (const unit of UNITS) {
  for (const [before, after] of [
    ['', ''],
    ['[a](b "', ''],
    ['a', 'b\nb'],
  ] as const) {
    describe(JSON.stringify(`${before}${unit}…${after}`), () => {
      for (const [name, work] of Object.entries(WORKS)) {
        // Known: smartify looks for the end of each comment anew, to the end of the text. A description of 100 KB of them takes a second.
        if (name === 'smartified' && unit === '<!--') continue;
        test(`is ${name} in proportion to its length`, () =>
          assertLinear((size) => {
            const text = repeated(unit, size, before, after);
            return () => work(text);
          }));
      }
    });
  }
}
