import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandLiquid, markedLiquid, quietTweet, siteTweet } from '../../../src/core/render/liquid.ts';

const url = 'https://twitter.com/reporter/status/1';

test('a tweet becomes the markup of the site, whatever its other parameters', () => {
  for (const tag of [`{% twitter ${url} %}`, `{%twitter  ${url} hide_thread=true %}`, `{%- twitter ${url}\n\\%}`]) {
    assert.equal(expandLiquid(`a\n\n${tag}\n\nb`).text, `a\n\n${siteTweet(url)}\n\nb`);
  }
});

test('the address of the site is handed in, its base is empty', () => {
  const source = '<a href="{{ site.url }}{{site.baseurl}}/guide/">';
  assert.equal(expandLiquid(source, { siteUrl: 'https://example.org' }).text, '<a href="https://example.org/guide/">');
  assert.equal(expandLiquid(source, { siteUrl: '' }).text, '<a href="/guide/">');
});

test('other Liquid stays as it was written', () => {
  const source = '{{ page.title }} {% include a.html %} {% twitter %} {{ {% %} }} {% unclosed {{ site.url';
  assert.equal(expandLiquid(source).text, source);
});

test('a preview may show a quiet tweet and mark what it does not know', () => {
  const options = { tweet: quietTweet, unknown: markedLiquid };
  assert.equal(
    expandLiquid(`{% twitter ${url} %}`, options).text,
    `<div class="tweet"><a href="${url}">${url}</a></div>`,
  );
  assert.equal(
    expandLiquid('{{ "a" }}', options).text,
    '<mark class=liquid>&#123;&#123; &#34;a&#34; &#125;&#125;</mark>',
  );
});

test('a tweet keeps to its attribute', () => {
  assert.equal(quietTweet('"><b>'), '<div class="tweet"><a href="&quot;&gt;&lt;b&gt;">&quot;&gt;&lt;b&gt;</a></div>');
});

test('lines are found again behind a tag of several lines', () => {
  const source = `a\n{% twitter\n${url}\n%}\nb {{ site.url }}\n\n{% twitter ${url}\n%}\nc`;
  const { text, sourceLine } = expandLiquid(source, { siteUrl: '' });
  const written = source.split('\n');
  for (const [line, content] of text.split('\n').entries()) {
    if (!content.startsWith('<div')) assert.equal(content, written[sourceLine(line)]?.replace('{{ site.url }}', ''));
  }
  assert.equal(sourceLine(text.split('\n').length), written.length);
});
