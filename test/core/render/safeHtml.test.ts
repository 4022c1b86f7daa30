import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeHtml } from '../../../src/core/render/htmlTree.ts';
import { readHtml } from '../../../src/core/render/safeHtml.ts';

const safe = (html: string) => writeHtml(readHtml(html));

test('what the renderer gives stays', () => {
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

for (const [name, html, left] of [
  ['a script', 'a<script>alert(1)</script>b', 'ab'],
  ['a script that never ends', 'a<SCRIPT src=//x>alert(1)', 'a'],
  ['a script in a script', '<scr<script>x</script>ipt>alert(1)', '&lt;script&gt;alert(1)'],
  ['handlers', '<p onclick="a()" ONMOUSEOVER=b()>c</p>', '<p>c</p>'],
  ['a picture’s handler', '<img src=x onerror=alert(1)>', '<img src="x">'],
  ['javascript:', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
  ['javascript: in disguise', '<a href=" &#1;jav&#x09;ascript&colon;alert(1)">a</a>', '<a>a</a>'],
  ['data: HTML', '<a href="data:text/html,<script>alert(1)</script>">a</a>', '<a>a</a>'],
  ['vbscript: and blob:', '<a href="vbscript:a">b</a><a href="blob:c">d</a>', '<a>b</a><a>d</a>'],
  ['a frame', '<iframe src="https://x.example">a</iframe>b', 'b'],
  ['a form', '<form action="https://x.example"><input name=a><select><option>b</select>c</form>', 'c'],
  ['a refresh', '<meta http-equiv="refresh" content="0;url=https://x.example">a', 'a'],
  ['a base', '<base href="https://x.example/">a', 'a'],
  ['styles', '<style>@import "//x"</style><p style="background:url(//x)" class="unseen">a</p>', '<p>a</p>'],
  ['a picture that draws', '<svg onload=alert(1)><a xlink:href="javascript:b">c</a></svg>d', 'd'],
  ['an object', '<object data="x"><embed src="y"></object>a', 'a'],
  ['a picture of data that draws', '<img src="data:image/svg+xml;base64,AAAA">', '<img>'],
  ['a comment', 'a<!-- <script>b</script> -->c<!d>e<?f?>g', 'aceg'],
  [
    'an attribute that breaks out',
    `<p title='"><script>a</script>'>b</p>`,
    '<p title="&quot;&gt;&lt;script&gt;a&lt;/script&gt;">b</p>',
  ],
  ['what is opened ends', '<div><b>a', '<div><b>a</b></div>'],
  ['what was not opened is not closed', 'a</div></main></p>b', 'ab'],
  ['a paragraph ends where a list begins', '<p>a<ul><li>b</ul>c', '<p>a</p><ul><li>b</li></ul>c'],
  ['cells without a table', '<td>a</td>', 'a'],
  ['no tag', '<a b <c> 1 < 2 <3', '&lt;a b  1 &lt; 2 &lt;3'],
] as const) {
  test(`${name} does nothing`, () => assert.equal(safe(html), left));
}
