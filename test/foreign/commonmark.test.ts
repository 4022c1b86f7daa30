import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_COMMONMARK } from '../../src/core/engines/commonMarkOptions.ts';
import { createCommonMark } from '../../src/core/render/commonmark/commonmark.ts';
import { renderBody } from '../../src/core/render/renderBody.ts';
import { bodyOf, expectedHtml, foreignLogs, noForeign } from '../support/foreign.ts';

test('the entries of other writers render as commonmarker renders them, byte for byte', { skip: noForeign }, () => {
  // The expected HTML was made without Liquid, so that its braces are text like any other.
  const markdown = createCommonMark(DEFAULT_COMMONMARK);
  for (const { name, entries } of foreignLogs()) {
    const expected = expectedHtml(name);
    assert.equal(expected.size, entries.length);
    for (const { path, text } of entries) {
      const body = bodyOf(text);
      const html = expected.get(path)?.commonmarker;
      assert.equal(markdown.render(body), html, path);
      if (!/\{[{%]/.test(body)) assert.equal(renderBody(body), html, path);
    }
  }
});
