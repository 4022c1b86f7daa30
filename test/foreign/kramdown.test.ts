import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JEKYLL_KRAMDOWN } from '../../src/core/engines/kramdownOptions.ts';
import { createKramdown } from '../../src/core/render/kramdown/kramdown.ts';
import { bodyOf, expectedHtml, foreignLogs, noForeign } from '../support/foreign.ts';

test('the entries of other writers render as kramdown renders them', { skip: noForeign }, () => {
  // The expected HTML was made without Liquid, so that its braces are text like any other.
  const markdown = createKramdown(JEKYLL_KRAMDOWN);
  for (const { name, entries } of foreignLogs()) {
    const expected = expectedHtml(name);
    assert.equal(expected.size, entries.length);
    for (const { path, text } of entries) {
      const html = expected.get(path)?.kramdown ?? '';
      // Blank lines between blocks belong to none of them, so they are not written.
      assert.equal(withoutBlankLines(markdown.render(bodyOf(text))), withoutBlankLines(html), path);
    }
  }
});

function withoutBlankLines(html: string): string {
  return html.replace(/\n+/g, '\n').trim();
}
