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

test('a highlight block becomes code, with the Liquid in it expanded and without colors', () => {
  assert.equal(
    expandLiquid('{% highlight html %}{{ site.url }}{% raw %}{{ a }}{% endraw %}{% endhighlight %}').text,
    '<pre><code class="language-html">{{ a }}</code></pre>',
  );
});

test('values of the site and the page are their texts', () => {
  const options = {
    baseUrl: '/log',
    siteUrl: 'https://log.example',
    siteValues: () => ({ title: 'Log', author: { name: 'Ann' }, years: [2031], url: 'x' }),
    pageValues: () => ({ title: 'Day <1>', day: 1, draft: true, tags: ['a'] }),
  };
  for (const [source, text] of [
    ['{{ site.title }} {{site.author.name}}', 'Log Ann'],
    ['{{- page.title -}} {{ page.day }} {{ page.draft }}', 'Day <1> 1 true'],
    ['{{ \'/a/\' | relative_url }} {{ "b" | absolute_url }}', '/log/a/ https://log.example/log/b'],
    ['{{ site.title | relative_url }}', '/log/Log'],
    ['{{ "https://a.example" | relative_url }}', 'https://a.example'],
    ['`{{ site.url }}`', '`https://log.example`'],
  ] as const) {
    assert.equal(expandLiquid(source, options).text, text);
  }
  for (const source of [
    '{{ site.years }}',
    '{{ site.author }}',
    '{{ page.missing }}',
    '{{ page.title | upcase }}',
    '{{ page.constructor.name }}',
    '{{ user.name }}',
    '{{ "a" }}',
  ]) {
    assert.equal(expandLiquid(source, options).text, source);
  }
});

test('the address of a page has the folder of the site before it, once', () => {
  const addressOf = (target: string, kind: string) => (target === 'gone' ? undefined : `/${kind}/${target}/`);
  const expand = (source: string, baseUrl = '') => expandLiquid(source, { addressOf, baseUrl }).text;
  assert.equal(expand('[a]({% post_url 2031-01-30-day-11 %}#b)'), '[a](/post/2031-01-30-day-11/#b)');
  assert.equal(expand('{%- link "about us.md" -%}'), '/file/about us.md/');
  assert.equal(expand('{% link a.md %}', '/log'), '/log/file/a.md/');
  assert.equal(expand('{{ site.baseurl }}{% link a.md %}', '/log'), '/log/file/a.md/');
  assert.equal(
    expand('{% link gone %} {% link %} {% link a.md | b %}'),
    '{% link gone %} {% link %} {% link a.md | b %}',
  );
});

test('unknown Liquid is a card between blank lines, marked in text, encoded in an address, and as written in code', () => {
  const expand = (source: string) => expandLiquid(source, { renderUnknown: (_, place) => `<${place}>` }).text;
  for (const [source, text] of [
    ['a\n\n{% include a.html\n  b="c" %}\n\nd', 'a\n\n<block>\n\nd'],
    ['{% include a.html %}', '<block>'],
    ['a\n{% include b.html %}\n\nc', 'a\n<text>\n\nc'],
    ['{% if a %}b{% endif %}', '<text>b<text>'],
    ['{{ a }}', '<text>'],
    ['[a]({{ b }}c)', '[a](<address>c)'],
    ['[a]({{ site.baseurl }}{% link b.md %}{{ c }})', '[a](<address><address>)'],
    ['`{{#if a}}` ``{% b %}``', '`{{#if a}}` ``{% b %}``'],
    ['```js\n{{ a }}\n```\n\n    {% b %}\n\n{{ c }}', '```js\n{{ a }}\n```\n\n    {% b %}\n\n<text>'],
    ['{% highlight js %}\n{{ a }}\n{% endhighlight %}', '<pre><code class="language-js">{{ a }}</code></pre>'],
    ['`a {{ b', '`a {{ b'],
  ] as const) {
    assert.equal(expand(source), text);
  }
  assert.equal(
    highlightedLiquid('{% include a.html\nb=1 %}', 'block'),
    '<figure class="liquid">&#123;&#37; include a&#46;html&#10;b&#61;1 &#37;&#125;</figure>',
  );
  assert.equal(highlightedLiquid('{{ a }}', 'address'), '%7B%7B%20a%20%7D%7D');
});

test('code to highlight keeps its blank lines, and nothing in it is HTML', () => {
  assert.equal(
    expandLiquid('{% highlight c++ linenos %}\n\na < b\n\n*c*\n{% endhighlight %}').text,
    '<pre><code class="language-c++">a &lt; b\n\n*c*</code></pre>',
  );
  const unclosed = '{% highlight js %}\na';
  assert.equal(expandLiquid(unclosed).text, unclosed);
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
