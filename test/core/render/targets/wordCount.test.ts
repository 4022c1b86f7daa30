import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countRenderedWords } from '../../../../src/core/render/targets/wordCount.ts';

test('words in HTML are separated by white space, without the tags', () => {
  for (const [html, words] of [
    ['', 0],
    ['<p>1/ <strong>Two</strong>, three.</p>\n', 3],
    ['<p>no\u00a0break</p><p>glued</p>', 1],
    ['<!-- a b --><script>c d</script>e <style>f g</style>h', 2],
    ['a < b', 3],
    ['<!-- never', 2],
  ] as const) {
    assert.equal(countRenderedWords(html), words, html);
  }
});
