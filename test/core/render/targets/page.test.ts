import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GFM } from '../../../../src/core/engines/commonMarkOptions.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { type PageOptions, renderPage } from '../../../../src/core/render/targets/page.ts';

/** Checks the HTML of the body in the page. */
function checkBody(markdown: string, html: string, options?: PageOptions): void {
  const page = renderPage(parseEntry(markdown), options);
  assert.equal(page.slice(page.indexOf('</header>\n') + 10, page.indexOf('</main>')), html);
}

test('the page is a complete document without scripts', () => {
  const page = renderPage(parseEntry(`---\ntitle: Day 1\ndescription: '"A <b> & c."'\n---\n\n1/ **Head**.\n`));
  assert.match(page, /^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n/);
  assert.match(page, /<meta http-equiv="Content-Security-Policy" content="default-src 'none';/);
  assert.match(page, /<title>Day 1: “A {2}&amp; c.”<\/title>/);
  assert.match(page, /prefers-color-scheme: dark/);
  assert.match(page, /<h1>Day 1: <small>/);
  assert.doesNotMatch(page, /<script|<link|@import|url\(/);
});

test('an empty entry makes a page too', () => {
  assert.match(renderPage(parseEntry('')), /<title>Entry<\/title>[\s\S]*<p class="readingTime">/);
});

test('paragraphs, list items and third-level headings get the anchors of the site', () => {
  checkBody(
    '1/ **The mayor resigned**. "Why?"\n\n### Notables.\n\n* a\n\n* a\n',
    `<p id="1-the-mayor-resigned-“why-”">1/ <strong>The mayor resigned</strong>. “Why?”</p>
<h3 id="notables">Notables.</h3>
<ul>
<li id="a">
<p id="a-1">a</p>
</li>
<li id="a-2">
<p id="a-3">a</p>
</li>
</ul>
`,
  );
});

test('an id in the entry stays, and is not used again', () => {
  checkBody('<a id="rain"></a>\n\nRain', '<p><a id="rain"></a></p>\n<p id="rain-1">Rain</p>\n');
});

test('links of the site become absolute, external links open in a new tab', () => {
  checkBody(
    '[a](/2031/01/31/day-12/#b) [c](https://www.log.example/d) [e](https://f.example/?g&h) [i](#j)',
    '<p id="a-c-e-i"><a href="https://log.example/2031/01/31/day-12/#b">a</a> <a href="https://www.log.example/d">c</a> ' +
      '<a href="https://f.example/?g&amp;h" rel="external noopener" target="_blank">e</a> <a href="#j">i</a></p>\n',
    { siteUrl: 'https://log.example/' },
  );
  checkBody('[a](/b)', '<p id="a"><a href="/b">a</a></p>\n');
});

test('an image is resolved by the option, or else made absolute', () => {
  const text = '---\nimage: /uploads/a.png\n---\n![b](/uploads/b.png)';
  const data = 'data:image/png;base64,AAAA';
  const resolveImage = (address: string) => (address.endsWith('a.png') ? data : undefined);
  const page = renderPage(parseEntry(text), { siteUrl: 'https://log.example', resolveImage });
  assert.match(page, new RegExp(`<p class="image"><img src="${data}" alt=""></p>`));
  assert.match(page, /<img src="https:\/\/log\.example\/uploads\/b\.png" alt="b">/);
  assert.doesNotMatch(renderPage(parseEntry(text)), /class="image"/);
});

test('a table keeps its alignment, a task its checkbox, and code its language', () => {
  checkBody(
    '| a |\n|--:|\n| b |\n\n- [x] c\n\n```js\nd\n```\n',
    '<table>\n<thead>\n<tr>\n<th align="right">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align="right">b</td>\n</tr>\n</tbody>\n</table>\n' +
      '<ul>\n<li id="☑-c">☑ c</li>\n</ul>\n<pre><code class="language-js">d\n</code></pre>\n',
    { engine: { name: 'commonmark', options: GFM } },
  );
});

test('a Liquid tag between blank lines is a card with its source', () => {
  checkBody('{% include a.html b="c" %}\n', '<figure class="liquid">{% include a.html b=&quot;c&quot; %}</figure>\n');
});

test('a tweet becomes a link, unknown Liquid is highlighted', () => {
  const page = renderPage(parseEntry('{% twitter https://twitter.com/a/status/1 %}\n\n{{ page.x }}'));
  assert.match(page, /<div class="tweet"><a href="https:\/\/twitter\.com\/a\/status\/1" rel/);
  assert.match(page, /<mark class="liquid">\{\{ page\.x \}\}<\/mark>/);
});
