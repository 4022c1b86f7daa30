import { test } from 'node:test';
import { checkKramdown } from '../../../support/checkKramdown.ts';

test('Markdown in block-level HTML is not read', () => {
  checkKramdown('<div>\n*a*\n\n* b\n</div>\n\nc', '<div>\n*a*\n\n* b\n</div>\n<p>c</p>\n');
  checkKramdown('<section>a & b <b>c</b></section>', '<section>a &amp; b <b>c</b></section>\n');
});

test('the attribute markdown turns it on', () => {
  checkKramdown(
    '<div markdown="1">\n*a*\n\n* b\n</div>',
    '<div>\n  <p><em>a</em></p>\n\n  <ul>\n    <li>b</li>\n  </ul>\n</div>\n',
  );
  checkKramdown('<div markdown="span">*a*</div>', '<div><em>a</em></div>\n');
  checkKramdown('<p markdown="1">*a*</p>', '<p><em>a</em></p>\n');
  checkKramdown(
    '<div markdown="block"><div markdown="0">*a*</div>\n*b*\n</div>',
    '<div>\n  <div>*a*</div>\n  <p><em>b</em></p>\n</div>\n',
  );
});

test('an option turns it on', () => {
  checkKramdown(
    '<div>\n*a*\n</div>\n<p>*b*</p>\n<table><tr><td>*c*</td></tr></table>',
    '<div>\n  <p><em>a</em></p>\n</div>\n<p><em>b</em></p>\n<table><tr><td>*c*</td></tr></table>\n',
    { parseBlockHtml: true },
  );
  checkKramdown('<div>a\n\n<em>b</em></div>c', '<div>\n  <p>a</p>\n\n  <p><em>b</em>&lt;/div&gt;c</p>\n</div>\n', {
    parseBlockHtml: true,
  });
});

test('Markdown in inline HTML is read, except in code', () => {
  checkKramdown(
    '<b>*a*</b> <span class=x>*b*</span> <code>*c*</code> <u>*d*</u>',
    '<p><b><em>a</em></b> <span class="x"><em>b</em></span> <code>*c*</code> <u>*d*</u></p>\n',
  );
});

test('the attribute and the option turn that off', () => {
  checkKramdown('<b markdown="0">*a*</b>', '<p><b>*a*</b></p>\n');
  checkKramdown('<b>*a*</b>', '<p><b>*a*</b></p>\n', { parseSpanHtml: false });
});

test('an element that is not closed goes on to the end', () => {
  checkKramdown('a <b>*c*\n\nd', '<p>a <b><em>c</em></b></p>\n<p>d</p>\n');
  checkKramdown('<div>\na\n\nb', '<div>\na\n\nb\n</div>\n');
});

test('tags of blocks in a paragraph, and end tags without a start tag, are text', () => {
  checkKramdown('a <div>b</div> </i>', '<p>a &lt;div&gt;b&lt;/div&gt; &lt;/i&gt;</p>\n');
});

test('what is no tag is text', () => {
  checkKramdown('<a href=http://x.example>b</a>', '<p>&lt;a href=http://x.example&gt;b&lt;/a&gt;</p>\n');
  checkKramdown('a < b > c <d e= f>', '<p>a &lt; b &gt; c <d e="f"></d></p>\n');
});

test('tags are written in lower case and with quoted attributes', () => {
  checkKramdown('<DIV CLASS=\'a "b"\' hidden>c</DIV>', '<div class="a &quot;b&quot;" hidden="">c</div>\n');
  checkKramdown('<Custom A=b>c</Custom>', '<Custom A="b">c</Custom>\n');
  checkKramdown('a<BR>b<br/>c<img src="d">', '<p>a<br />b<br />c<img src="d" /></p>\n');
});

test('comments are kept', () => {
  checkKramdown('<!-- *a* -->\n\nb <!-- c --> d', '<!-- *a* -->\n<p>b <!-- c --> d</p>\n');
  checkKramdown('<!-- a', '<p>&lt;!– a</p>\n');
});

test('scripts and style sheets are copied', () => {
  checkKramdown('<script>\nif (a < b && c) "d"\n</script>', '<script>\nif (a < b && c) "d"\n</script>\n');
  checkKramdown('<style>a > b {}</style>c', '<style>a > b {}</style>\n<p>c</p>\n');
});

test('an element without content closes itself', () => {
  checkKramdown('<hr>\n<br />\n<div/>\na', '<hr />\n<p><br /></p>\n<div />\n<p>a</p>\n');
});

test('text after an end tag is a block of its own', () => {
  checkKramdown('<div>a</div> b', '<div>a</div>\n<p>b</p>\n');
  checkKramdown('<div markdown="1">a</div>b', '<div>\n  <p>a&lt;/div&gt;b</p>\n</div>\n');
});

test('CDATA is text', () => {
  checkKramdown('a <![CDATA[*b* & <c>]]> d', '<p>a *b* &amp; &lt;c&gt; d</p>\n');
  checkKramdown('<div><![CDATA[a & b]]></div>', '<div>a &amp; b</div>\n');
});

test('lists and tables in HTML are HTML', () => {
  checkKramdown('<ul>\n  <li>*a*</li>\n</ul>', '<ul>\n  <li>*a*</li>\n</ul>\n');
});
