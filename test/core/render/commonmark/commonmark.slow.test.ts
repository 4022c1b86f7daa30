import { describe, test } from 'node:test';
import { DEFAULT_COMMONMARK } from '../../../../src/core/engines/commonMarkOptions.ts';
import { createCommonMark } from '../../../../src/core/render/commonmark/commonmark.ts';
import { expandLiquid } from '../../../../src/core/render/expandLiquid.ts';
import { smartify } from '../../../../src/core/render/smartify.ts';
import { assertLinear, repeatToSize } from '../../../support/assertLinear.ts';

// Any text is rendered in linear time, whatever is repeated in it.

const site = createCommonMark(DEFAULT_COMMONMARK);

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
        test(`is ${name} in linear time`, () =>
          assertLinear((size) => {
            const text = repeatToSize(unit, size, before, after);
            return () => work(text);
          }));
      }
    });
  }
}
