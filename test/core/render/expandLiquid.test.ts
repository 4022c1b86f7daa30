import assert from 'node:assert/strict';
import { test } from 'node:test';
import { embeddedTweet, expandLiquid, highlightedLiquid, tweetLink } from '../../../src/core/render/expandLiquid.ts';

const url = 'https://twitter.com/reporter/status/1';

test('a tweet becomes the markup of the site, whatever its other parameters are', () => {
  for (const tag of [`{% twitter ${url} %}`, `{%twitter  ${url} hide_thread=true %}`, `{%- twitter ${url}\n\\%}`]) {
    assert.equal(expandLiquid(`a\n\n${tag}\n\nb`).text, `a\n\n${embeddedTweet(url)}\n\nb`);
  }
});

test('the URL of the site is an option, its base URL is empty', () => {
  const source = '<a href="{{ site.url }}{{site.baseurl}}/guide/">';
  assert.equal(expandLiquid(source, { siteUrl: 'https://example.org' }).text, '<a href="https://example.org/guide/">');
  assert.equal(expandLiquid(source, { siteUrl: '' }).text, '<a href="/guide/">');
});

test('other Liquid stays as written', () => {
  const source = '{{ page.title }} {% include a.html %} {% twitter %} {{ {% %} }} {% unclosed {{ site.url';
  assert.equal(expandLiquid(source).text, source);
});

test('a preview may show a tweet as a link and highlight unknown Liquid', () => {
  const options = { renderTweet: tweetLink, renderUnknown: highlightedLiquid };
  assert.equal(
    expandLiquid(`{% twitter ${url} %}`, options).text,
    `<div class="tweet"><a href="${url}">${url}</a></div>`,
  );
  assert.equal(
    expandLiquid('{{ "a" }}', options).text,
    '<mark class=liquid>&#123;&#123; &#34;a&#34; &#125;&#125;</mark>',
  );
});

test('the URL of a tweet cannot break out of its attribute', () => {
  assert.equal(tweetLink('"><b>'), '<div class="tweet"><a href="&quot;&gt;&lt;b&gt;">&quot;&gt;&lt;b&gt;</a></div>');
});

test('lines map to their source after a tag of several lines', () => {
  const source = `a\n{% twitter\n${url}\n%}\nb {{ site.url }}\n\n{% twitter ${url}\n%}\nc`;
  const { text, sourceLine } = expandLiquid(source, { siteUrl: '' });
  const sourceLines = source.split('\n');
  for (const [line, content] of text.split('\n').entries()) {
    if (!content.startsWith('<div'))
      assert.equal(content, sourceLines[sourceLine(line)]?.replace('{{ site.url }}', ''));
  }
  assert.equal(sourceLine(text.split('\n').length), sourceLines.length);
});
