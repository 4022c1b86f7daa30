import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serializeHtml } from '../../../src/core/render/htmlTree.ts';
import { parseSafeHtml } from '../../../src/core/render/safeHtml.ts';

const safe = (html: string) => serializeHtml(parseSafeHtml(html));

test('the output of our own renderer stays as it is', () => {
  for (const html of [
    '<p>1/ <strong>“Head” &amp; more</strong>. <del>a</del> <em>b</em><br>\n(<a href="https://a.example/?b&amp;c">D</a>)</p>\n',
    '<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n<ol start="3">\n<li>c</li>\n</ol>\n<hr>\n<pre>&lt;d&gt;\n</pre>\n',
    '<p><sup class="footnote-ref"><a href="#fn1" id="fnref1">1</a></sup> <img src="/a.png" alt="b" title="c"></p>',
    '<p>It’s – “here” 5 &gt; 4</p>',
  ]) {
    assert.equal(safe(html), html);
  }
  assert.equal(safe('<br /><IMG SRC=/a.png ALT=b>'), '<br><img src="/a.png" alt="b">');
});

for (const [name, html, expected] of [
  ['a script', 'a<script>alert(1)</script>b', 'ab'],
  ['a script that never ends', 'a<SCRIPT src=//x>alert(1)', 'a'],
  ['a script in a script', '<scr<script>x</script>ipt>alert(1)', '&lt;script&gt;alert(1)'],
  ['handlers', '<p onclick="a()" ONMOUSEOVER=b()>c</p>', '<p>c</p>'],
  ['the handler of an image', '<img src=x onerror=alert(1)>', '<img src="x">'],
  ['javascript:', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
  ['javascript: in disguise', '<a href=" &#1;jav&#x09;ascript&colon;alert(1)">a</a>', '<a>a</a>'],
  ['data: HTML', '<a href="data:text/html,<script>alert(1)</script>">a</a>', '<a>a</a>'],
  ['vbscript: and blob:', '<a href="vbscript:a">b</a><a href="blob:c">d</a>', '<a>b</a><a>d</a>'],
  ['a frame', '<iframe src="https://x.example">a</iframe>b', 'b'],
  ['a form', '<form action="https://x.example"><input name=a><select><option>b</select>c</form>', 'c'],
  ['a refresh', '<meta http-equiv="refresh" content="0;url=https://x.example">a', 'a'],
  ['a base', '<base href="https://x.example/">a', 'a'],
  ['styles', '<style>@import "//x"</style><p style="background:url(//x)" class="unseen">a</p>', '<p>a</p>'],
  ['an inline SVG', '<svg onload=alert(1)><a xlink:href="javascript:b">c</a></svg>d', 'd'],
  ['an object', '<object data="x"><embed src="y"></object>a', 'a'],
  ['an SVG image as data', '<img src="data:image/svg+xml;base64,AAAA">', '<img>'],
  ['a comment', 'a<!-- <script>b</script> -->c<!d>e<?f?>g', 'aceg'],
  [
    'an attribute that tries to break out',
    `<p title='"><script>a</script>'>b</p>`,
    '<p title="&quot;&gt;&lt;script&gt;a&lt;/script&gt;">b</p>',
  ],
  ['an unclosed element is closed', '<div><b>a', '<div><b>a</b></div>'],
  ['a stray end tag is dropped', 'a</div></main></p>b', 'ab'],
  ['a paragraph ends where a list begins', '<p>a<ul><li>b</ul>c', '<p>a</p><ul><li>b</li></ul>c'],
  ['cells without a table', '<td>a</td>', 'a'],
  ['text that only looks like a tag', '<a b <c> 1 < 2 <3', '&lt;a b  1 &lt; 2 &lt;3'],
] as const) {
  test(`safe: ${name}`, () => assert.equal(safe(html), expected));
}
