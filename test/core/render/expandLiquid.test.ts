import assert from 'node:assert/strict';
import { test } from 'node:test';
import { embeddedTweet, expandLiquid, highlightedLiquid, tweetLink } from '../../../src/core/render/expandLiquid.ts';

const url = 'https://twitter.com/reporter/status/1';

test('a tweet becomes the markup of the site, whatever its other parameters are', () => {
  for (const tag of [`{% twitter ${url} %}`, `{%twitter  ${url} hide_thread=true %}`, `{%- twitter ${url}\n\\%}`]) {
    assert.equal(expandLiquid(`a\n\n${tag}\n\nb`).text, `a\n\n${embeddedTweet(url)}\n\nb`);
  }
});

test('the address of the site is what its configuration says, and empty without one', () => {
  const source = '<a href="{{ site.url }}{{site.baseurl}}/guide/">';
  assert.equal(expandLiquid(source, { siteUrl: 'https://example.org' }).text, '<a href="https://example.org/guide/">');
  assert.equal(
    expandLiquid(source, { siteUrl: 'https://example.org', baseUrl: '/log' }).text,
    '<a href="https://example.org/log/guide/">',
  );
  assert.equal(expandLiquid(source).text, '<a href="/guide/">');
});

test('nothing inside a raw block is expanded, and the block’s tags go', () => {
  for (const [source, text] of [
    [
      'a {% raw %}{{ site.url }} {% twitter x %}{% endraw %} {{ site.baseurl }}b',
      'a {{ site.url }} {% twitter x %} /log',
    ],
    ['{%- raw -%}\n{{ a }}\n{%- endraw -%}\n', '\n{{ a }}\n\n'],
    ['{% raw %}{% comment %}{% endraw %}{% endcomment %}', '{% comment %}{% endcomment %}'],
    ['{% raw %} {{ site.baseurl }}', '{% raw %} /log'], // never closed
  ] as const) {
    assert.equal(expandLiquid(source, { baseUrl: '/log' }).text.replace(/b$/, ''), text);
  }
});

test('a comment block is left out with everything in it', () => {
  assert.equal(expandLiquid('a {% comment %}{{ site.url }}\n\n{% twitter x %}\n{% endcomment %} b').text, 'a  b');
  assert.equal(expandLiquid('{% comment ask %}{% raw %}{% endcomment %}b').text, 'b');
  const { text, sourceLine } = expandLiquid('a\n\n{% comment %}\nb\n{% endcomment %}\n\nc');
  assert.equal(text, 'a\n\n\n\nc');
  assert.equal(sourceLine(4), 6);
});

test('the Liquid that a highlight block encloses is expanded', () => {
  assert.equal(
    expandLiquid('{% highlight html %}{{ site.url }}{% raw %}{{ a }}{% endraw %}{% endhighlight %}').text,
    '{% highlight html %}{{ a }}{% endhighlight %}',
  );
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
