import { describe, test } from 'node:test';
import { JEKYLL_KRAMDOWN } from '../../../../src/core/engines/kramdownOptions.ts';
import { createKramdown } from '../../../../src/core/render/kramdown/kramdown.ts';
import { assertLinear, repeatToSize } from '../../../support/assertLinear.ts';

// Any text is rendered in linear time, whatever is repeated in it.

const DIALECTS = {
  "GitHub's dialect": createKramdown(JEKYLL_KRAMDOWN),
  "kramdown's dialect": createKramdown({ ...JEKYLL_KRAMDOWN, input: 'kramdown', parseBlockHtml: true }),
};

// biome-ignore format: a list of strings
const UNITS = [
  '*', '_', '`', '[', '|', '#', '>', '<', '$', '{', '\\', '"', '~', ':', '-', ' ', '\t', '1', 'a', '^',
  '![', '[^', '[a](', '[a][', '[a](b "', '*a_ ', '**a ', '_a', `'a "b `, 'a``b', '<!--', '<?', '<![CDATA[', '<a b  ', '<b>', '<div>\n', '</div>\n', '<http:a',
  '&#', '~~a ', '$$', '$$a\n\n', '{:a\n', '{::comment}\n', '{::a b="', '*a*{:.b}', '> ', '* ', '* a\n', '* a\n  * b\n', '* a\n\n', '```a\n', '~~~~a\n', '    a\n',
  '|a|b|\n', '`|', '[a]: x "y', '[a]: b\n', '*[a]: b\n', '[^a]: b\n', 'a\n: b\n\n', '# a\n', '{:a: b}\n{:b: a}\n', '{:toc}\n* a\n', '![![a\n\n', '  \n', '\\\n',
];

for (const [dialect, markdown] of Object.entries(DIALECTS)) {
  describe(dialect, () => {
    for (const unit of UNITS) {
      for (const [before, after] of [
        ['', ''],
        ['*[HTML]: x\n[a]: b\n[^1]: c\n\n', '\n-->*`]>}'],
      ] as const) {
        test(`${JSON.stringify(`${before}${unit}…${after}`)} is rendered in linear time`, () =>
          assertLinear((size) => {
            const text = repeatToSize(unit, size, before, after);
            return () => markdown.render(text);
          }));
      }
    }
  });
}
